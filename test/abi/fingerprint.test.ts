/** What changes the fingerprint of an interface, and what does not. */
import fc from 'fast-check';
import { conventions } from '../../src/abi/conventions/index.js';
import { Fingerprints, fnv1a, hexadecimal } from '../../src/abi/fingerprint.js';
import { planWorld } from '../../src/abi/plan-world.js';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import { memoryHost } from '../../src/base/host.js';
import { inspect } from '../../src/driver/inspect.js';
import type { Interface, World } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';

async function worldOf(wit: string): Promise<World> {
  const host = memoryHost({ 'app.wit': wit });
  const { resolved } = await resolve({ roots: ['app.wit'], features: 'all', lints: 'compat' }, host);
  const world = resolved?.main.worlds[0];
  if (!world) throw new Error('this WIT has no world');
  return world;
}

async function interfaceOf(body: string): Promise<Interface> {
  const world = await worldOf(`package a:b@1.0.0; interface i { ${body} } world w { import i; }`);
  const [first] = world.imports;
  if (first?.kind !== 'interface') throw new Error('the world imports an interface');
  return first.interface;
}

const textOf = async (body: string): Promise<string> =>
  new Fingerprints('some').textOf(await interfaceOf(body));

const valueOf = async (body: string): Promise<bigint | undefined> =>
  new Fingerprints('some').of(await interfaceOf(body));

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('FNV-1a of %j as its authors give it', (text, hash) => {
  expect(hexadecimal(fnv1a(text))).toBe(hash);
});

test('the text names the convention, functions and resources, sorted, with types as they are', async () => {
  const text = await textOf(`
    resource r { constructor(a: u8); m: func() -> option<string>; s: static func(b: borrow<r>) -> r; }
    record p { x: u32, y: list<char> }
    type alias = p;
    z: func(a: alias, b: map<string, list<u8, 4>>) -> result<_, tuple<f32, bool>>;
    a: async func(c: stream<u8>) -> future;
  `);
  const record = hexadecimal(fnv1a('record{x: u32, y: list<char>}'));
  expect(text).toBe(
    [
      'interface text 1, some ABI',
      '[constructor]r(a: u8) -> own<a:b/i@1.0.0/r>',
      '[method]r.m() -> option<string>',
      '[resource-drop]r',
      '[static]r.s(b: borrow<a:b/i@1.0.0/r>) -> own<a:b/i@1.0.0/r>',
      'a async(c: stream<u8>) -> future<_>',
      `z(a: #${record}, b: map<string, list<u8, 4>>) -> result<_, tuple<f32, bool>>`,
      '',
    ].join('\n'),
  );
});

const base = 'record p { x: u32, y: u32 } enum e { one, two } f: func(a: p, b: e); g: func() -> p;';

test.each([
  [
    'the order of functions',
    'record p { x: u32, y: u32 } enum e { one, two } g: func() -> p; f: func(a: p, b: e);',
  ],
  ['documentation', `/// Text.\n ${base}`],
  [
    'what types are called',
    'record q { x: u32, y: u32 } enum d { one, two } f: func(a: q, b: d); g: func() -> q;',
  ],
  [
    'names for types',
    `type n = u32; record p { x: n, y: u32 } enum e { one, two } f: func(a: p, b: e); g: func() -> p;`,
  ],
  ['types that no function uses', `${base} record unused { a: u8 }`],
])('%s does not matter', async (_, changed) => {
  expect(await valueOf(changed)).toBe(await valueOf(base));
});

test.each([
  ['fields that change places', base.replace('x: u32, y: u32', 'y: u32, x: u32')],
  ['cases that change places', base.replace('one, two', 'two, one')],
  ['another type', base.replace('y: u32', 'y: s32')],
  ['another parameter name', base.replace('a: p', 'c: p')],
  ['one function more', `${base} h: func();`],
  ['a resource more', `${base} resource r;`],
  ['another result', base.replace('-> p', '-> list<p>')],
])('%s matters', async (_, changed) => {
  expect(await valueOf(changed)).not.toBe(await valueOf(base));
});

test('every convention has values of its own', async () => {
  const each = await interfaceOf(base);
  expect(new Fingerprints('one').of(each)).not.toBe(new Fingerprints('other').of(each));
});

test('what cannot be called has none', async () => {
  expect(await valueOf('record p { x: u32 }')).toBeUndefined();
});

test('types that double in size with every name are short', async () => {
  const types = Array.from(
    { length: 60 },
    (_, at) => `record t${String(at + 1)} { a: t${String(at)}, b: t${String(at)} }`,
  );
  const text = await textOf(`record t0 { a: u8 } ${types.join(' ')} f: func(x: list<t60>);`);
  expect(text.length).toBeLessThan(100);
});

test('order of functions never matters', async () => {
  const each = await interfaceOf(
    'a: func(); b: func() -> u8; c: func(x: string); d: func(y: list<u8>) -> bool;',
  );
  const known = new Fingerprints('some').of(each);
  const orders = fc.shuffledSubarray([...each.functions], { minLength: each.functions.length });
  fc.assert(
    fc.property(orders, (functions) => new Fingerprints('some').of({ ...each, functions }) === known),
  );
});

const sides = `package a:b;
interface types { record p { x: u32 } }
interface i { use types.{p}; resource r; f: func(x: p); }
interface uses-it { use i.{r}; g: func(x: r); }`;

const symbolsOf = async (world: string, symbols: Partial<SymbolOptions> = {}): Promise<readonly string[]> => {
  const request = { wit: 'app.wit', format: 'symbols', symbols } as const;
  const { text = '' } = await inspect(request, memoryHost({ 'app.wit': `${sides} world w { ${world} }` }));
  return text.split('\n').filter((row) => row.includes('X5BabiX5D'));
};

test('an exporter tells, an importer asks, and types alone say nothing', async () => {
  expect(await symbolsOf('export i;')).toEqual(['T aX3AbX2FiX00X5BabiX5D']);
  expect(await symbolsOf('import i;')).toEqual(['w aX3AbX2FiX00X5BabiX5D']);
  expect(await symbolsOf('import f: func(); export g: func();')).toEqual([]);
});

test('both sides of a world have theirs, under their prefixes', async () => {
  expect(await symbolsOf('import i; export i;')).toEqual([
    'T exp_aX3AbX2FiX00X5BabiX5D',
    'w imp_aX3AbX2FiX00X5BabiX5D',
  ]);
  expect(await symbolsOf('import i;', { importPrefix: 'x_' })).toEqual(['w x_aX3AbX2FiX00X5BabiX5D']);
});

test('what is implied of one that this component exports is not asked for', async () => {
  expect(await symbolsOf('import uses-it; export i;')).toEqual([
    'T aX3AbX2FiX00X5BabiX5D',
    'w aX3AbX2Fuses_itX00X5BabiX5D',
  ]);
});

test('the switch leaves all of them out', async () => {
  expect(await symbolsOf('import i; export i;', { fingerprints: false })).toEqual([]);
});

test('copies of an interface for the two sides of a world have one value', async () => {
  const world = await worldOf(`${sides} world w { import i; export i; }`);
  const values = planWorld(world, conventions.symmetric).scopes.flatMap(
    ({ fingerprint }) => fingerprint?.value ?? [],
  );
  expect(values).toHaveLength(2);
  expect(values[0]).toBe(values[1]);
});

test('a host has looked before: the canonical convention has none', async () => {
  const world = await worldOf(`${sides} world w { import i; export i; }`);
  const { scopes } = planWorld(world, conventions.canonical);
  expect(scopes.flatMap(({ fingerprint }) => fingerprint ?? [])).toEqual([]);
});
