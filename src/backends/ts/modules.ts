/** Which modules the output has, where they are, and how they call each other. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { NameScope } from '../../emit/names.js';
import { qualifiedName } from '../../resolve/model.js';
import type { Side } from './options.js';

/** Whether who uses types defines the functions and resources beside them, or calls them. */
export type Role = 'implemented' | 'used';

/** A module of types: an interface on one side of the world, or the world itself. */
export interface TypesModule {
  /** What the world calls it: `ns:pkg/iface@1.0.0`, or the name of an inline interface. */
  readonly name: string;
  /** Its file without `.d.ts`, relative to the output folder. */
  readonly file: string;
  /** The name under which a guest imports it. */
  readonly specifier: string;
  readonly role: Role;
}

/** The modules of a world. Its own items are in `world`, on whichever side they are. */
export interface Modules {
  readonly side: Side;
  readonly world: TypesModule;
  readonly of: ReadonlyMap<ScopePlan, TypesModule>;
}

/** The shared module, which has the types that WIT has everywhere. No world is called like its files. */
export const sharedModules: Readonly<Record<Side, TypesModule>> = {
  host: sharedModule('wit_types'),
  guest: sharedModule('wit_guest_types'),
};

function sharedModule(file: string): TypesModule {
  return { name: file, file, specifier: 'wit-gen:types', role: 'used' };
}

export function modulesOf(plan: WorldPlan, side: Side): Modules {
  const worldName = qualifiedName(plan.world);
  const world: TypesModule = {
    name: worldName,
    file: plan.world.name.toLowerCase(),
    specifier: worldName,
    role: side === 'guest' ? 'used' : 'implemented',
  };
  const files = new NameScope();
  const imported = new Set<string>();
  const modules = plan.scopes.map((scope): [ScopePlan, TypesModule] => {
    const { path, direction, isOwn } = scope;
    if (path.kind === 'world') {
      // A guest imports each from a module of its own.
      for (const { func } of scope.functions) if (direction === 'import') imported.add(func.name);
      return [scope, world];
    }
    const name = moduleName(scope);
    const isOnBothSides = direction === 'export' && imported.has(name);
    if (direction === 'import') imported.add(name);
    const folder = isOnBothSides ? 'interfaces/exports/' : 'interfaces/';
    const module: TypesModule = {
      name,
      file: files.take(`${folder}${stem(scope)}`),
      specifier: isOnBothSides ? `exports:${name}` : name,
      role: !isOwn && (direction === 'export') === (side === 'guest') ? 'implemented' : 'used',
    };
    return [scope, module];
  });
  return { side, world, of: new Map(modules) };
}

/** The module of constants that belongs to a module of types. */
export function constantsModule({ name, file }: TypesModule): TypesModule {
  return { name, file: `constants/${file}`, specifier: name, role: 'used' };
}

/** How a module imports another one. */
export function specifierFrom(from: TypesModule, to: TypesModule, side: Side): string {
  return side === 'guest' ? to.specifier : pathFrom(from.file, to.file);
}

/** The relative path of a file without `.d.ts`, with the ending that a module has when it runs. */
export function pathFrom(from: string, to: string, ending = '.js'): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  while (start.length > 0 && start[0] === end[0]) {
    start.shift();
    end.shift();
  }
  const up = start.length === 0 ? './' : '../'.repeat(start.length);
  return `${up}${end.join('/')}${ending}`;
}

function moduleName({ path, owner }: ScopePlan): string {
  return path.kind === 'interface' ? qualifiedName(owner) : path.name;
}

/** File systems may not tell capitals apart. */
function stem({ path }: ScopePlan): string {
  if (path.kind !== 'interface') return path.name.toLowerCase();
  const version = path.version === undefined ? '' : `-${path.version}`;
  return `${path.namespace}-${path.package}-${path.name}${version}`.toLowerCase();
}
