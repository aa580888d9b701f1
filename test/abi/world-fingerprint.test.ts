/** What both halves of the bindings of a world must agree about, and what not. */
import { conventions } from '../../src/abi/conventions/index.js';
import { planWorld } from '../../src/abi/plan-world.js';
import { defaultSymbols, type SymbolOptions } from '../../src/abi/symbol-options.js';
import { worldFingerprint } from '../../src/abi/world-fingerprint.js';
import { memoryHost } from '../../src/base/host.js';
import { resolve } from '../../src/resolve/resolve.js';

const base = `package a:b;
interface i { record p { x: u32, y: u32 } resource r; f: func(a: p); g: func(a: p); }
world w { import i; export h: func() -> u8; }`;

async function valueOf(
  wit: string,
  options: Partial<SymbolOptions> = {},
  choices?: readonly string[],
): Promise<bigint> {
  const { resolved } = await resolve({ roots: ['app.wit'], features: 'all' }, memoryHost({ 'app.wit': wit }));
  const world = resolved?.main.worlds[0];
  if (!world) throw new Error('this WIT has no world');
  const symbols = { ...defaultSymbols, ...options };
  return worldFingerprint(planWorld(world, conventions.symmetric, undefined, symbols), choices);
}

test.each([
  ['documentation', base.replace('f: func', '/// Text.\n f: func')],
  ['a type that nothing uses', base.replace('resource r;', 'resource r; record q { z: u8 }')],
])('%s does not matter', async (_, changed) => {
  expect(changed).not.toBe(base);
  expect(await valueOf(changed)).toBe(await valueOf(base));
});

test.each([
  ['a field', base.replace('x: u32, y: u32', 'y: u32, x: u32')],
  ['a resource', base.replace('resource r;', 'resource s;')],
  [
    "the order of an interface's functions",
    base.replace('f: func(a: p); g: func(a: p);', 'g: func(a: p); f: func(a: p);'),
  ],
  ["a function of the world's own", base.replace('-> u8', '-> s8')],
  ['the side of the world', base.replace('import i', 'export i')],
])('%s matters', async (_, changed) => {
  expect(changed).not.toBe(base);
  expect(await valueOf(changed)).not.toBe(await valueOf(base));
});

test('whether interfaces have fingerprints does not matter: these are always compared', async () => {
  expect(await valueOf(base, { fingerprints: false })).toBe(await valueOf(base));
});

test('what functions are called for the linker matters', async () => {
  expect(await valueOf(base, { worldPrefix: 'w_' })).not.toBe(await valueOf(base));
  expect(await valueOf(base, { importPrefix: 'i_' })).not.toBe(await valueOf(base));
});

test('what else halves take for granted matters', async () => {
  expect(await valueOf(base, {}, ['flags bigint'])).not.toBe(await valueOf(base, {}, ['flags object']));
});
