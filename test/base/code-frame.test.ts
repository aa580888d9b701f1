import { codeFrame } from '../../src/base/code-frame.js';
import type { Diagnostic } from '../../src/base/diagnostics.js';
import type { Span } from '../../src/base/source.js';

/** A diagnostic at the text between `<|` and `|>`. */
function at(marked: string, extras: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'some-code',
    severity: 'error',
    message: 'something is wrong',
    values: {},
    span: spanIn(marked),
    related: [],
    ...extras,
  };
}

function spanIn(marked: string): Span {
  const text = marked.replace('<|', '').replace('|>', '');
  const start = marked.indexOf('<|');
  return { file: { path: 'a.wit', text }, start, end: marked.indexOf('|>') - 2 };
}

test('carets stand under the place', () => {
  expect(codeFrame(at('one\ntwo <|three|> four\n'))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
    --> a.wit:2:5
     |
   2 | two three four
     |     ^^^^^
   "
  `);
});

test('without a place there is only the sentence', () => {
  expect(codeFrame(at('<||>', { span: undefined }))).toBe('error[some-code]: something is wrong\n');
});

test('related places are notes, and a hint is help', () => {
  const related = [{ span: spanIn('<|one|>\n'), message: 'first here' }];
  expect(codeFrame(at(`${'\n'.repeat(9)}<|two|>`, { related, hint: 'do something' }))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
     --> a.wit:10:1
      |
   10 | two
      | ^^^
   note: first here
     --> a.wit:1:1
      |
    1 | one
      | ---
   help: do something
   "
  `);
});

test('tabs and wide characters take their columns', () => {
  expect(codeFrame(at('\ta\t// 漢字 <|文|>b'))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
    --> a.wit:1:10
     |
   1 |     a   // 漢字 文b
     |                 ^^
   "
  `);
});

test('a range of several lines is marked on each', () => {
  expect(codeFrame(at('a <|{\n  b\n\n}|> c'))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
    --> a.wit:1:3
     |
   1 | a {
     |   ^
   2 |   b
     |   ^
   3 |
     | ^
   4 | } c
     | ^
   "
  `);
});

test('a long range is shown by its ends', () => {
  expect(codeFrame(at(`a <|{\n${'  b\n'.repeat(20)}}|> c`))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
     --> a.wit:1:3
      |
    1 | a {
      |   ^
    2 |   b
      |   ^
   ...
   22 | } c
      | ^
   "
  `);
});

test('a long line is cut around the place', () => {
  const line = 'x'.repeat(300);
  const lines = codeFrame(at(`${line}<|here|>${line}`)).split('\n');
  expect(lines[3]).toHaveLength('1 | '.length + 60 + 4 + 60 + 2);
  expect(lines[3]?.indexOf('here')).toBe(lines[4]?.indexOf('^^^^'));
});

test('characters that could deceive are not printed', () => {
  expect(codeFrame(at('a <|\u202e|> b'))).not.toContain('\u202e');
});

test('the end of the file is a place', () => {
  expect(codeFrame(at('one\n<||>'))).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
    --> a.wit:2:1
     |
   2 |
     | ^
   "
  `);
});

test('colours are used only when asked for', () => {
  expect(codeFrame(at('<|a|>'))).not.toContain('\u001b');
  expect(codeFrame(at('<|a|>'), { color: true })).toContain('\u001b[1;31merror[some-code]\u001b[0m');
});

test('a fix without a hint is shown, with its place where that is in another line', () => {
  const broken = at('add: func()\n<|remove|>: func();\n');
  const file = broken.span?.file ?? { path: '', text: '' };
  const end = 'add: func()'.length;
  const fix = { title: 'add `;`', edits: [{ span: { file, start: end, end }, newText: ';' }] };
  expect(codeFrame({ ...broken, fix })).toMatchInlineSnapshot(`
   "error[some-code]: something is wrong
    --> a.wit:2:1
     |
   2 | remove: func();
     | ^^^^^^
   help: add \`;\`
    --> a.wit:1:12
     |
   1 | add: func()
     |            +
   "
  `);
  expect(codeFrame({ ...broken, fix, hint: 'look above' })).not.toContain('add `;`');
});
