/** What functions throw for errors of WIT, and which of what is thrown is one. */
import { ComponentError, errorOf } from '../../../../templates/ts/runtime/component-error.js';

test('text is the message, too', () => {
  const error = new ComponentError('no such file');
  expect([error.message, error.payload]).toEqual(['no such file', 'no such file']);
  const code = new ComponentError({ code: 2 });
  expect([code instanceof Error, code.message, code.payload]).toEqual([
    true,
    'the component returned an error (see payload)',
    { code: 2 },
  ]);
});

test.each<[string, unknown, unknown]>([
  ['a payload', { payload: 'p' }, 'p'],
  ['an error with a payload', Object.assign(new Error('e'), { payload: 7 }), 7],
  ['a payload that is undefined', { payload: undefined }, undefined],
  ['an error of a component', new ComponentError('c'), 'c'],
  ['text', 't', 't'],
  ['nothing', undefined, undefined],
  ['null', null, null],
  ['an object', { code: 1 }, { code: 1 }],
])('%s is an error of WIT', (_, thrown, error) => {
  expect(errorOf(thrown)).toEqual(error);
});

test('an error without a payload of its own is none', () => {
  const inherited = Object.create({ payload: 1 }) as object;
  expect(errorOf(inherited)).toBe(inherited);
  const broken = new RangeError('broken');
  expect(() => errorOf(broken)).toThrow(broken);
});
