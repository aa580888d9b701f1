/** Handles of objects of JavaScript's. */
import { Scope } from '../../../../templates/ts/runtime/handles.js';
import { NativeObjects } from '../../../../templates/ts/runtime/native-handles.js';

test('a handle stands for its object until that is taken back', () => {
  const objects = new NativeObjects<string>('counter');
  const [one, other] = [objects.add('one'), objects.add('other')];
  expect(one).not.toBe(0);
  expect([objects.get(one), objects.get(other)]).toEqual(['one', 'other']);
  expect(objects.take(one)).toBe('one');
  expect(objects.size).toBe(1);
  expect(() => objects.get(one)).toThrow('there is no counter with the handle 1');
  expect(() => objects.take(0)).toThrow('there is no counter with the handle 0');
  expect(objects.add('third')).toBe(one);
});

test.each([
  [true, 1],
  [false, 0],
])('what is given to a call that is made (%p) stays given', (isMade, left) => {
  const objects = new NativeObjects<string>('counter');
  const scope = new Scope();
  const handle = objects.give('one', scope);
  expect(objects.get(handle)).toBe('one');
  scope.isMade = isMade;
  scope.end();
  expect(objects.size).toBe(left);
});
