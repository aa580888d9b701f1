import { problems, resolved } from '../support/wit.js';
import type { WorldItem } from '../../src/resolve/model.js';

/** Imports and exports of the last world, by name. */
async function items(wit: string): Promise<string> {
  const world = (await resolved(`package x:y; ${wit}`)).main.worlds.at(-1);
  const names = (list: readonly WorldItem[] = []) =>
    list.map((item) => item.key ?? (item.kind === 'interface' ? item.interface.name : '')).join(' ');
  return `${names(world?.imports)} -> ${names(world?.exports)}`;
}

const chain = `
  interface a { type t = u8; }
  interface b { use a.{t}; }
  interface c { use b.{t}; }`;

test('an imported interface brings those that it uses', async () => {
  expect(await items(`${chain} world w { import c; }`)).toBe('a b c -> ');
});

test('a used type brings its interface', async () => {
  expect(await items(`${chain} world w { use c.{t}; import f: func(p: t); }`)).toBe('a b c t f -> ');
});

test('an exported interface imports what it uses', async () => {
  expect(await items(`${chain} world w { export c; }`)).toBe('a b -> c');
});

test('exported interfaces are used as exports', async () => {
  expect(await items(`${chain} world w { export c; export b; export a; }`)).toBe(' -> a b c');
});

test('imports are sorted by what they are', async () => {
  expect(
    await items(`${chain} world w {
      import f: func();
      resource r { m: func(); constructor(); }
      import a;
      use b.{t};
      export g: func();
      export i: interface {}
      export h: func();
    }`),
  ).toBe('a b t r f [method]r.m [constructor]r -> g h i');
});

test('a labelled interface is an import of its own', async () => {
  expect(await items(`${chain} world w { import p: b; import q: b; import b; }`)).toBe('a p q b -> ');
});

test('what is included is unioned by identity and copied by name', async () => {
  expect(
    await items(`${chain}
      world v { import a; import f: func(); export g: func(); }
      world w { import b; include v with { f as h, g as k } }`),
  ).toBe('a b h -> k');
});

test('a renamed resource takes its functions along', async () => {
  expect(
    await items(`
      world v { resource r { constructor(); m: func(o: borrow<r>) -> r; } }
      world w { include v with { r as q } }`),
  ).toBe('q [constructor]q [method]q.m -> ');
});

test('copied functions speak of the copied types', async () => {
  const model = await resolved(`package x:y;
    world v { record t { i: u8 } import f: func(p: list<t>) -> option<t>; import i: interface { resource r; g: func(p: borrow<r>); } }
    world w { include v; }`);
  const [v, w] = model.main.worlds;
  const copied = w?.types[0];
  expect(copied?.owner).toBe(w);
  expect(copied).not.toBe(v?.types[0]);
  const f = w?.imports.find((item) => item.key === 'f');
  const type = f?.kind === 'function' ? f.function.parameters[0]?.type : undefined;
  expect(type?.kind === 'list' && type.element.kind === 'named' && type.element.decl === copied).toBe(true);
  const i = w?.imports.find((item) => item.key === 'i');
  const inline = i?.kind === 'interface' ? i.interface : undefined;
  const parameter = inline?.functions[0]?.parameters[0]?.type;
  expect(parameter?.kind === 'borrow' && parameter.resource === inline?.types[0]).toBe(true);
});

test('an inline interface does not see the types of its world', async () => {
  expect(
    await problems('package x:y; world w { type t = u8; import i: interface { f: func() -> t; } }'),
  ).toEqual(['name-not-found: no type named `t` in interface `i`']);
});

test('a long chain of interfaces is no problem', async () => {
  const links = Array.from(
    { length: 12_000 },
    (_, index) => `interface i${String(index + 1)} { use i${String(index)}.{t}; }`,
  );
  const wit = `interface i0 { type t = u8; } ${links.join('\n')} world w { import i12000; }`;
  expect((await items(wit)).split(' ')).toHaveLength(12_003);
});
