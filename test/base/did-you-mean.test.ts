import { didYouMean, editDistance } from '../../src/base/did-you-mean.js';

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['ab', 'xaby', 2],
  ['kitten', 'sitting', 3],
])('from %p to %p it is %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('the nearest name is meant, if it is near', () => {
  expect(didYouMean('strng', ['stream', 'string'])).toBe('did you mean `string`?');
  expect(didYouMean('blob', ['record', 'string'])).toBeUndefined();
});

test('short names allow one edit only', () => {
  expect(didYouMean('u9', ['u8', 'f64'])).toBe('did you mean `u8`?');
  expect(didYouMean('ab', ['xy', 'cd'])).toBeUndefined();
});
