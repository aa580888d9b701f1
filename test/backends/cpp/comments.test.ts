import { docLines } from '../../../src/backends/cpp/comments.js';

test('documentation becomes line comments without blank ends', () => {
  expect(docLines('\nOne.\n\n  Two.  \n')).toEqual(['/// One.', '///', '///   Two.']);
  expect(docLines(undefined)).toEqual([]);
  expect(docLines(' \n ')).toEqual([]);
});

test.each([
  ['a backslash', 'C:\\', '/// C:\\ .'],
  ['the trigraph of a backslash', 'what??/', '/// what??/ .'],
  ['the end of a block comment', '*/ int x;', '/// */ int x;'],
  ['a mark that turns the text around', 'a\u202Eb', '/// a<U+202E>b'],
  ['a control character', 'a\u0000b', '/// a<U+0000>b'],
])('%s does not get out of its line', (_, docs, line) => {
  expect(docLines(docs)).toEqual([line]);
});

test.each(['\r', '\r\n', '\u2028', '\u000C'])('%j ends a line', (end) => {
  expect(docLines(`one${end}two`)).toEqual(['/// one', '/// two']);
});
