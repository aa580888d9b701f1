import * as fc from 'fast-check';
import type { Range } from '../../../src/base/source.js';
import { jsonDiagnostic, jsonReport } from '../../../src/driver/report/json.js';
import { diagnostic, marked } from '../../support/diagnostics.js';

const parsed = (text: string): unknown => JSON.parse(text);

test('without problems there is an empty array', () => {
  expect(jsonReport({ diagnostics: [], files: [] })).toBe('[]\n');
});

test('a diagnostic without a place, a hint, notes or a fix has no such members', () => {
  const report = jsonReport({ diagnostics: [diagnostic({ values: { name: 'a' } })], files: [] });
  expect(parsed(report)).toEqual([
    { code: 'type-not-found', severity: 'error', message: 'no type named `a`' },
  ]);
});

test('all that a diagnostic says is there', () => {
  const span = marked('/shop/wit/a.wit', 'one\n‹two›\n');
  const other = marked('/shop/wit/deps/b.wit', '‹here›');
  const full = diagnostic({
    severity: 'warning',
    span,
    hint: 'did you mean `b`?',
    related: [{ span: other, message: 'first here' }],
    fix: { title: 'rename', edits: [{ span, newText: 'b\n' }] },
  });
  expect(parsed(jsonReport({ diagnostics: [full], files: [], folder: '/shop' }))).toEqual([
    {
      code: 'type-not-found',
      severity: 'warning',
      message: 'no type named `a`',
      file: 'wit/a.wit',
      start: { line: 2, column: 1 },
      end: { line: 2, column: 4 },
      hint: 'did you mean `b`?',
      related: [
        {
          message: 'first here',
          file: 'wit/deps/b.wit',
          start: { line: 1, column: 1 },
          end: { line: 1, column: 5 },
        },
      ],
      fix: {
        title: 'rename',
        edits: [
          { file: 'wit/a.wit', start: { line: 2, column: 1 }, end: { line: 2, column: 4 }, newText: 'b\n' },
        ],
      },
    },
  ]);
});

test.each<[string, string, Range]>([
  [
    'after an astral character',
    '/* 😀 */ ‹x›',
    { start: { line: 1, column: 10 }, end: { line: 1, column: 11 } },
  ],
  ['an astral character', '‹😀›', { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } }],
  ['after a tab', '\t‹x›', { start: { line: 1, column: 2 }, end: { line: 1, column: 3 } }],
  ['after CRLF', 'a\r\n‹x›', { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } }],
  ['before CRLF', '‹a›\r\nb', { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }],
  ['over several lines', 'a ‹b\r\nc› d', { start: { line: 1, column: 3 }, end: { line: 2, column: 2 } }],
  ['nothing, at the end', 'a\n‹›', { start: { line: 2, column: 1 }, end: { line: 2, column: 1 } }],
  ['after a byte order mark', '\ufeff‹x›', { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }],
  [
    'after a byte order mark and a line',
    '\ufeffa\n‹x›',
    { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } },
  ],
])('the place is %s', (_, text, range) => {
  expect(jsonDiagnostic(diagnostic({ span: marked('a.wit', text) }))).toMatchObject({
    file: 'a.wit',
    ...range,
  });
});

test('the text between start and end is that of the span', () => {
  const pieces = fc.array(fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '😀', 'é', '\u0301'));
  fc.assert(
    fc.property(pieces, pieces, pieces, (...texts) => {
      const [before, between, after] = texts.map((parts) => parts.join(''));
      const span = marked('a.wit', `${before ?? ''}‹${between ?? ''}›${after ?? ''}`);
      const { start, end } = jsonDiagnostic(diagnostic({ span }));
      const lines = span.file.text.split('\n').map((line) => `${line}\n`);
      const offset = (at: Range['start'] | undefined): number =>
        lines.slice(0, (at?.line ?? 0) - 1).join('').length + (at?.column ?? 0) - 1;
      expect([offset(start), offset(end)]).toEqual([span.start, span.end]);
    }),
  );
});

test.each([
  ['wit/a.wit', '/shop', 'wit/a.wit'],
  ['/shop/wit/a.wit', '/shop', 'wit/a.wit'],
  ['/shop/wit/a.wit', '/shop/', 'wit/a.wit'],
  ['/other/a.wit', '/shop', '../other/a.wit'],
  ['./wit//a.wit', '/shop', 'wit/a.wit'],
  ['./wit/a.wit', undefined, './wit/a.wit'],
])('%s below %s is %s', (path, folder, file) => {
  expect(jsonDiagnostic(diagnostic({ span: marked(path, '') }), folder)).toMatchObject({ file });
});
