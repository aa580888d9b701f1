import { unaliased } from '../../src/resolve/model.js';
import { dumped, problems, resolved } from '../support/wit.js';

test('a model of everything', async () => {
  expect(
    await dumped(
      `
      /// A package.
      package x:y;

      /// An interface.
      interface types {
        /// A record.
        record point { /// Across.
          x: s32, y: s32 }
        variant shape { dot, circle(point), poly(list<point>) }
        enum color { red, green }
        flags permissions { read, write }
        resource file {
          constructor(path: string) -> result<file, error>;
          read: func(n: u64) -> result<list<u8>, error>;
          open: static async func(other: borrow<file>) -> file;
        }
        type error = u32;
        type handle = file;
        type owned = own<file>;
        type grid = list<u8, 16>;
        type table = map<string, tuple<f32, f64, char, bool>>;
        events: func() -> stream<shape>;
        done: func(when: future) -> future<result<_, error-context>>;
      }

      interface other {
        use types.{point, file as document};
        move-to: func(where: option<point>, what: document, lent: borrow<document>);
      }

      world w {
        use types.{color};
        import log: func(text: string);
        import store: other;
        export run: interface { start: func(); }
        export other;
      }`,
    ),
  ).toMatchInlineSnapshot(`
   "/// A package.
   package x:y

   /// An interface.
   interface types
     /// A record.
     record point
       /// Across.
       x: s32
       y: s32
     variant shape
       dot
       circle(point)
       poly(list<point>)
     enum color
       red
       green
     flags permissions
       read
       write
     resource file
     type error = u32
     type handle = x:y/types.file
     type owned = own<file>
     type grid = list<u8, 16>
     type table = map<string, tuple<f32, f64, char, bool>>
     constructor file: func(path: string) -> result<own<file>, error>
     method file.read: func(n: u64) -> result<list<u8>, error>
     static file.open: async func(other: borrow<file>) -> own<file>
     events: func() -> stream<shape>
     done: func(when: future) -> future<result<_, error-context>>

   interface other
     use point = x:y/types.point
     use document = x:y/types.file
     move-to: func(where: option<point>, what: own<document>, lent: borrow<document>)

   world w
     import x:y/types
     import store: x:y/other
     import use color = x:y/types.color
     import log: func(text: string)
     export run: interface
       start: func()
     export x:y/other
   "
  `);
});

test('types come in the order of their dependencies, and otherwise of the text', async () => {
  const model = await resolved(
    'package x:y; interface i { type a = d; type b = u8; type c = b; type d = c; type e = u8; }',
  );
  expect(model.main.interfaces[0]?.types.map(({ name }) => name)).toEqual(['b', 'c', 'd', 'a', 'e']);
});

// As the reference implementation (0.257.1) has it: what refers to a used type waits for its `use`.
test('a type of a used type comes after the use, also where that stands below', async () => {
  const model = await resolved(
    'package x:y; interface x { type t = u8; } interface i { type a = t; type b = u16; use x.{t}; type c = u8; }',
  );
  expect(model.main.interfaces[1]?.types.map(({ name }) => name)).toEqual(['t', 'b', 'a', 'c']);
});

test('an alias of a resource leads to the resource', async () => {
  const model = await resolved(
    'package x:y; interface a { resource r; } interface b { use a.{r as s}; type t = s; f: func() -> t; }',
  );
  const [a, b] = model.main.interfaces;
  const result = b?.functions[0]?.result;
  expect(result?.kind).toBe('own');
  expect(result?.kind === 'own' && unaliased(result.resource)).toBe(a?.types[0]);
  expect(result?.kind === 'own' && result.resource).toBe(b?.types[1]);
});

test('one mistake is one diagnostic: what is unknown does not make more unknown', async () => {
  expect(
    await problems(`package x:y;
      interface i {
        use nowhere.{a, b};
        type c = d;
        record e { a: a, c: c }
        f: func(p: borrow<a>, q: list<c>) -> e;
      }
      world w { import i; include gone with { x as y } }`),
  ).toEqual([
    'item-not-found: no interface or world named `nowhere` in package `x:y`',
    'type-not-found: no type named `d` in interface `i`',
    'item-not-found: no interface or world named `gone` in package `x:y`',
  ]);
});

test('mistakes of all packages are reported together', async () => {
  expect(
    await problems(`package x:y;
      package x:z { interface i { type a = b; } }
      interface j { use x:z/i.{a}; type c = d; }`),
  ).toHaveLength(2);
});

test('many cycles are found without trouble', async () => {
  const pairs = Array.from(
    { length: 500 },
    (_, index) => `type a${String(index)} = b${String(index)}; type b${String(index)} = a${String(index)};`,
  );
  expect((await problems(`package x:y; interface i { ${pairs.join('\n')} }`)).slice(-2)).toEqual([
    'type-cycle: type `b99` contains itself: `b99` → `a99` → `b99`',
    'too-many: 400 more problems of this file are not shown',
  ]);
});

test('a long chain of types is an answer', async () => {
  const links = Array.from({ length: 5000 }, (_, index) => {
    const [from, to] = [String(index), String(index + 1)];
    return `type t${to} = list<t${from}>;`;
  });
  const chain = `type t0 = u8; ${links.join('\n')} f: func() -> t5000;`;
  const [first] = await problems(`package x:y; interface i { ${chain} }`);
  expect(first).toBe('type-nesting: type `t101` is nested more than 100 deep through the names in it');
});

test('a long chain of aliases is no problem', async () => {
  const links = Array.from({ length: 5000 }, (_, index) => `type t${String(index + 1)} = t${String(index)};`);
  const chain = `type t0 = u8; ${links.join('\n')} f: func() -> t5000;`;
  expect(await problems(`package x:y; interface i { ${chain} }`)).toEqual([]);
});
