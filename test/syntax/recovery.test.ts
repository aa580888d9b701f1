/** One mistake is one diagnostic, and everything else of the file is understood. */
import type { AstNode } from '../../src/syntax/ast.js';
import { parse } from '../../src/syntax/parse.js';
import { childrenOfNode } from '../../src/syntax/walk.js';

/** The names that the tree has, of items and what is in them. */
function namesIn(node: AstNode): readonly string[] {
  const own = 'name' in node && node.kind !== 'use-path' && node.kind !== 'named-type' ? [node.name] : [];
  const texts = own.flatMap((name) => ('text' in name ? [name.text] : []));
  return [...texts, ...childrenOfNode(node).flatMap(namesIn)];
}

function read(text: string) {
  const { ast, diagnostics } = parse({ path: 'a.wit', text });
  const told = diagnostics.map(({ message, span }) => `${String(span?.start)}: ${message}`);
  return { told, names: ast.items.flatMap(namesIn) };
}

/** A mistake in an interface between two functions, which are both there in spite of it. */
function inInterface(body: string) {
  const before = 'interface i {\n  first: func();\n';
  const { told, names } = read(`${before}${body}\n  last: func();\n}\nworld w { import i; }\n`);
  expect(names.filter((name) => ['i', 'first', 'last', 'w'].includes(name))).toEqual([
    'i',
    'first',
    'last',
    'w',
  ]);
  const inBody = told.map((line) => {
    const at = Number(/^\d+/.exec(line)?.[0]) - before.length;
    return line.replace(/^\d+/, String(at));
  });
  return [...inBody, ...names.filter((name) => !['i', 'first', 'last', 'w'].includes(name))];
}

test.each([
  ['  type a = u8', ['16: expected `;`, found `last`', 'a']],
  ['  recrod a { b: u8 }', ['2: expected a type, a function, `use` or `}`, found `recrod`', 'a', 'b']],
  ['  a { b: u8 }', ['4: expected `:`, found `{`', 'a', 'b']],
  ['  record a { b: u8', ['27: expected a type, found the keyword `func`', 'a', 'b']],
  ['  record a { b: u8 };', ['20: expected a type, a function, `use` or `}`, found `;`', 'a', 'b']],
  ['  record a { b: u8; c: u8; }', ['18: expected `,` or `}`, found `;`', 'a', 'b', 'c']],
  ['  record a { b: u8 c: u8 }', ['19: expected `,` or `}`, found `c`', 'a', 'b', 'c']],
  ['  record a { b: }', ['16: expected a type, found `}`', 'a', 'b']],
  ['  record a b: u8 }', ['11: expected `{`, found `b`', 'a', 'b']],
  ['  type a =', ['17: expected `;`, found `:`', 'a']],
  ['  a: func(b: u8', ['24: expected a type, found the keyword `func`', 'a', 'b']],
  ['  a: func(b: list<u8);', ['20: expected `>`, found `)`', 'a', 'b']],
  ['  a: func(b: u8)) ;', ['16: expected `;`, found `)`', 'a', 'b']],
  ['  a:: func();', ['4: expected `func`, found `:`', 'a']],
  ['  a: func(type: u8);', ['10: expected a parameter or `)`, found the keyword `type`', 'a', 'type']],
  ['  a: func() u8;', ['12: expected `;`, found the keyword `u8`', 'a']],
  ['  a: fn() -> vec<u8>;', ['5: expected `func`, found `fn`', '13: expected a type, found `vec`', 'a']],
  ['  a: func() -> (b: u8, c: u8);', ['15: expected a type, found `(`', 'a']],
  ['  a: func(b: c.d);', ['14: expected `,` or `)`, found `.`', 'a', 'b']],
  ['  use .{a};', ['6: expected a name, found `.`']],
  ['  use a.{b}', ['14: expected `;`, found `last`', 'b']],
  ['  resource a { b: async static func(); }', ['24: expected `func`, found the keyword `static`', 'a', 'b']],
  ['  @since(version 1.0.0)\n  a: func();', ['17: expected `=`, found `1.0.0`', 'a', 'since']],
])('%s', (body, expected) => {
  expect(inInterface(body)).toEqual(expected);
});

test('a block ends where the indentation says so', () => {
  const { told, names } = read(
    'interface i {\n  resource r {\n    m: func();\n\n  f: func();\n}\n\nworld w {\n  import i;\n\ninterface j {}\n',
  );
  expect(told).toEqual(['27: this `{` is not closed', '69: this `{` is not closed']);
  expect(names).toEqual(['i', 'r', 'm', 'f', 'w', 'j']);
});

test('mistakes far from each other are all told', () => {
  const wrong = Array.from({ length: 30 }, (_, index) => `interfce i${String(index)} { f func(); }\n`);
  const { told, names } = read(wrong.join(''));
  expect(told).toHaveLength(60);
  expect(names.filter((name) => name !== 'f')).toEqual(wrong.map((_, index) => `i${String(index)}`));
});

test('what comes after a package header in the middle of a file belongs to that package', () => {
  const { told, names } = read('package a:b;\npackage c:d;\ninterface i {}\n');
  expect(told).toEqual(['24: expected `{`, found `;`']);
  expect(names).toEqual(['d', 'i']);
});
