/**
 * Types that components import and no other exports: interfaces of nothing else, and types of worlds themselves. Where
 * components are composed somebody has to have them: a component of its own, which has nothing to be called.
 */
import type { PeerTest } from '../peer/discover.js';
import { type Extern, sort, surfaceOf } from './surface.js';
import type { WasmTools } from './tools.js';
import { typesComponent, typesUsed, type TypesAt } from './types-component.js';

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
  at: TypesAt,
  tools: WasmTools,
): Promise<Completed> {
  const typesIn = await typesUsed(components, tools);
  const exported = new Set(components.flatMap((each) => surfaceOf(each).exports.map(({ name }) => name)));
  const isMissing = ({ name, sort: itsSort }: Extern): boolean =>
    !exported.has(name) && !(itsSort === sort.type && typesIn.has(name));
  const missing = components.map((each) => surfaceOf(each).imports.filter(isMissing));
  const first = missing.findIndex((each) => each.length > 0);
  const needy = components[first];
  if (needy === undefined) return { components, typesIn };
  const types = missing.flat().filter((item) => item.sort === sort.type);
  for (const { name } of types) typesIn.set(name, `test:types/${ofWorlds}`);
  const interfaces = new Set(
    missing
      .flat()
      .filter((item) => item.sort === sort.instance)
      .map(({ name }) => name),
  );
  const own = types.length > 0 ? typesDefined(await tools.componentWit(needy)) : '';
  const wit = [
    'package test:types;',
    ...(types.length > 0 ? [`interface ${ofWorlds} {${own}}`] : []),
    'world types {',
    ...[...interfaces, ...(types.length > 0 ? [ofWorlds] : [])].map((name) => `  export ${name};`),
    '}\n',
  ].join('\n');
  const component = await typesComponent(wit, test, at, tools);
  return { components: components.toSpliced(first, 0, component), typesIn };
}

/** What a world has beside imports and exports. */
function typesDefined(wit: string): string {
  const body = /^world root \{\n(.*?)^\}/ms.exec(wit)?.[1] ?? '';
  return body.replace(/^ {2}(?:import|export) [^\n]*(?:: interface \{\n.*?^ {2}\}|;)\n/gms, '');
}
