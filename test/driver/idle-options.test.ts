/** Options that mean nothing under an ABI are neither errors nor passed over in silence. */
import { cpp } from '../../src/backends/cpp/index.js';
import { rust } from '../../src/backends/rust/index.js';
import { ts } from '../../src/backends/ts/index.js';
import type { AbiName } from '../../src/abi/conventions/index.js';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import { memoryHost } from '../../src/base/host.js';
import { generate } from '../../src/driver/generate.js';
import { inspect } from '../../src/driver/inspect.js';

const host = memoryHost({ 'a.wit': 'package a:b; world w { import f: func(); export g: func(); }' });

const forComponents: readonly Partial<SymbolOptions>[] = [{ coreNames: 'standard' }];
const forLinking: readonly Partial<SymbolOptions>[] = [
  { importPrefix: 'a_' },
  { exportPrefix: 'a_' },
  { worldPrefix: 'a_' },
  { bothSides: 'imports' },
  { fingerprints: false },
];

async function said(abi: AbiName, symbols: Partial<SymbolOptions>): Promise<readonly string[]> {
  const { files, diagnostics } = await generate({ wit: 'a.wit', abi, backend: cpp, symbols }, host);
  expect(files).not.toEqual([]);
  return diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
}

test.each([
  ...forComponents.map((symbols) => ({ symbols, idle: 'symmetric', heeded: 'canonical' }) as const),
  ...forLinking.map((symbols) => ({ symbols, idle: 'canonical', heeded: 'symmetric' }) as const),
])('$symbols does nothing under the $idle ABI', async ({ symbols, idle, heeded }) => {
  expect(await said(idle, symbols)).toEqual([
    expect.stringMatching(`^warning: option \`--[a-z-]+\` does nothing under the ${idle} ABI$`),
  ]);
  expect(await said(heeded, symbols)).toEqual([]);
});

test('either ABI of a comparison may heed an option', async () => {
  const symbols = { coreNames: 'standard' } as const;
  const asked = { wit: 'a.wit', format: 'plan', abi: 'symmetric', symbols } as const;
  expect((await inspect(asked, host)).diagnostics).toHaveLength(1);
  expect((await inspect({ ...asked, diff: 'canonical' }, host)).diagnostics).toEqual([]);
});

test.each([cpp, rust])('modules are not linked with others: no files for that in $title', async (backend) => {
  const generated = async (
    options: Record<string, string>,
  ): Promise<[readonly string[], readonly string[]]> => {
    const { files, diagnostics } = await generate({ wit: 'a.wit', abi: 'canonical', backend, options }, host);
    return [files.map(({ path }) => path), diagnostics.map(({ message }) => message)];
  };
  const [files] = await generated({});
  expect(await generated({ linking: 'yes' })).toEqual([
    files,
    ['option `linking` does nothing under the canonical ABI'],
  ]);
});

test.each([
  ['finalizers', 'no'],
  ['transport', 'wasm'],
])('types are the same, whatever is asked of glue: %s', async (option, value) => {
  const generated = async (
    emit: string,
    more: Record<string, string>,
  ): Promise<readonly [readonly unknown[], readonly string[]]> => {
    const asked = { wit: 'a.wit', abi: 'symmetric', backend: ts, options: { emit, ...more } } as const;
    const { files, diagnostics } = await generate(asked, host);
    return [files, diagnostics.map(({ severity, message }) => `${severity}: ${message}`)];
  };
  const [files] = await generated('types', {});
  expect(await generated('types', { [option]: value })).toEqual([
    files,
    [`warning: option \`${option}\` is for glue, and none is written`],
  ]);
  expect((await generated('glue', { [option]: value }))[1]).toEqual([]);
});

test.each(['koffi', 'napi'])(
  'modules are instantiated, whatever is native is loaded through: %s',
  async (transport) => {
    const generated = async (
      abi: AbiName,
      more: Record<string, string>,
    ): Promise<readonly [readonly unknown[], readonly string[]]> => {
      const options = { emit: 'glue', ...more };
      const { files, diagnostics } = await generate({ wit: 'a.wit', abi, backend: ts, options }, host);
      return [files, diagnostics.map(({ severity, message }) => `${severity}: ${message}`)];
    };
    const [files] = await generated('canonical', {});
    expect(files).not.toEqual([]);
    expect(await generated('canonical', { transport })).toEqual([
      files,
      ['warning: option `transport` does nothing under the canonical ABI'],
    ]);
    expect((await generated('symmetric', { transport }))[1]).toEqual([]);
  },
);
