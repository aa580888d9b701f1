/** Types without functions: which ones worlds use, and components that have nothing else. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerTest } from '../peer/discover.js';
import type { WasmTools } from './tools.js';

/** Where WIT of a test's types is written, and the gates that are open. */
export interface TypesAt {
  readonly folder: string;
  readonly features: readonly string[];
}

/** The component of a world `types` in WIT that may refer to that of a test. It has nothing to be called. */
export async function typesComponent(
  wit: string,
  test: PeerTest,
  { folder, features }: TypesAt,
  tools: WasmTools,
): Promise<Uint8Array> {
  const dependencies = join(folder, 'deps');
  mkdirSync(join(dependencies, 'test'), { recursive: true });
  writeFileSync(join(folder, 'types.wit'), wit);
  cpSync(join(test.folder, 'test.wit'), join(dependencies, 'test/test.wit'));
  const theirs = join(test.folder, 'deps');
  if (existsSync(theirs)) cpSync(theirs, dependencies, { recursive: true });
  return tools.componentNew(await tools.dummyModule({ witPath: folder, world: 'types', features }));
}

/** The interfaces of which worlds use types themselves, for functions of no interface: by the names of the types. */
export async function typesUsed(
  components: readonly Uint8Array[],
  tools: WasmTools,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const component of components) {
    const wit = await tools.componentWit(component);
    for (const [, from = '', names = ''] of wit.matchAll(/^ {2}use (\S+)\.\{([^}]*)\};/gm)) {
      for (const name of names.split(', ')) found.set(name, from);
    }
  }
  return found;
}
