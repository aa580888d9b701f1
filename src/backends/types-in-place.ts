/** The types whose lists cross as they lie: their layout is the compiler's to agree with. */
import type { Op, WorldPlan } from '../abi/plan.js';
import { structureOf, type Type, type TypeDecl } from '../resolve/model.js';
import { bodiesOf } from './op-bodies.js';

const known = new WeakMap<WorldPlan, ReadonlySet<TypeDecl>>();

/**
 * The records, enums and flags in lists that are not converted, in the order in which they are come
 * across; parts first.
 */
export function typesInPlace(plan: WorldPlan): ReadonlySet<TypeDecl> {
  const found = known.get(plan) ?? findTypesInPlace(plan);
  known.set(plan, found);
  return found;
}

function findTypesInPlace(plan: WorldPlan): ReadonlySet<TypeDecl> {
  const found = new Set<TypeDecl>();
  const add = (type: Type): void => {
    const structure = structureOf(type);
    if (structure.kind === 'list' || structure.kind === 'fixed-length-list') add(structure.element);
    if (structure.kind !== 'declared' || found.has(structure.decl)) return;
    const { definition } = structure.decl;
    if (definition.kind === 'record') for (const field of definition.fields) add(field.type);
    found.add(structure.decl);
  };
  const visit = (ops: readonly Op[]): void => {
    for (const op of ops) {
      const isInPlace = op.kind === 'data' || op.kind === 'lift-sequence';
      if (isInPlace && op.of.kind === 'list') add(op.of.element);
      for (const body of bodiesOf(op)) visit(body);
    }
  };
  for (const scope of plan.scopes) for (const { body } of scope.functions) visit(body);
  for (const { body } of plan.helpers) visit(body);
  return found;
}
