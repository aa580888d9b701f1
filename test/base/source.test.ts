import { lineText, positionAt, rangeOf } from '../../src/base/source.js';

const file = { path: 'a.wit', text: 'one\ntwo é\r\n\nlast' };

test.each([
  [0, 1, 1],
  [3, 1, 4],
  [4, 2, 1],
  [10, 2, 7],
  [11, 3, 1],
  [12, 4, 1],
  [99, 4, 5],
])('offset %i is line %i, column %i', (offset, line, column) => {
  expect(positionAt(file, offset)).toEqual({ line, column });
});

test('a line has no line end', () => {
  expect([1, 2, 3, 4].map((line) => lineText(file, line))).toEqual(['one', 'two é', '', 'last']);
});

test('a byte order mark is no part of the first line', () => {
  const marked = { path: 'a.wit', text: '\ufeffone\ntwo' };
  expect([0, 1, 4, 5].map((offset) => positionAt(marked, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
  ]);
  expect(lineText(marked, 1)).toBe('one');
});

test('a range ends after its last character', () => {
  expect(rangeOf({ file, start: 4, end: 11 })).toEqual({
    start: { line: 2, column: 1 },
    end: { line: 3, column: 1 },
  });
});
