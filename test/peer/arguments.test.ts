import { requestOf } from '../support/peer/arguments.js';

test('arguments that only WebAssembly needs ask for nothing', () => {
  const args = ['--generate-all', '--type-section-suffix=some text', '--disable-run-ctors-once-workaround'];
  expect(requestOf('rust', args)).toEqual({ features: [], api: undefined, options: {} });
});

test('features, styles and derives', () => {
  expect(requestOf('rust', ['--features', 'x,y', '-dHash', '-d', 'Eq'])).toEqual({
    features: ['x', 'y'],
    api: undefined,
    options: { derive: ['Hash', 'Eq'] },
  });
  expect(requestOf('cpp', ['--api-style', 'symmetric'])).toMatchObject({ api: 'views' });
});

test('an argument that nothing here corresponds to is named', () => {
  expect(requestOf('rust', ['--async=-all'])).toBe('`--async` has no counterpart');
});
