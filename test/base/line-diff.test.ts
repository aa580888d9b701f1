import fc from 'fast-check';
import { diffLines } from '../../src/base/line-diff.js';

test('what is in both stands once', () => {
  expect(diffLines(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'y', 'd'])).toEqual([
    '  a',
    '- b',
    '+ x',
    '  c',
    '+ y',
    '  d',
  ]);
});

test('what is only in one is all there', () => {
  expect(diffLines([], ['a'])).toEqual(['+ a']);
  expect(diffLines(['a'], [])).toEqual(['- a']);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

/** The lines that have one of the marks, without it. */
const side = (lines: readonly string[], mark: string): readonly string[] =>
  lines.filter((line) => line.startsWith('  ') || line.startsWith(mark)).map((line) => line.slice(2));

/** How many lines two texts have in common, found by trying everything. */
function most(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  return Math.max(most(rest, b), at < 0 ? 0 : 1 + most(rest, b.slice(at + 1)));
}

test('both texts can be read from it, and nothing is marked that is in both', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      expect(side(lines, '- ')).toEqual(before);
      expect(side(lines, '+ ')).toEqual(after);
      expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(most(before, after));
    }),
  );
});
