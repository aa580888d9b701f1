/** The view of what a world imports and exports. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { camelCase, NameScope } from '../../emit/names.js';
import {
  callableView,
  freeFunctionsOf,
  functionsOf,
  interfaceMember,
  type CallableView,
} from './functions.js';
import type { ModuleText } from './module-text.js';
import { specifierFrom } from './modules.js';
import { fullName } from './namespaces.js';
import { keyOf, reservedWords } from './words.js';
import type { WorldNames } from './world-names.js';

export type WorldView = {
  readonly worldName: string;
  /** The modules of interfaces, which it hands on. */
  readonly importedTypes: readonly LinkView[];
  readonly exported: readonly ExportedView[];
  /** What a host gives the component; guests import it. */
  readonly imports: { readonly name: string; readonly members: readonly ImportView[] } | undefined;
  readonly exports: {
    readonly name: string;
    readonly interfaces: readonly MemberView[];
    readonly functions: readonly CallableView[];
  };
};

/** The module of an interface, under a name. */
type LinkView = { readonly name: string; readonly from: string };
/**
 * The same for an exported interface. `reserved`: its name is a word of the language, which in a module of code TypeScript
 * takes for no namespace; `namespace` is what the module imports it as.
 */
type ExportedView = LinkView & { readonly reserved: { readonly namespace: string } | undefined };
/** An interface as a value. */
type MemberView = { readonly name: string; readonly type: string };
type ImportView = MemberView | { readonly name: string; readonly function: CallableView };

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

/** `entry` is the function that the module has beside all that, if any. */
export function worldView(
  plan: WorldPlan,
  names: WorldNames,
  text: ModuleText,
  entry: string | undefined,
): WorldView {
  const { world, side } = names.modules;
  const [imported, exported] = [itemsOf(plan, 'import'), itemsOf(plan, 'export')];
  const members = new NameScope();
  const link = (scope: ScopePlan, name: string): LinkView => ({
    name,
    from: specifierFrom(world, names.moduleOf(scope), side),
  });
  const interfaces = exported.interfaces.map(
    (scope) => [scope, members.take(camelCase(scope.path.name))] as const,
  );
  // What an instance calls its interfaces is no business of the module's names.
  const namespaces = new NameScope(entry === undefined ? [] : [entry]);
  const given = side === 'host' ? givenViews(imported, names, text) : [];
  return {
    worldName: plan.world.name,
    importedTypes: imported.interfaces.map((scope) => link(scope, text.names.take(fullName(scope)))),
    exported: interfaces.map(([scope, name]) => ({
      ...link(scope, namespaces.take(name)),
      reserved: reservedWords.has(name) ? { namespace: names.namespaceOf(scope) } : undefined,
    })),
    imports: given.length > 0 ? { name: names.ofWorld.imports, members: given } : undefined,
    exports: {
      name: names.ofWorld.exports,
      interfaces: interfaces.map(([scope, name]) => ({ name, type: text.inline(names.valueType(scope)) })),
      functions: exported.own.flatMap(functionsOf).map((func) =>
        callableView(func, interfaceMember(members.take(camelCase(func.name))), {
          text,
          role: names.exportsRole,
        }),
      ),
    },
  };
}

/** What a host gives: interfaces in which there is something that the component does not provide, and each of the world's own items. */
function givenViews({ interfaces, own }: Items, names: WorldNames, text: ModuleText): readonly ImportView[] {
  return [
    ...interfaces
      .filter(({ isOwn, functions, resources }) => !isOwn && functions.length + resources.length > 0)
      .map((scope) => ({
        name: keyOf(names.moduleOf(scope).name),
        type: text.inline(names.valueType(scope)),
      })),
    ...own.flatMap(freeFunctionsOf).map((func) => ({
      name: keyOf(func.name),
      function: callableView(func, 'default', { text, role: 'implemented' }),
    })),
    ...own
      .flatMap(({ resources }) => resources)
      .map(({ decl }) => ({
        name: keyOf(decl.name),
        type: `{ default: ${text.names.resource(decl)?.statics ?? ''} }`,
      })),
  ];
}
