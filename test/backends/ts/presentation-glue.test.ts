/** Values of other presentations through glue: a core module that hands what it gets to its import, and back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { build } from 'esbuild';
import { ts } from '../../../src/backends/ts/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { generate } from '../../../src/driver/generate.js';

import { buildFolder } from '../../support/compile.js';

const wit = `package demo:paint;

interface canvas {
  enum tone { warm, very-cold }
  flags access { read, write-all, share }
  variant shape { empty, dots(u8) }
  pass-tone: func(v: tone) -> tone;
  pass-access: func(v: access) -> access;
}

world paint {
  import canvas;
  export canvas;
}
`;

const wat = `(module
  (import "demo:paint/canvas" "pass-tone" (func $tone (param i32) (result i32)))
  (import "demo:paint/canvas" "pass-access" (func $access (param i32) (result i32)))
  (func (export "demo:paint/canvas#pass-tone") (param i32) (result i32) (call $tone (local.get 0)))
  (func (export "demo:paint/canvas#pass-access") (param i32) (result i32) (call $access (local.get 0)))
)`;

interface Canvas {
  readonly passTone: (tone: unknown) => unknown;
  readonly passAccess: (access: unknown) => unknown;
  readonly Tone?: Readonly<Record<string, unknown>>;
  readonly Access?: Readonly<Record<string, bigint>>;
  readonly Shape?: Readonly<Record<string, (payload?: unknown) => unknown>>;
}

/** What the module's import has seen. */
const seen: unknown[] = [];

async function instantiated(name: string, options: Readonly<Record<string, string>>): Promise<Canvas> {
  const request = { wit: 'wit', abi: 'canonical', backend: ts } as const;
  const { files, diagnostics } = await generate(
    { ...request, options: { ...options, emit: 'glue' } },
    memoryHost({ 'wit/paint.wit': wit }),
  );
  expect(diagnostics).toEqual([]);
  const folder = join(buildFolder('presentation-glue'), name);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const outfile = join(folder, 'paint.mjs');
  await build({ entryPoints: [join(folder, 'paint.ts')], bundle: true, format: 'esm', outfile });
  // The world's file, as its own types say; the calls below are also wrong on purpose.
  const { instantiate } = (await import(pathToFileURL(outfile).href)) as {
    readonly instantiate: (module: WebAssembly.Module, imports: object) => { readonly canvas: Canvas };
  };
  const handed = (value: unknown): unknown => {
    seen.push(value);
    return value;
  };
  const module = new WebAssembly.Module(await parse(wat));
  return instantiate(module, { 'demo:paint/canvas': { passTone: handed, passAccess: handed } }).canvas;
}

beforeEach(() => {
  seen.length = 0;
});

test('as jco by itself', async () => {
  const canvas = await instantiated('usual', {});
  expect(canvas.passTone('very-cold')).toBe('very-cold');
  const access = { read: false, writeAll: true, share: false };
  expect(canvas.passAccess({ writeAll: true })).toEqual(access);
  expect(seen).toEqual(['very-cold', access]);
  expect(canvas.Tone).toBeUndefined();
});

test('flags as a bigint, enums in capitals, and their constants', async () => {
  const options = { flags: 'bigint', enums: 'screaming-snake', constants: 'objects' };
  const { passTone, passAccess, Tone, Access, Shape } = await instantiated('other', options);
  expect(passTone('VERY_COLD')).toBe('VERY_COLD');
  expect(Tone).toEqual({ Warm: 'WARM', VeryCold: 'VERY_COLD' });
  expect(passAccess(6n)).toBe(6n);
  expect(Access).toEqual({ Read: 1n, WriteAll: 2n, Share: 4n });
  expect(Shape?.Dots?.(1)).toEqual({ tag: 'dots', val: 1 });
  expect(Shape?.Empty?.()).toEqual({ tag: 'empty' });
  expect(seen).toEqual(['VERY_COLD', 6n]);
});

test.each([
  ['an enum as WIT spells it', 'passTone', 'very-cold'],
  ['flags as an object', 'passAccess', { read: true }],
  ['bits that are of no flag', 'passAccess', 8n],
  ['bits below zero', 'passAccess', -1n],
  ['a number', 'passAccess', 1],
] as const)('%s is no value of another presentation', async (_, name, value) => {
  const canvas = await instantiated('wrong', { flags: 'bigint', enums: 'screaming-snake' });
  expect(() => canvas[name](value)).toThrow(TypeError);
  expect(seen).toEqual([]);
});
