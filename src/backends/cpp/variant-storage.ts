/** What holds the value of a variant: std::variant, or ours where compilers would take too long over that. */
import type { WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';

/** How a variant's storage and the functions for it are written. */
export interface VariantStorage {
  readonly namespace: 'std' | 'wit';
  /** Quoted or bracketed, as an `#include` takes it. */
  readonly header: string;
}

/** The work of a compiler over std::variant grows with the square of its cases: at 64 it takes seconds, at 300 minutes. */
const mostCasesOfStandard = 64;

const standard: VariantStorage = { namespace: 'std', header: '<variant>' };
const large: VariantStorage = { namespace: 'wit', header: '"wit_variant.h"' };

/** The storage of a variant; of no other kind of type. */
export function variantStorage({ definition }: TypeDecl): VariantStorage {
  const cases = definition.kind === 'variant' ? definition.cases.length : 0;
  return cases > mostCasesOfStandard ? large : standard;
}

/** Whether a world has a variant that is ours to hold. */
export function hasLargeVariant(plan: WorldPlan): boolean {
  return plan.scopes.some(({ types }) => types.some((decl) => variantStorage(decl) === large));
}
