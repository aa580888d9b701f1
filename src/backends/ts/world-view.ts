/** The view of what a world imports and exports. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { camelCase, NameScope, pascalCase } from '../../emit/names.js';
import {
  callableView,
  freeFunctionsOf,
  functionsOf,
  interfaceMember,
  type CallableView,
} from './functions.js';
import type { ModuleText } from './module-text.js';
import { specifierFrom } from './modules.js';
import type { WorldNames } from './world-names.js';

export type WorldView = {
  readonly worldName: string;
  readonly importedTypes: readonly LinkView[];
  readonly exported: readonly LinkView[];
  /** What a host gives the component; guests import it. */
  readonly imports: { readonly name: string; readonly members: readonly ImportView[] } | undefined;
  readonly exports: {
    readonly name: string;
    readonly interfaces: readonly LinkView[];
    readonly functions: readonly CallableView[];
  };
};

/** An interface of the world: the module that it is, and its type as a value. */
type LinkView = { readonly name: string; readonly from: string; readonly type: string };
type ImportView = { readonly name: string; readonly type?: string; readonly function?: CallableView };

/** What one direction of a world has: interfaces, and functions of its own. */
export interface Items {
  readonly interfaces: readonly ScopePlan[];
  readonly own: readonly ScopePlan[];
}

/** The items of a world on one side. */
export function itemsOf({ scopes }: WorldPlan, direction: ScopePlan['direction']): Items {
  const all = scopes.filter((scope) => scope.direction === direction);
  return {
    interfaces: all.filter(({ path }) => path.kind !== 'world'),
    own: all.filter(({ path }) => path.kind === 'world'),
  };
}

export function worldView(plan: WorldPlan, names: WorldNames, text: ModuleText): WorldView {
  const { world, side } = names.modules;
  const [imported, exported] = [itemsOf(plan, 'import'), itemsOf(plan, 'export')];
  const members = new NameScope();
  const link = (scope: ScopePlan, name: string): LinkView => ({
    name,
    from: specifierFrom(world, names.moduleOf(scope), side),
    type: names.valueType(scope),
  });
  const exportedLinks = exported.interfaces.map((scope) =>
    link(scope, members.take(camelCase(scope.path.name))),
  );
  const exportName = text.names.take(pascalCase(plan.world.name));
  const given: readonly ImportView[] = [
    ...imported.interfaces
      .filter(({ functions, resources }) => functions.length + resources.length > 0)
      .map((scope) => link(scope, names.moduleOf(scope).name)),
    ...imported.own.flatMap(freeFunctionsOf).map((func) => ({
      name: func.name,
      function: callableView(func, 'default', { text, role: 'implemented' }),
    })),
    ...imported.own
      .flatMap(({ resources }) => resources)
      .map(({ decl }) => ({
        name: decl.name,
        type: `{ default: ${text.names.resource(decl)?.statics ?? ''} }`,
      })),
  ];
  const isGiven = side === 'host' && given.length > 0;
  return {
    worldName: plan.world.name,
    importedTypes: imported.interfaces.map((scope) => link(scope, text.names.take(linkName(scope)))),
    exported: exportedLinks,
    imports: isGiven ? { name: text.names.take('ImportObject'), members: given } : undefined,
    exports: {
      name: exportName,
      interfaces: exportedLinks,
      functions: exported.own.flatMap(functionsOf).map((func) =>
        callableView(func, interfaceMember(members.take(camelCase(func.name))), {
          text,
          role: names.exportsRole,
        }),
      ),
    },
  };
}

/** What the module of the world calls an imported interface: `WasiHttpTypes030`. */
function linkName({ path, owner }: ScopePlan): string {
  if (path.kind !== 'interface') return pascalCase(path.name);
  const version = owner.package.name.version ?? '';
  const words = [path.namespace, path.package, path.name].flatMap((part) => part.split(/[:/]/));
  return words.map(pascalCase).join('') + version.replace(/[^a-zA-Z0-9]/g, '');
}
