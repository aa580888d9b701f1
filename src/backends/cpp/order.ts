/** In which order declarations stand: C++ wants to have seen what it is told of. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { Type, TypeDecl } from '../../resolve/model.js';

/** The scopes of a world, each behind those whose types it names; otherwise in the plan's order. */
export function orderedScopes(plan: WorldPlan): readonly ScopePlan[] {
  const seen = new Set<ScopePlan>();
  const ordered: ScopePlan[] = [];
  const visit = (scope: ScopePlan): void => {
    if (seen.has(scope)) return;
    seen.add(scope);
    for (const decl of namedBy(scope)) {
      const other = plan.scopeOf.get(decl);
      if (other) visit(other);
    }
    ordered.push(scope);
  };
  for (const scope of plan.scopes) visit(scope);
  // One that a header of the user's has is none of the plan's any more, but others stand behind what it names.
  return ordered.filter((scope) => plan.scopes.includes(scope));
}

/** Every declaration that a scope's types and functions name. */
function namedBy(scope: ScopePlan): readonly TypeDecl[] {
  const inTypes = scope.types.flatMap(({ definition }) => {
    switch (definition.kind) {
      case 'record':
        return definition.fields.flatMap((field) => declsIn(field.type));
      case 'variant':
        return definition.cases.flatMap((each) => declsIn(each.type));
      case 'alias':
        return [definition.target];
      case 'type':
        return declsIn(definition.type);
      default:
        return [];
    }
  });
  const inFunctions = scope.functions.flatMap(({ func }) => [
    ...func.parameters.flatMap((parameter) => declsIn(parameter.type)),
    ...declsIn(func.result),
  ]);
  return [...inTypes, ...inFunctions];
}

function declsIn(type: Type | undefined): readonly TypeDecl[] {
  switch (type?.kind) {
    case 'list':
    case 'fixed-length-list':
    case 'future':
    case 'stream':
      return declsIn(type.element);
    case 'map':
      return [...declsIn(type.key), ...declsIn(type.value)];
    case 'tuple':
      return type.items.flatMap(declsIn);
    case 'option':
      return declsIn(type.inner);
    case 'result':
      return [...declsIn(type.ok), ...declsIn(type.err)];
    case 'own':
    case 'borrow':
      return [type.resource];
    case 'named':
      return [type.decl];
    default:
      return [];
  }
}

/**
 * The types of a scope in the order in which they are declared, and the names to announce first.
 *
 * An imported resource is a class whose methods may name any type of the scope, while a record may
 * hold the class. So where there are such classes, records and variants are announced, then come the
 * types that need no more than announced names, then the classes, then the records and variants.
 */
export function orderedTypes(
  types: readonly TypeDecl[],
  direction: ScopePlan['direction'],
): {
  readonly announced: readonly TypeDecl[];
  readonly declared: readonly TypeDecl[];
} {
  const classes = types.filter(({ definition }) => definition.kind === 'resource');
  const others = types.filter(({ definition }) => definition.kind !== 'resource');
  if (classes.length === 0) return { announced: [], declared: others };
  const isStruct = ({ definition }: TypeDecl): boolean =>
    definition.kind === 'record' || definition.kind === 'variant';
  const structs = others.filter(isStruct);
  if (direction === 'export') return { announced: classes, declared: others };
  return {
    announced: [...classes, ...structs],
    declared: [...others.filter((decl) => !isStruct(decl)), ...classes, ...structs],
  };
}
