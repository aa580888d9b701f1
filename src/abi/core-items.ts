/** What a core module imports and exports for a world under a convention that links through a host. */
import type { Linkage, WorldPlan } from './plan.js';

/** The names of a core module, in the order of the plan. */
export interface CoreItems {
  readonly imports: readonly { readonly module: string; readonly name: string }[];
  readonly exports: readonly string[];
}

/** Both lists are empty under a convention that links natively. */
export function coreItems(plan: WorldPlan): CoreItems {
  const linkages = allLinkages(plan);
  return {
    imports: linkages.flatMap((linkage) =>
      linkage.kind === 'wasm-import' ? [{ module: linkage.module, name: linkage.name }] : [],
    ),
    exports: linkages.flatMap((linkage) => (linkage.kind === 'wasm-export' ? [linkage.name] : [])),
  };
}

/** The ABI by which a host stands between the world and others; undefined where they are linked by symbols. */
export const abiOfHost = (plan: WorldPlan): string | undefined =>
  allLinkages(plan).some(({ kind }) => kind !== 'native') ? plan.convention : undefined;

/** Whether a host calls functions of the world, or drops its resources. */
export const isCalledByHost = ({ scopes }: WorldPlan): boolean =>
  scopes
    .filter(({ direction }) => direction === 'export')
    .flatMap(({ functions, resources }) => [
      ...functions.map(({ linkage }) => linkage),
      ...resources.map(({ drop }) => drop),
    ])
    .some(({ kind }) => kind === 'wasm-export');

/** What is exported natively, where a library with the bindings is called by a host that is linked with it. */
export const symbolsForHost = (plan: WorldPlan): readonly string[] =>
  allLinkages(plan)
    .flatMap((linkage) => (linkage.kind === 'wasm-export' ? [linkage.identifier] : []))
    .sort();

function allLinkages({ scopes, realloc }: WorldPlan): readonly Linkage[] {
  const ofScopes = scopes.flatMap(({ resources, functions }) => [
    ...resources.flatMap(({ drop, table }) => [drop, ...(table ? [table.new, table.rep, table.drop] : [])]),
    ...functions.flatMap(({ linkage, postReturn }) => [linkage, ...(postReturn ? [postReturn.linkage] : [])]),
  ]);
  return realloc ? [...ofScopes, realloc] : ofScopes;
}
