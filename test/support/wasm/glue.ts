/** Components under our own glue: TypeScript for the core module, as JavaScript. */
import { join } from 'node:path';
import typescript from 'typescript';
import type { CoreNames } from '../../../src/abi/symbol-options.js';
import { builtInBackends } from '../../../src/backends/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { readWorld } from '../../../src/driver/read.js';
import { qualifiedName, type World } from '../../../src/resolve/model.js';
import type { Hosted, WorldAt } from './tools.js';

/** A component that our glue hosts. */
export interface Glued extends Hosted {
  /** The core module among the files. */
  readonly core: string;
  /** What the interfaces that it exports are called by those who import them, in their order. */
  readonly interfaces: readonly string[];
}

/** A core module, and the glue for its world. The files lie in a folder of their own. */
export async function glued(
  name: string,
  core: Uint8Array,
  at: WorldAt,
  coreNames: CoreNames = 'legacy',
): Promise<Glued> {
  const wit = { wit: at.witPath, world: at.world, features: at.features, lints: 'compat' } as const;
  const backend = builtInBackends.find(({ id }) => id === 'ts');
  if (!backend) throw new Error('no backend for TypeScript');
  const asked = {
    ...wit,
    abi: 'canonical',
    backend,
    options: { emit: 'glue' },
    symbols: { coreNames },
  } as const;
  const { files, diagnostics } = await generate(asked, nodeHost);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const scripts = files
    .filter(({ path }) => /(?<!\.d)\.ts$/.test(path))
    .map(({ path, content }) => [join(name, path.replace(/ts$/, 'js')), scriptOf(content)] as const);
  const { world } = await readWorld(wit, nodeHost);
  return {
    name: `${name}/${at.world}`,
    files: new Map([...scripts, [`${name}/core.wasm`, core]]),
    core: `${name}/core.wasm`,
    interfaces: world ? exportedInterfaces(world) : [],
  };
}

/** One file without its types: whether they are right is for others to say. */
function scriptOf(text: string): Uint8Array {
  const compilerOptions = { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext };
  return new TextEncoder().encode(typescript.transpileModule(text, { compilerOptions }).outputText);
}

const exportedInterfaces = ({ exports }: World): readonly string[] =>
  exports.flatMap((item) => (item.kind === 'interface' ? [item.key ?? qualifiedName(item.interface)] : []));
