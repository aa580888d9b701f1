import { componentEmbed } from '@bytecodealliance/jco-transpile/wasm-tools';
import { compatibleName } from '../../src/abi/conventions/core-names.js';
import { conventions } from '../../src/abi/conventions/index.js';
import { coreItems } from '../../src/abi/core-items.js';
import { plainStyles } from '../../src/abi/api-style.js';
import { planWorld } from '../../src/abi/plan-world.js';
import { defaultSymbols } from '../../src/abi/symbol-options.js';
import { nodeHost } from '../../src/base/node-host.js';
import { memoryHost } from '../../src/base/host.js';
import { inspect } from '../../src/driver/inspect.js';
import { readPackages } from '../../src/driver/read.js';
import { fixtureFolder, fixtureWorlds } from '../support/fixtures.js';

test.each([
  ['ns:pkg/api@1.2.3', 'ns:pkg/api@1'],
  ['ns:pkg/api@0.2.3', 'ns:pkg/api@0.2'],
  ['ns:pkg/api@0.0.3', 'ns:pkg/api@0.0.3'],
  ['ns:pkg/api@1.2.3+build.5', 'ns:pkg/api@1'],
  ['ns:pkg/api@1.2.3-rc.1+build.5', 'ns:pkg/api@1.2.3-rc.1'],
  ['ns:pkg/api', 'ns:pkg/api'],
  ['inline', 'inline'],
])('%s is compatible with %s', (name, compatible) => {
  expect(compatibleName(name)).toBe(compatible);
});

/** What a module for the world calls its imports and exports, by wasm-tools: a dummy has everything that there can be. */
async function namesByWasmTools(witSource: string, world: string) {
  const bytes = await componentEmbed({ dummy: true, witSource, world });
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return {
    imports: WebAssembly.Module.imports(module).map(({ module, name }) => `${module} ${name}`),
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
  };
}

const worlds = await fixtureWorlds();

test.each(worlds)(
  'standard names of $fixture, $world are those of wasm-tools',
  async ({ fixture, world }) => {
    const wit = fixtureFolder(fixture);
    const { resolved } = await readPackages({ wit, features: 'all' }, nodeHost);
    const { text = '' } = await inspect({ wit, features: 'all', format: 'wit' }, nodeHost);
    const model = resolved?.main.worlds.find(({ name }) => name === world);
    if (!model) throw new Error(`${fixture} has no world ${world}`);
    const standard = { ...defaultSymbols, coreNames: 'standard' } as const;
    const ours = coreItems(planWorld(model, conventions.canonical, plainStyles.std, standard));
    const theirs = await namesByWasmTools(text, world);

    const imports = new Set(ours.imports.map(({ module, name }) => `${module} ${name}`));
    expect([...imports].sort()).toEqual(theirs.imports.sort());
    // Post-return functions are there for those that want one; memory and start are the linker's.
    const isOptional = (name: string): boolean => name.endsWith('_post') || name.endsWith('_realloc');
    const isLinkers = (name: string): boolean => /^cm32p2_(memory|initialize)$/.test(name);
    expect(ours.exports.filter((name) => !theirs.exports.includes(name))).toEqual([]);
    const needed = theirs.exports.filter((name) => !isOptional(name) && !isLinkers(name));
    expect(needed.filter((name) => !ours.exports.includes(name))).toEqual([]);
  },
);

test('legacy names are those of the table', async () => {
  const wit = `package demo:app@1.2.3;
    interface api { resource r { constructor(); label: func() -> string; } f: func(); }
    world w { import api; export api; import g: func(); export h: func() -> string; }`;
  const { text } = await inspect(
    { wit: 'a.wit', format: 'symbols', abi: 'canonical' },
    memoryHost({ 'a.wit': wit }),
  );
  expect(text?.trimEnd().split('\n')).toEqual([
    'import "demo:app/api@1.2.3" "[resource-drop]r"',
    'import "demo:app/api@1.2.3" "[constructor]r"',
    'import "demo:app/api@1.2.3" "[method]r.label"',
    'import "demo:app/api@1.2.3" "f"',
    'import "$root" "g"',
    'import "[export]demo:app/api@1.2.3" "[resource-new]r"',
    'import "[export]demo:app/api@1.2.3" "[resource-rep]r"',
    'import "[export]demo:app/api@1.2.3" "[resource-drop]r"',
    'export "demo:app/api@1.2.3#[dtor]r"',
    'export "demo:app/api@1.2.3#[constructor]r"',
    'export "demo:app/api@1.2.3#[method]r.label"',
    'export "cabi_post_demo:app/api@1.2.3#[method]r.label"',
    'export "demo:app/api@1.2.3#f"',
    'export "h"',
    'export "cabi_post_h"',
    'export "cabi_realloc"',
  ]);
});
