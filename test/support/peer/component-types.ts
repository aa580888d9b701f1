/** Types that components import although no component of their test has them, or without a word in its composition. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WasmTools } from '../wasm/tools.js';
import type { PeerTest } from './discover.js';

/** A component that exports an interface of a test that has no functions. Writes WIT into a folder. */
export async function typesAlone(
  test: PeerTest,
  interfaceName: string,
  folder: string,
  tools: WasmTools,
): Promise<Uint8Array> {
  const dependencies = join(folder, 'deps');
  mkdirSync(join(dependencies, 'test'), { recursive: true });
  const wit = `package peer:types;\nworld types {\n  export ${interfaceName};\n}\n`;
  writeFileSync(join(folder, 'types.wit'), wit);
  cpSync(join(test.folder, 'test.wit'), join(dependencies, 'test/test.wit'));
  const theirs = join(test.folder, 'deps');
  if (existsSync(theirs)) cpSync(theirs, dependencies, { recursive: true });
  const at = { witPath: folder, world: 'types', features: [] };
  return tools.componentNew(await tools.dummyModule(at));
}

/** The interfaces of which worlds use types themselves, for functions of no interface: by the names of the types. */
export async function typesUsed(
  components: readonly Uint8Array[],
  tools: WasmTools,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const component of components) {
    const wit = await tools.componentWit(component);
    for (const [, from = '', names = ''] of wit.matchAll(/^ {2}use (\S+)\.\{([^}]*)\};/gm)) {
      for (const name of names.split(', ')) found.set(name, from);
    }
  }
  return found;
}
