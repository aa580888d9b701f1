/** The worlds of the components that one needs around it, so that each of its functions can be called. */
import { worldModule } from '../abi/symbols.js';
import { dependenciesOf } from '../resolve/dependencies.js';
import { importImplied } from '../resolve/implied.js';
import type { Func, Interface, World, WorldItem } from '../resolve/model.js';
import { keyOf, type WorldItems } from '../resolve/world-draft.js';

/** What stands around a world. The components of all these worlds are made to be linked with one of the world itself. */
export interface Surroundings {
  /** Exports all that the world imports. What it imports by itself is in an interface called `$root`. */
  readonly supplier: World;
  /** Imports the interfaces that the world exports, from it first, and what they need from the supplier. */
  readonly client: World;
  /**
   * Imports the functions that the world exports by itself. Their types are those that the world imports, even if it
   * exports an interface of the same name; so the supplier is asked first for what this imports.
   */
  readonly caller: World;
}

/** The worlds around a world. They are valid for plans only: no WIT says all of them. */
export function surroundingsOf(world: World): Surroundings {
  return {
    supplier: counterpart(world, { exports: supplied(world) }),
    client: counterpart(world, { imports: [...importsOfClient(world).values()] }),
    caller: counterpart(world, { imports: importsOfCaller(world), types: world.types }),
  };
}

const counterpart = (world: World, items: Partial<Pick<World, 'imports' | 'exports' | 'types'>>): World => ({
  ...world,
  imports: [],
  exports: [],
  types: [],
  inclusions: [],
  ...items,
});

const isInterface = (item: WorldItem): item is Extract<WorldItem, { kind: 'interface' }> =>
  item.kind === 'interface';

function supplied(world: World): readonly WorldItem[] {
  const interfaces = world.imports.filter(isInterface);
  const functions = world.imports.flatMap((item) => (item.kind === 'function' ? [item.function] : []));
  if (functions.length + world.types.length === 0) return interfaces;
  return [...interfaces, ownItems(world, functions)];
}

/** The items of the world itself as an interface. */
function ownItems(world: World, functions: readonly Func[]): WorldItem {
  const { docs, origin, package: package_, types } = world;
  const own: Interface = {
    kind: 'interface',
    name: worldModule,
    docs,
    origin,
    package: package_,
    isInline: true,
    types,
    functions,
  };
  return { kind: 'interface', key: worldModule, interface: own, origin };
}

function importsOfClient(world: World): WorldItems {
  const imports: WorldItems = new Map();
  for (const item of world.exports.filter(isInterface)) {
    for (const dependency of dependenciesOf(item.interface)) importImplied(dependency, item, imports);
    imports.set(keyOf(item), item);
  }
  return imports;
}

function importsOfCaller(world: World): readonly WorldItem[] {
  return [
    ...world.imports.filter((item) => item.kind !== 'function'),
    ...world.exports.filter((item) => item.kind === 'function'),
  ];
}
