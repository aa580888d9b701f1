import { lineText, positionAt } from '../../src/base/source.js';

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
