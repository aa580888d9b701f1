/** The functions of a scope by whom they belong to. */
import type { ScopePlan } from '../../abi/plan.js';
import { unaliased, type TypeDecl } from '../../resolve/model.js';

/** Those that belong to no resource. */
export const freeFunctions = (scope: ScopePlan): ScopePlan['functions'] =>
  scope.functions.filter(({ func }) => func.form.kind === 'free');

/** Those of a resource that the scope declares. */
export function functionsOf(decl: TypeDecl, scope: ScopePlan): ScopePlan['functions'] {
  return scope.functions.filter(
    ({ func }) => func.form.kind !== 'free' && unaliased(func.form.resource) === decl,
  );
}
