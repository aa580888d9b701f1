/** The rules of the formatter, an example each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wit } from '../../src/base/examples.js';
import { format } from '../../src/format/format.js';
import { expectGolden, repository } from '../support/golden.js';

function formatted(text: string): string {
  const result = format({ path: 'a.wit', text });
  if ('diagnostics' in result) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.text;
}

/** An example of a rule: what is written, and what becomes of it. */
type Example = readonly [rule: string, before: { readonly wit: string }, after: { readonly wit: string }];

const examples: readonly Example[] = [
  [
    'items have a line each, two spaces deep; members have one each with a comma',
    wit`
      interface  i{record r{a:u8,b:list < u8 >}
      enum e{x,y,} type t=u8;f:func( r : r )->t ;}
    `,
    wit`
      interface i {
        record r {
          a: u8,
          b: list<u8>,
        }

        enum e {
          x,
          y,
        }

        type t = u8;
        f: func(r: r) -> t;
      }
    `,
  ],
  [
    'of several blank lines one stays, and none stays at braces',
    wit`
      interface i {

        a: func();
        b: func();



        c: func();

      }
    `,
    wit`
      interface i {
        a: func();
        b: func();

        c: func();
      }
    `,
  ],
  [
    'what has a body is set apart by a blank line, before its comments',
    wit`
      package a:b;
      use c:d/e;
      use c:d/f;
      // About i.
      interface i { f: func();
        // About r.
        resource r { g: func(); }
        h: func(); }
      world w {}
      interface empty { resource r; flags none {} }
    `,
    wit`
      package a:b;

      use c:d/e;
      use c:d/f;

      // About i.
      interface i {
        f: func();

        // About r.
        resource r {
          g: func();
        }

        h: func();
      }

      world w {}

      interface empty {
        resource r;
        flags none {}
      }
    `,
  ],
  [
    'attributes have a line each',
    wit`
      interface i {
        @since( version=1.0.0 )   @deprecated(version = 1.1.0)

        f: func();
      }
    `,
    wit`
      interface i {
        @since(version = 1.0.0)
        @deprecated(version = 1.1.0)
        f: func();
      }
    `,
  ],
  [
    'paths have no spaces, labels have one',
    wit`
      world w {
        import a : b / c @ 1.0.0-rc.1;
        import label :  a:b/c;
        export other:c;
        use a:b/c@1.0.0 . { d  as e } ;
      }
    `,
    wit`
      world w {
        import a:b/c@1.0.0-rc.1;
        import label: a:b/c;
        export other: c;
        use a:b/c@1.0.0.{d as e};
      }
    `,
  ],
  [
    'nested namespaces are formatted whatever the lint says, and what may be a path or a label stays',
    wit`
      package a : b:c / d;
      world w {
        import a:b:c/d;
        import a : b:c/d;
        use a:b:c / d / e . { f };
      }
    `,
    wit`
      package a:b:c/d;

      world w {
        import a:b:c/d;
        import a: b:c/d;
        use a:b:c/d/e.{f};
      }
    `,
  ],
  [
    'a signature that is too long has a parameter a line, and a comma after the last',
    wit`
      interface i {
        f: func(first-parameter: list<string>, second-parameter: option<u32>, third: u8) -> result<u8, string>;
        g: func(
          a: u8,
          b: u8,
        );
      }
    `,
    wit`
      interface i {
        f: func(
          first-parameter: list<string>,
          second-parameter: option<u32>,
          third: u8,
        ) -> result<u8, string>;
        g: func(a: u8, b: u8);
      }
    `,
  ],
  [
    'a type that is too long breaks in its innermost brackets where those around hold nothing else',
    wit`
      interface i {
        type t = option<list<tuple<string, string, string, string, string, string, string, string, string, u8>>>;
        f: func() -> future<result<tuple<stream<directory-entry>, stream<directory-entry>>, some-long-error-code>>;
      }
    `,
    wit`
      interface i {
        type t = option<list<tuple<
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          u8,
        >>>;
        f: func() -> future<result<
          tuple<stream<directory-entry>, stream<directory-entry>>,
          some-long-error-code
        >>;
      }
    `,
  ],
  [
    'lists of names that are too long have a name a line',
    wit`
      world w {
        use wasi:sockets/network@0.2.0.{network, error-code, ip-socket-address, ip-address-family, ipv4-address};
        include base with { log as print-to-the-console, handler as on-every-single-point, run as start-running, }
        include base with {a as b,}
      }
    `,
    wit`
      world w {
        use wasi:sockets/network@0.2.0.{
          network,
          error-code,
          ip-socket-address,
          ip-address-family,
          ipv4-address,
        };
        include base with {
          log as print-to-the-console,
          handler as on-every-single-point,
          run as start-running,
        }
        include base with { a as b }
      }
    `,
  ],
  [
    'a comment at the end of a line stays there, also when it is long',
    wit`
      package a:b;  // header
      interface i {   // opening
        f: func(a: u8, b: u8);    // A comment that would not fit in the hundred columns which a line may have.
        record r { // about r
          a: u8, // about a
          b: u8 // about b
        } // closing
      }
    `,
    wit`
      package a:b; // header

      interface i { // opening
        f: func(a: u8, b: u8); // A comment that would not fit in the hundred columns which a line may have.

        record r { // about r
          a: u8, // about a
          b: u8, // about b
        } // closing
      }
    `,
  ],
  [
    'a comment in a list breaks it, unless it is between two members of a line',
    wit`
      interface i {
        f: func(a: u8, // first
          b: u8);
        g: func(/* x */ a: u8 /* y */, /* z */ b: u8,);
        h: func(/* nothing */);
        use x.{ // why
          y };
      }
    `,
    wit`
      interface i {
        f: func(
          a: u8, // first
          b: u8,
        );
        g: func(/* x */ a: u8 /* y */, /* z */ b: u8);
        h: func(/* nothing */);
        use x.{ // why
          y,
        };
      }
    `,
  ],
  [
    'a comment before a comma stays before it, as it would document what follows behind it',
    wit`
      interface i {
        record r {
          a: u8 // about a
          , b: u8
          , c: u8 /* about c */
          ,
        }
      }
    `,
    wit`
      interface i {
        record r {
          a: u8 // about a
            ,
          b: u8,
          c: u8, /* about c */
        }
      }
    `,
  ],
  [
    'comments before closing braces and at the end of a file stay',
    wit`
      interface i {
        f: func();

        // g: func();
      }
      world w { /* nothing */ }
      interface resource-less { // no
      }
      // The end.

      /* Really. */
    `,
    wit`
      interface i {
        f: func();

        // g: func();
      }

      world w {
        /* nothing */
      }

      interface resource-less { // no
      }
      // The end.

      /* Really. */
    `,
  ],
  [
    'comments between an attribute and its item, and inside of a phrase, stay',
    wit`
      interface i {
        @since(version = 1.0.0) // since ever
        // really
        f /* name */ : func /* no parameters */ ();
        type t = // why
          u8;
      }
    `,
    wit`
      interface i {
        @since(version = 1.0.0) // since ever
        // really
        f /* name */: func /* no parameters */();
        type t = // why
          u8;
      }
    `,
  ],
  [
    'a block comment that may be documentation keeps its lines, and another is indented',
    wit`
      interface i {
          /**
           * Documentation.
           */
          f: func();
          /*
               * Before a brace,
             * so no documentation.
           */
      }
    `,
    wit`
      interface i {
        /**
           * Documentation.
           */
        f: func();
        /*
         * Before a brace,
         * so no documentation.
         */
      }
    `,
  ],
  [
    'what follows prettier-ignore stays as it was written',
    wit`
      interface i {
        // prettier-ignore
        flags f { a,b,
                  c,d }
        record r {
          /* prettier-ignore */
          matrix:   tuple< u8,u8 >,
          other:   u8,
        }
      }
    `,
    wit`
      interface i {
        // prettier-ignore
        flags f { a,b,
                  c,d }

        record r {
          /* prettier-ignore */
          matrix:   tuple< u8,u8 >,
          other: u8,
        }
      }
    `,
  ],
  [
    'names keep their %',
    wit`
      interface %i { %type : func ( %not-needed :u8 ) ; }
    `,
    wit`
      interface %i {
        %type: func(%not-needed: u8);
      }
    `,
  ],
];

test.each(examples)('%s', (_, before, after) => {
  expect(formatted(before.wit)).toBe(after.wit);
  expect(formatted(after.wit)).toBe(after.wit);
});

test('line ends are \\n, and there is one at the end; a byte order mark goes', () => {
  expect(formatted('\uFEFFinterface i {\r\n  // one\r\n\r\n  /* two\r\n     lines */\r\n}')).toBe(
    'interface i {\n  // one\n\n  /* two\n     lines */\n}\n',
  );
});

test('white space at the end of a line goes, also behind a comment, but not inside of documentation', () => {
  expect(formatted('interface i { \n  /// docs \t\n  /** two  \n  lines */ \n  f: func();\t\n}\n \n')).toBe(
    'interface i {\n  /// docs\n  /** two  \n  lines */\n  f: func();\n}\n',
  );
});

test('what has no items keeps its comments, and nothing stays nothing', () => {
  expect(formatted('\n\n  // alone\n\n\n/* with\n another */')).toBe('// alone\n\n/* with\n another */\n');
  expect(formatted('')).toBe('');
  expect(formatted(' \n\n')).toBe('');
});

test('a licence at the start of a file stays at the start', () => {
  expect(formatted('// licence\n\n\n/// docs\npackage a:b;')).toBe('// licence\n\n/// docs\npackage a:b;\n');
});

test('a file with syntax errors is refused with all of them', () => {
  const result = format({
    path: 'a.wit',
    text: 'interface i {\n  f: func(;\n  g: func();\n  h: func(;\n}\n',
  });
  expect('diagnostics' in result && result.diagnostics.map(({ code }) => code)).toEqual([
    'syntax-expected',
    'syntax-expected',
  ]);
});

test('every construct', () => {
  const path = 'test/format/fixtures/every-construct.wit';
  expectGolden('formatting/every-construct.wit', formatted(readFileSync(join(repository, path), 'utf8')));
});
