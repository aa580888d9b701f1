/** What modules call each other: `import type * as Streams from './interfaces/wasi-io-streams.js'`. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { need, type Inline } from '../../emit/code.js';
import { pascalCase } from '../../emit/names.js';
import type { Modules, TypesModule } from './modules.js';

/**
 * A name for each module, the same in all others. Like those of types these names begin with a capital, so that no
 * function, parameter or constant has them; `taken` are those that types and the code have anywhere.
 */
export function namespacesOf(
  plan: WorldPlan,
  { world, of }: Modules,
  taken: ReadonlySet<string>,
): ReadonlyMap<TypesModule, string> {
  const known = new Set(taken);
  const namespaces = new Map<TypesModule, string>();
  const name = (module: TypesModule, wanted: readonly string[]): void => {
    const free = wanted.find((each) => !known.has(each)) ?? numbered(wanted.at(-1) ?? '', known);
    known.add(free);
    namespaces.set(module, free);
  };
  const interfaces = [...of].filter(([, module]) => module !== world);
  const shorts = interfaces.map(([{ path }, module]) => sideOf(module) + pascalCase(path.name));
  interfaces.forEach(([scope, module], index) => {
    const short = shorts[index] ?? '';
    const full = sideOf(module) + fullName(scope);
    // Of two versions neither is the interface of that name.
    const isOne = shorts.indexOf(short) === shorts.lastIndexOf(short);
    name(module, isOne ? [short, `${short}Types`, full] : [full]);
  });
  name(world, [`${pascalCase(plan.world.name)}Types`]);
  return namespaces;
}

/** What stands before the name of an interface that the world imports, too. */
const sideOf = ({ name, specifier }: TypesModule): string => (specifier === name ? '' : 'Exported');

/** A name that says package and version: `WasiHttpTypes030`. */
export function fullName({ path, owner }: ScopePlan): string {
  if (path.kind !== 'interface') return pascalCase(path.name);
  const version = owner.package.name.version ?? '';
  const words = [path.namespace, path.package, path.name].flatMap((part) => part.split(/[:/]/));
  return words.map(pascalCase).join('') + version.replace(/[^a-zA-Z0-9]/g, '');
}

function numbered(wanted: string, known: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; known.has(name); number++) name = `${wanted}${String(number)}`;
  return name;
}

const prefix = 'module:';

/** Something of another module, as it is called where that is imported as `namespace`. */
export const memberOf = (namespace: string, { file }: TypesModule, name?: string): Inline => [
  need(prefix + file),
  name === undefined ? namespace : `${namespace}.${name}`,
];

/** The file of the module that a need is of; undefined if it is none. */
export const moduleName = (needed: string): string | undefined =>
  needed.startsWith(prefix) ? needed.slice(prefix.length) : undefined;
