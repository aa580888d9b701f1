import { textReport } from '../../../src/driver/report/text.js';
import { diagnostic, marked } from '../../support/diagnostics.js';

const files = ['a.wit', 'b.wit'].map((path) => ({ path, text: '' }));
const [error, warning] = [diagnostic(), diagnostic({ severity: 'warning' })];

test.each([
  [[], files, 'no problems in 2 files'],
  [[], files.slice(1), 'no problems in 1 file'],
  [[error], files.slice(1), '1 error in 1 file'],
  [[warning, warning], files, '2 warnings in 2 files'],
  [[error, warning, error], files, '2 errors, 1 warning in 2 files'],
  [[error], [], '1 error'],
])('the last line counts: %#', (diagnostics, files, line) => {
  expect(textReport({ diagnostics, files }).split('\n').slice(-2)).toEqual([line, '']);
});

test('code frames stand apart', () => {
  const span = marked('a.wit', 'one ‹two›');
  expect(textReport({ diagnostics: [diagnostic({ span }), warning], files })).toBe(
    `error[type-not-found]: no type named \`a\`
 --> a.wit:1:5
  |
1 | one two
  |     ^^^

warning[type-not-found]: no type named \`a\`

1 error, 1 warning in 2 files
`,
  );
});

test('colours are for terminals', () => {
  const text = (color: boolean) => textReport({ diagnostics: [error], files, color });
  expect(text(true)).toContain('\u001b[');
  expect(text(false)).not.toContain('\u001b[');
});
