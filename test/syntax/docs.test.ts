import type { FileNode } from '../../src/syntax/ast.js';
import { parse } from '../../src/syntax/parse.js';

function ast(text: string): FileNode {
  const { ast: tree, diagnostics } = parse({ path: 'a.wit', text });
  expect(diagnostics).toEqual([]);
  return tree;
}

/** The documentation of an interface after some comments. */
function docs(comments: string): string | undefined {
  const [item] = ast(`${comments}\ninterface i {}`).items;
  return item?.kind === 'interface' ? item.docs?.text : undefined;
}

test('no comment is no documentation', () => {
  expect(docs('')).toBeUndefined();
});

test('lines are joined without their slashes and their common indentation', () => {
  expect(docs('/// a\n///   b\n///\n/// c')).toBe('a\n  b\n\nc');
});

test('every comment counts, whatever its style, over blank lines', () => {
  expect(docs('// a\n\n/* b */\n/** c */')).toBe(' a\n* b */\n c');
});

test('a block comment keeps its inner lines', () => {
  expect(docs('/**\n * a\n * b\n */')).toBe('\n * a\n * b');
});

test('empty comments are empty documentation', () => {
  expect(docs('/**/')).toBe('');
  expect(docs('//')).toBe('');
});

test('carriage returns before newlines are dropped', () => {
  expect(docs('/// a\r\n/// b\r')).toBe('a\nb');
});

test('only comments before the first attribute are documentation', () => {
  expect(docs('/// a\n@unstable(feature = b)\n/// c')).toBe('a');
});

test('members have documentation of their own', () => {
  const [item] = ast('interface i { enum e { /// one\n a, // two\n b } }').items;
  const typedef = item?.kind === 'interface' ? item.items[0] : undefined;
  const cases = typedef?.kind === 'enum' ? typedef.cases.map((label) => label.docs?.text) : [];
  expect(cases).toEqual(['one', 'two']);
});
