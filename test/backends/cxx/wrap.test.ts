import { wrapLine } from '../../../src/backends/cxx/wrap.js';

const long = 'x'.repeat(60);

test('a line that fits stays as it is', () => {
  expect(wrapLine('  f(a, b);')).toEqual(['  f(a, b);']);
});

test('a long line breaks at the commas of its last list', () => {
  expect(wrapLine(`  auto a = f(${long}, g(1, 2), ${long});`)).toEqual([
    '  auto a = f(',
    `      ${long},`,
    '      g(1, 2),',
    `      ${long});`,
  ]);
});

test('commas of template arguments and of texts do not count', () => {
  expect(wrapLine(`f(map<int, ${long}>(), "a, (${long}");`)).toEqual([
    'f(',
    `    map<int, ${long}>(),`,
    `    "a, (${long}");`,
  ]);
});

test('an argument that is still too long breaks as well', () => {
  expect(wrapLine(`return P{g(${long}, ${long}), 1};`)).toEqual([
    'return P{',
    '    g(',
    `        ${long},`,
    `        ${long}),`,
    '    1};',
  ]);
});

test('comments and lines without a list are left alone', () => {
  expect(wrapLine(`// f(${long}, ${long})`)).toHaveLength(1);
  expect(wrapLine(`using T = ${long}${long};`)).toHaveLength(1);
});
