/** The scopes of a world: its interfaces on either side, and its own items. */
import type { Func, Interface, TypeDecl, World, WorldItem } from '../resolve/model.js';
import { dependenciesOf } from '../resolve/dependencies.js';
import { qualifiedName } from '../resolve/model.js';
import { separateScopes } from './nominal.js';
import type { ScopePath } from './plan.js';

/** A scope before planning. `module` is its name in symbols; world-level items have none. */
export interface Scope {
  readonly direction: 'import' | 'export';
  readonly owner: Interface | World;
  readonly module: string | undefined;
  /** Whether the world asks for this interface, or this function of its own, on both sides. */
  readonly isOnBothSides: (func: string) => boolean;
  /** Whether it is an import that means what this component itself exports. */
  readonly isOwn: boolean;
  readonly path: ScopePath;
  readonly types: readonly TypeDecl[];
  readonly functions: readonly Func[];
}

const known = new WeakMap<World, readonly Scope[]>();

/**
 * All scopes of a world: imports first. World-level items follow the interfaces they may use. Whoever
 * asks gets the same objects, so that what is said of a type before planning holds for the plan.
 */
export function scopesOf(world: World): readonly Scope[] {
  const scopes = known.get(world) ?? computeScopes(world);
  known.set(world, scopes);
  return scopes;
}

function computeScopes(world: World): readonly Scope[] {
  const { imports, exports } = separateScopes(world);
  const version = versionIfSeveral([...imports, ...exports]);
  const exported = new Set(exports.flatMap((item) => (item.kind === 'interface' ? [moduleOf(item)] : [])));
  const imported = modulesAskedFor(imports, exported);
  const ownOnBothSides = (func: string): boolean =>
    [imports, exports].every((items) => items.some((item) => item.kind === 'function' && item.key === func));
  const side = (direction: 'import' | 'export', items: readonly WorldItem[]): readonly Scope[] => [
    ...items.flatMap((item) => {
      if (item.kind !== 'interface') return [];
      const module = moduleOf(item);
      const onBothSides = imported.has(module) && exported.has(module);
      const isOwn = direction === 'import' && exported.has(module) && !imported.has(module);
      return [interfaceScope(item, { direction, onBothSides, isOwn }, version)];
    }),
    ...worldScope(world, direction, items, ownOnBothSides),
  ];
  return [...side('import', imports), ...side('export', exports)];
}

type InterfaceItem = Extract<WorldItem, { kind: 'interface' }>;

/**
 * The modules that a world imports from others. An import that is only implied is for its types: whoever provides the
 * interface in this process is meant, and that may be this very component (docs/adr/0003). It cannot be, where its types
 * come from an interface on both sides: those are not the types that the component exports.
 */
function modulesAskedFor(imports: readonly WorldItem[], exported: ReadonlySet<string>): ReadonlySet<string> {
  const asked = new Set<string>();
  const onBothSides = new Set<Interface>();
  // What an import takes types from stands before it.
  for (const item of imports) {
    if (item.kind !== 'interface') continue;
    const usesOthers = dependenciesOf(item.interface).some((each) => onBothSides.has(each));
    if (item.isImplied === true && !usesOthers) continue;
    asked.add(moduleOf(item));
    if (exported.has(moduleOf(item))) onBothSides.add(item.interface);
  }
  return asked;
}

const moduleOf = (item: InterfaceItem): string => item.key ?? qualifiedName(item.interface);

function interfaceScope(
  item: InterfaceItem,
  side: Pick<Scope, 'direction' | 'isOwn'> & { readonly onBothSides: boolean },
  version: (owner: Interface) => string | undefined,
): Scope {
  const owner = item.interface;
  const { namespace, name } = owner.package.name;
  const path: ScopePath = {
    kind: item.key === undefined ? 'interface' : 'inline',
    namespace,
    package: name,
    version: version(owner),
    name: item.key ?? owner.name,
  };
  const { types, functions } = owner;
  const { direction, onBothSides, isOwn } = side;
  const isOnBothSides = (): boolean => onBothSides;
  return { direction, owner, module: moduleOf(item), isOnBothSides, isOwn, path, types, functions };
}

/** World-level types stand on the import side, which both sides see. */
function worldScope(
  world: World,
  direction: Scope['direction'],
  items: readonly WorldItem[],
  isOnBothSides: Scope['isOnBothSides'],
): readonly Scope[] {
  const functions = items.flatMap((item) => (item.kind === 'function' ? [item.function] : []));
  const types = direction === 'import' ? world.types : [];
  if (functions.length === 0 && types.length === 0) return [];
  const path: ScopePath = { kind: 'world', name: world.name };
  return [
    { direction, owner: world, module: undefined, isOnBothSides, isOwn: false, path, types, functions },
  ];
}

/** The version of a package is part of paths only where a world has several versions of it. */
function versionIfSeveral(items: readonly WorldItem[]): (owner: Interface) => string | undefined {
  const versions = new Map<string, Set<string | undefined>>();
  const packageKey = ({ package: { name } }: Interface): string => `${name.namespace}:${name.name}`;
  for (const item of items) {
    if (item.kind !== 'interface') continue;
    const key = packageKey(item.interface);
    const known = versions.get(key) ?? new Set();
    versions.set(key, known.add(item.interface.package.name.version));
  }
  return (owner) =>
    (versions.get(packageKey(owner))?.size ?? 0) > 1 ? owner.package.name.version : undefined;
}
