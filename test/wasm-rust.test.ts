/**
 * Core modules of Rust bindings under the canonical ABI: what they import and export is what `inspect --format symbols`
 * says, and a component can be made of them. Bodies are stubs here; test/wasm-runtime.test.ts runs programs.
 */
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { conventions } from '../src/abi/conventions/index.js';
import { coreItems, type CoreItems } from '../src/abi/core-items.js';
import { planWorld } from '../src/abi/plan-world.js';
import { defaultSymbols, type CoreNames } from '../src/abi/symbol-options.js';
import { rust } from '../src/backends/rust/index.js';
import { memoryHost } from '../src/base/host.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import type { OptionTexts } from '../src/driver/options.js';
import { buildFolder } from './support/compile.js';
import { fixtureFolder, fixtureWorlds, worldsOf } from './support/fixtures.js';
import { describeWith, mustRun, rustForWasm } from './support/toolchains.js';

const worlds = await fixtureWorlds();

async function plannedItems(fixture: string, name: string, coreNames: CoreNames): Promise<CoreItems> {
  const world = (await worldsOf(fixtureFolder(fixture))).find((each) => each.name === name);
  if (!world) throw new Error(`no world ${name}`);
  return coreItems(planWorld(world, conventions.canonical, undefined, { ...defaultSymbols, coreNames }));
}

interface Asked {
  readonly fixture: string;
  readonly world: string;
  readonly coreNames?: CoreNames;
  readonly options?: OptionTexts;
}

/** Bindings with implementations that must not be called. */
async function bindings({ fixture, world, coreNames = 'legacy', options = {} }: Asked): Promise<string> {
  const lints = { 'gated-fixed-length-list': 'allow', 'hyphen-duplicate': 'allow' } as const;
  const names = { abi: 'canonical', symbols: { coreNames } } as const;
  const { files, diagnostics } = await generate(
    {
      wit: fixtureFolder(fixture),
      world,
      ...names,
      lints,
      options: { stubs: 'yes', ...options },
      backend: rust,
    },
    nodeHost,
  );
  expect(diagnostics).toEqual([]);
  return files.find(({ path }) => path.endsWith('.rs'))?.content ?? '';
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** Without the names that functions have elsewhere. */
const onWebAssembly = (text: string): string => text.replace(/#\[cfg_attr\(\s*not\([^\]]*?"\)?\s*\)\]/g, '');

/** What declarations say that the module imports: the names stand within the declarations of their modules. */
function importsIn(text: string): readonly string[] {
  const found: string[] = [];
  const attributes = /#\[link\(\s*wasm_import_module = "([^"]*)"\s*\)\]|[[( ]link_name = "([^"]*)"/g;
  let module: string | undefined;
  for (const [, next, name] of onWebAssembly(text).matchAll(attributes)) {
    if (next !== undefined) module = next;
    else found.push(`${module ?? ''} ${name ?? ''}`);
  }
  return sorted(found);
}

const exportsIn = (text: string): readonly string[] =>
  sorted([...onWebAssembly(text).matchAll(/export_name = "([^"]*)"/g)].map(([, name = '']) => name));

const importNames = ({ imports }: CoreItems): readonly string[] =>
  sorted(imports.map(({ module, name }) => `${module} ${name}`));

describe.each(['legacy', 'standard'] as const)('%s names', (coreNames) => {
  test.each(worlds)('of $fixture, world $world', async ({ fixture, world }) => {
    const text = await bindings({ fixture, world, coreNames });
    const items = await plannedItems(fixture, world, coreNames);
    expect(importsIn(text)).toEqual(importNames(items));
    expect(exportsIn(text).filter((name) => name !== '_initialize')).toEqual(sorted(items.exports));
  });
});

/** Fixtures that wit-component refuses, and why. */
const refused: ReadonlyMap<string, RegExp> = new Map([
  ['hostile-names', /record field name `a1` conflicts with previous field name `a-1`/],
]);

describeWith(['Rust for wasm32', 'wasm-ld-19'], 'modules', () => {
  test.each(worlds)('of $fixture, world $world', async ({ fixture, world }) => {
    const folder = buildFolder('wasm-rust');
    const source = join(folder, 'lib.rs');
    writeFileSync(source, await bindings({ fixture, world }));
    const binary = compiled(source, join(folder, 'lib.wasm'));
    const items = await plannedItems(fixture, world, 'legacy');
    const module = new WebAssembly.Module(binary);
    // What stubs do not call is not imported.
    const imports = WebAssembly.Module.imports(module).map((each) => `${each.module} ${each.name}`);
    expect(importNames(items)).toEqual(expect.arrayContaining(imports));
    const isExported = items.exports.some((name) => name !== 'cabi_realloc');
    expect(sorted(WebAssembly.Module.exports(module).map(({ name }) => name))).toEqual(
      sorted([...items.exports, ...ofEveryModule, ...(isExported ? ['_initialize'] : [])]),
    );
    const reason = refused.get(fixture);
    const said = await componentNew(binary).then(
      () => 'it is a component',
      (error: unknown) => inspect(error),
    );
    expect(said).toMatch(reason ?? /^it is a component$/);
  });

  test('of two worlds, one of which leaves out what a module has once', async () => {
    const folder = buildFolder('wasm-rust');
    const write = (name: string, text: string): void => {
      writeFileSync(join(folder, name), text);
    };
    const second = { fixture: 'strings', world: 'exporter' };
    write('first.rs', await bindings({ fixture: 'worked-example', world: 'exporter' }));
    write('second.rs', await bindings({ ...second, options: { moduleExports: 'no' } }));
    write('lib.rs', 'pub mod first;\npub mod second;\n');
    const build = (): Uint8Array<ArrayBuffer> => compiled(join(folder, 'lib.rs'), join(folder, 'lib.wasm'));
    const names = WebAssembly.Module.exports(new WebAssembly.Module(build())).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['cabi_realloc', '_initialize']));
    write('second.rs', await bindings(second));
    expect(build).toThrow(/symbol `(cabi_realloc|_initialize)` is already defined/);
  });
});

/** Functions that Rust has itself, and others that are in a C library or look like it. */
const names = [
  ...[
    'bcmp',
    'memcpy',
    'memset',
    'strlen',
    'acos',
    'atan2',
    'cosf',
    'sinh',
    'tanhf',
    'exp2',
    'expm1f',
    'fdim',
    'fma',
  ],
  ...[
    'fmaximum',
    'fminf',
    'hypot',
    'log',
    'log10f',
    'log1p',
    'pow',
    'rint',
    'roundf',
    'roundeven',
    'sqrt',
    'trunc',
  ],
  ...[
    'abs',
    'div',
    'free',
    'labs',
    'logs',
    'logg',
    'malloc',
    'memcpyf',
    'printf',
    'strcmp',
    'write',
    'powl',
    'atanh2',
  ],
];

describeWith(['Rust for wasm32', 'wasm-ld-19'], 'exports named like functions of Rust', () => {
  test.each<CoreNames>(['legacy', 'standard'])(
    'by the %s scheme: those are lost that are reported',
    async (coreNames) => {
      const wit = `package t:names; world w {${names.map((name) => ` export ${name}: func();`).join('')} }`;
      const request = { wit: 'a.wit', abi: 'canonical', backend: rust, symbols: { coreNames } } as const;
      const options = { stubs: 'yes' };
      const reported = await generate({ ...request, options }, memoryHost({ 'a.wit': wit }));
      const lints = { 'export-lost': 'allow' } as const;
      const { files } = await generate({ ...request, options, lints }, memoryHost({ 'a.wit': wit }));
      const source = join(buildFolder('lost-exports'), 'lib.rs');
      writeFileSync(source, files.find(({ path }) => path.endsWith('.rs'))?.content ?? '');
      const module = new WebAssembly.Module(compiled(source, source.replace(/rs$/, 'wasm')));
      const exported = WebAssembly.Module.exports(module).map(({ name }) => name.replace(/^cm32p2\|\|/, ''));
      expect(reported.diagnostics.map(({ values }) => values.name)).toEqual(
        names.filter((name) => !exported.includes(name)),
      );
      expect(reported.diagnostics.length > 20).toBe(coreNames === 'legacy');
    },
  );
});

/** What linkers export beside what they are told. */
const ofEveryModule = ['memory', '__data_end', '__heap_base'];

function compiled(source: string, module: string): Uint8Array<ArrayBuffer> {
  const target = ['--target', 'wasm32-unknown-unknown', '-C', 'linker=wasm-ld-19', '-C', 'panic=abort'];
  const crate = ['--edition', '2024', '--crate-type', 'cdylib', '--crate-name', 'checked', '-D', 'warnings'];
  mustRun(rustForWasm, [...target, ...crate, '-C', 'strip=symbols', source, '-o', module]);
  return new Uint8Array(readFileSync(module));
}
