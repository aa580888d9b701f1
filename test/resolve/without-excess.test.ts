import { problems } from '../support/wit.js';

const missing = (count: number) =>
  Array.from({ length: count }, (_, index) => `type t${String(index)} = no${String(index)};`).join('\n');

test('of each file a hundred errors are shown, and how many more there are', async () => {
  const found = await problems({
    'wit/a.wit': `package x:y; interface i { ${missing(103)} }`,
    'wit/b.wit': `interface j { ${missing(100)} }`,
  });
  expect(found).toHaveLength(201);
  expect(found.at(-1)).toBe('too-many: 3 more problems of this file are not shown');
});

test('what is not WIT at all is answered', async () => {
  const found = await problems('lorem ipsum dolor sit amet, '.repeat(2_000));
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(101);
});
