import type { AstNode } from '../../src/syntax/ast.js';
import { parse } from '../../src/syntax/parse.js';
import { childrenOfNode } from '../../src/syntax/walk.js';

/** Kinds and names of the tree, indented: enough to see its shape. */
function outline(text: string): string {
  const { ast, diagnostics } = parse({ path: 'a.wit', text });
  expect(diagnostics).toEqual([]);
  const lines = (node: AstNode, depth: number): string[] => {
    const shown = node.kind === 'name' || node.kind === 'version' ? `${node.kind} ${node.text}` : node.kind;
    return ['  '.repeat(depth) + shown, ...childrenOfNode(node).flatMap((child) => lines(child, depth + 1))];
  };
  return lines(ast, 0).join('\n');
}

/** Code, place and message of what is wrong. */
function problems(text: string): readonly string[] {
  return parse({ path: 'a.wit', text }).diagnostics.map(
    ({ code, span, message }) => `${String(span?.start)}-${String(span?.end)} ${code}: ${message}`,
  );
}

/** The problems of an interface body. */
const inBody = (body: string) => problems(`interface i { ${body} }`).map((text) => text.replace(/^\S+ /, ''));

test('an empty file is an empty tree', () => {
  expect(outline('')).toBe('file');
});

test('a world has imports, exports, uses, types and includes', () => {
  expect(
    outline(`package a:b@1.0.0;
      world w {
        import a;
        import c:d/e@0.1.0-rc.1;
        import f: async func(g: u8) -> string;
        import h: c:d/e;
        export i: interface { type j = u8; }
        use k.{l, m as n};
        include o with { p as q, }
      }`),
  ).toMatchInlineSnapshot(`
   "file
     package-header
       package-path
         name a
         name b
         version 1.0.0
     world
       name w
       extern
         extern-path
           use-path
             name a
       extern
         extern-path
           use-path
             package-path
               name c
               name d
               version 0.1.0-rc.1
             name e
       extern
         extern-function
           name f
           function
             parameter
               name g
               builtin-type
             builtin-type
       extern
         extern-path
           name h
           use-path
             package-path
               name c
               name d
             name e
       extern
         extern-inline
           name i
           type-alias
             name j
             builtin-type
       use
         use-path
           name k
         use-name
           name l
         use-name
           name m
           name n
       include
         use-path
           name o
         include-name
           name p
           name q"
  `);
});

test('every kind of type is in the tree', () => {
  expect(
    outline(`interface i {
      type a = tuple<u8, list<b>, list<c, 4>, map<string, d>, option<e>>;
      type f = tuple<result, result<g>, result<_, h>, result<i, j>>;
      type k = tuple<future, future<l>, stream<m>, borrow<n>, own<o>, error-context>;
    }`),
  ).toMatchInlineSnapshot(`
   "file
     interface
       name i
       type-alias
         name a
         tuple-type
           builtin-type
           list-type
             named-type
               name b
           list-type
             named-type
               name c
           map-type
             builtin-type
             named-type
               name d
           option-type
             named-type
               name e
       type-alias
         name f
         tuple-type
           result-type
           result-type
             named-type
               name g
           result-type
             named-type
               name h
           result-type
             named-type
               name i
             named-type
               name j
       type-alias
         name k
         tuple-type
           future-type
           future-type
             named-type
               name l
           stream-type
             named-type
               name m
           handle-type
             name n
           handle-type
             name o
           builtin-type"
  `);
});

test('every declaration is in the tree', () => {
  expect(
    outline(`interface i {
      record r { a: u8 }
      variant v { b, c(u8), }
      enum e { d }
      flags f { g, }
      resource s;
      resource t {
        constructor(h: u8) -> result<t, u8>;
        j: func();
        k: static async func() -> u8;
      }
      @since(version = 1.0.0)
      @unstable(feature = l)
      @deprecated(version = 1.0.0)
      @external-id("m")
      %type: func();
    }`),
  ).toMatchInlineSnapshot(`
   "file
     interface
       name i
       record
         name r
         field
           name a
           builtin-type
       variant
         name v
         case
           name b
         case
           name c
           builtin-type
       enum
         name e
         label
           name d
       flags
         name f
         label
           name g
       resource
         name s
       resource
         name t
         constructor
           name constructor
           parameter
             name h
             builtin-type
           result-type
             named-type
               name t
             builtin-type
         method
           name j
           function
         method
           name k
           function
             builtin-type
       function-item
         since
           name since
           version 1.0.0
         unstable
           name unstable
           name l
         deprecated
           name deprecated
           version 1.0.0
         external-id
           name external-id
         name type
         function"
  `);
});

test('files have packages, and packages have items', () => {
  expect(outline('package a:b; use c; use d:e/f as g; package h:i { interface j {} }'))
    .toMatchInlineSnapshot(`
   "file
     package-header
       package-path
         name a
         name b
     top-use
       use-path
         name c
     top-use
       use-path
         package-path
           name d
           name e
         name f
       name g
     nested-package
       package-path
         name h
         name i
       interface
         name j"
  `);
});

test('a missing semicolon is one error at the next token', () => {
  expect(inBody('type a = u8 type b = u8;')).toEqual([
    'syntax-expected: expected `;`, found the keyword `type`',
  ]);
});

test('a missing comma is one error at the next member', () => {
  expect(inBody('record r { a: u8 b: u8 }')).toEqual(['syntax-expected: expected `,` or `}`, found `b`']);
  expect(inBody('f: func(a: u8 b: u8);')).toEqual(['syntax-expected: expected `,` or `)`, found `b`']);
  expect(inBody('type t = tuple<u8 u8>;')).toEqual([
    'syntax-expected: expected `,` or `>`, found the keyword `u8`',
  ]);
});

test('a type that is missing is one error', () => {
  expect(inBody('f: func(a: );')).toEqual(['syntax-expected: expected a type, found `)`']);
  expect(inBody('type a = ;')).toEqual(['syntax-expected: expected a type, found `;`']);
});

test('what an item needs is said in words', () => {
  expect(inBody('f: fun();')).toEqual(['syntax-expected: expected `func`, found `fun`']);
  expect(problems('interfac i {}')[0]).toContain('expected `interface`, `world`, `use` or `package`');
});

test('the end of the file is a place of no width', () => {
  expect(problems('interface i {')).toEqual([
    '13-13 syntax-expected: expected a type, a function, `use` or `}`, found the end of the file',
  ]);
});

test('a byte order mark is allowed at the start only', () => {
  expect(problems('\uFEFFinterface i {}')).toEqual([]);
  expect(problems('interface i {} \uFEFF')).toEqual([
    '15-16 lex-unexpected-char: unexpected character U+FEFF',
  ]);
});

test('a lone carriage return is white space', () => {
  expect(problems('interface\ri\r{}')).toEqual([]);
});

test('forbidden characters are all reported, also in comments', () => {
  expect(problems('// \u0007 \u202e \u0149').map((text) => text.split(' ')[1])).toEqual([
    'lex-control-char:',
    'lex-bidi-char:',
    'lex-discouraged-char:',
  ]);
});

test('input of any depth is an answer', () => {
  expect(problems(`interface i { type t = ${'list<'.repeat(50_000)}`)[0]).toContain('type-depth');
  expect(problems('package a:b { '.repeat(50_000))[0]).toContain('package-depth');
  expect(problems('interface i { '.repeat(5_000)).length).toBeGreaterThan(0);
  expect(problems('{('.repeat(5_000)).length).toBeGreaterThan(0);
});
