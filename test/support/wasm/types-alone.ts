/**
 * Types that components import and no other exports: interfaces of nothing else, and types of worlds themselves. Where
 * components are composed somebody has to have them: a component of its own, which has nothing to be called.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerTest } from '../peer/discover.js';
import { type Extern, sort, surfaceOf } from './compose.js';
import type { WasmTools } from './tools.js';

/** A component, for those that need its types. */
interface Part {
  readonly component: Uint8Array;
  /** As `componentWit` prints it. */
  readonly wit: string;
}

/** Components in the order of their instantiation, and where types are that worlds use or define. */
export interface Completed {
  readonly components: readonly Uint8Array[];
  /** Instances by the names of the types. */
  readonly typesIn: ReadonlyMap<string, string>;
}

/** The interface that has what worlds define themselves. */
const ofWorlds = 'of-worlds';

/** Adds a component with the types that nobody exports, before the first that needs one of them. */
export async function withTypesAlone(
  components: readonly Uint8Array[],
  test: PeerTest,
  { folder, features }: { readonly folder: string; readonly features: readonly string[] },
  tools: WasmTools,
): Promise<Completed> {
  const parts: Part[] = [];
  for (const component of components) parts.push({ component, wit: await tools.componentWit(component) });
  const typesIn = new Map(parts.flatMap(({ wit }) => typesUsed(wit)));
  const exported = new Set(components.flatMap((each) => surfaceOf(each).exports.map(({ name }) => name)));
  const isMissing = ({ name, sort: itsSort }: Extern): boolean =>
    !exported.has(name) && !(itsSort === sort.type && typesIn.has(name));
  const missing = components.map((each) => surfaceOf(each).imports.filter(isMissing));
  const first = missing.findIndex((each) => each.length > 0);
  if (first === -1) return { components, typesIn };
  const types = missing.flat().filter((item) => item.sort === sort.type);
  for (const { name } of types) typesIn.set(name, `test:types/${ofWorlds}`);
  const interfaces = new Set(
    missing
      .flat()
      .filter((item) => item.sort === sort.instance)
      .map(({ name }) => name),
  );
  const wit = [
    'package test:types;',
    ...(types.length > 0 ? [`interface ${ofWorlds} {${typesDefined(parts[first]?.wit ?? '')}}`] : []),
    'world types {',
    ...[...interfaces, ...(types.length > 0 ? [ofWorlds] : [])].map((name) => `  export ${name};`),
    '}\n',
  ].join('\n');
  const component = await tools.componentNew(
    await tools.dummyModule({ ...worldAt(wit, test, folder), features }),
  );
  return { components: components.toSpliced(first, 0, component), typesIn };
}

/** The types that a world uses of interfaces, with the interface. */
function typesUsed(wit: string): readonly (readonly [type: string, from: string])[] {
  return [...wit.matchAll(/^ {2}use (\S+)\.\{([^}]*)\};/gm)].flatMap(([, from = '', names = '']) =>
    names.split(', ').map((name) => [name, from] as const),
  );
}

/** What a world has beside imports and exports. */
function typesDefined(wit: string): string {
  const body = /^world root \{\n(.*?)^\}/ms.exec(wit)?.[1] ?? '';
  return body.replace(/^ {2}(?:import|export) [^\n]*(?:: interface \{\n.*?^ {2}\}|;)\n/gms, '');
}

/** WIT in a folder, with that of a test to refer to. */
function worldAt(
  wit: string,
  test: PeerTest,
  folder: string,
): { readonly witPath: string; readonly world: string } {
  const dependencies = join(folder, 'deps');
  mkdirSync(join(dependencies, 'test'), { recursive: true });
  writeFileSync(join(folder, 'types.wit'), wit);
  cpSync(join(test.folder, 'test.wit'), join(dependencies, 'test/test.wit'));
  const theirs = join(test.folder, 'deps');
  if (existsSync(theirs)) cpSync(theirs, dependencies, { recursive: true });
  return { witPath: folder, world: 'types' };
}
