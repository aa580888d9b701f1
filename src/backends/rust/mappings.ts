/** What of a world's imports is found elsewhere instead of being generated. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { Scope } from '../../abi/scopes.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { Mapping } from './options.js';
import { scopeSelector, typeSelectors, type Named } from '../selectors.js';

/** Something that is found elsewhere. */
export interface Mapped {
  /** Its path, seen from the root of the bindings. */
  readonly path: string;
  /** What it is called in WIT. */
  readonly name: string;
}

/** Interfaces and single types that are found elsewhere. Only imports are: what a component exports is its own. */
export class Mappings {
  readonly interfaces: ReadonlyMap<ScopePlan, Mapped>;
  /** A type in an interface that is mapped is not among them: its path is that of the interface. */
  readonly types: ReadonlyMap<TypeDecl, Mapped>;

  constructor(plan: WorldPlan, mappings: readonly Mapping[]) {
    const pathOf = pathsIn(mappings);
    const interfaces = new Map<ScopePlan, Mapped>();
    const types = new Map<TypeDecl, Mapped>();
    for (const scope of plan.scopes.filter(({ direction }) => direction === 'import')) {
      const selector = scopeSelector(scope);
      const whole = selector === undefined ? undefined : pathOf([selector]);
      if (whole !== undefined) interfaces.set(scope, { path: whole, name: scope.path.name });
      else for (const [decl, mapped] of mappedTypes(scope, pathOf)) types.set(decl, mapped);
    }
    this.interfaces = interfaces;
    this.types = types;
  }
}

/** The types that are found elsewhere, by themselves or with their interface. */
export function typesElsewhere(
  scopes: readonly Scope[],
  mappings: readonly Mapping[],
): ReadonlySet<TypeDecl> {
  const pathOf = pathsIn(mappings);
  const imports = scopes.filter(({ direction }) => direction === 'import');
  return new Set(
    imports.flatMap((scope) => {
      const selector = scopeSelector(scope);
      const isWhole = selector !== undefined && pathOf([selector]) !== undefined;
      return isWhole ? scope.types : mappedTypes(scope, pathOf).map(([decl]) => decl);
    }),
  );
}

/** The path that is given for the first of some names that has one. */
type PathOf = (keys: readonly string[]) => string | undefined;

function pathsIn(mappings: readonly Mapping[]): PathOf {
  const paths = new Map(mappings.map(({ key, path }) => [key, path]));
  return (keys) => keys.map((key) => paths.get(key)).find((path) => path !== undefined);
}

function mappedTypes(
  scope: Named & Pick<Scope, 'types'>,
  pathOf: PathOf,
): readonly (readonly [TypeDecl, Mapped])[] {
  return scope.types.flatMap((decl) => {
    if (decl.definition.kind === 'alias') return [];
    const path = pathOf(typeSelectors(decl, scope));
    return path === undefined ? [] : [[decl, { path, name: decl.name }] as const];
  });
}
