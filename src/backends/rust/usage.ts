/** How functions use the types of a world: what only looks at a value needs no owner of it. */
import type { Passing, WorldPlan } from '../../abi/plan.js';
import { scopesOf } from '../../abi/scopes.js';
import { factsOf, factsOfDecl } from '../../abi/type-facts.js';
import type { Func, Type, TypeDecl, World } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';

/** Declarations that functions use, also through other types, as values of their own and as views. */
export interface Usage {
  readonly owned: ReadonlySet<TypeDecl>;
  readonly viewed: ReadonlySet<TypeDecl>;
}

/** A function as one side of the world sees it. */
interface Use {
  readonly func: Func;
  /** How the user's program has the parameters. Results are owners on both sides. */
  readonly parameters: Passing;
}

/** How the functions of a world use types before they are planned. `received`: how exported ones get parameters. */
export function usageInWorld(world: World, received: Passing): Usage {
  const scopes = scopesOf(world);
  return usageBy(
    scopes.flatMap(({ direction, functions }) =>
      functions.map((func) => ({ func, parameters: direction === 'import' ? 'view' : received })),
    ),
    scopes.flatMap(({ types }) => types),
  );
}

/** The same of functions that are planned. */
export function usageInPlan({ scopes }: WorldPlan): Usage {
  return usageBy(
    scopes.flatMap(({ functions }) =>
      functions.map(({ func, parameters }) => ({ func, parameters: parameters[0]?.passing ?? 'owner' })),
    ),
    scopes.flatMap(({ types }) => types),
  );
}

function usageBy(uses: readonly Use[], types: readonly TypeDecl[]): Usage {
  const usage = { owned: new Set<TypeDecl>(), viewed: new Set<TypeDecl>() };
  for (const { func, parameters } of uses) {
    for (const { type } of func.parameters) note(type, parameters === 'view' ? 'viewed' : 'owned', usage);
    if (func.result) note(func.result, 'owned', usage);
  }
  // Types that nobody uses are there all the same.
  for (const decl of types) {
    if (!usage.owned.has(decl) && !usage.viewed.has(decl) && factsOfDecl(decl).hasOwn) {
      note({ kind: 'named', decl }, 'viewed', usage);
    }
  }
  return usage;
}

type Used = 'owned' | 'viewed';

/** What is passed on with a handle is passed on as a whole. */
function note(type: Type, used: Used, usage: Record<Used, Set<TypeDecl>>): void {
  const parts = factsOf(type).hasOwn ? 'owned' : used;
  if (type.kind !== 'named') {
    for (const part of partsOf(type)) note(part, parts, usage);
    return;
  }
  if (usage[used].has(type.decl)) return;
  usage[used].add(type.decl);
  for (const part of partsOfDecl(type.decl)) note(part, parts, usage);
}

/** The types that a declaration consists of, or is another name of. */
export const partsOfDecl = ({ definition }: TypeDecl): readonly Type[] =>
  definition.kind === 'alias' ? [{ kind: 'named', decl: definition.target }] : partsOf(definition);

/** The declaration that others are names of: of a record, of a variant, or of a type without a name. */
export function baseOf(decl: TypeDecl): TypeDecl {
  const { definition } = decl;
  if (definition.kind === 'alias') return baseOf(definition.target);
  const named = definition.kind === 'type' && definition.type.kind === 'named' ? definition.type : undefined;
  return named ? baseOf(named.decl) : decl;
}
