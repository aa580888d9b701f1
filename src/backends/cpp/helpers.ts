/** The outlined conversions of named types: their names and what they have to be passed. */
import type { HelperPlan, Op, Ownership, Passing, WorldPlan } from '../../abi/plan.js';
import { bodiesOf } from '../op-bodies.js';
import { NameScope, snakeCase } from '../../emit/names.js';

export interface HelperNames {
  readonly nameOf: (helper: HelperPlan) => string;
  /** Whether a helper has to be passed the scratch memory of the call. */
  readonly wantsScratch: (helper: HelperPlan) => boolean;
}

/**
 * What a helper does with the memory that a value refers to: a value of its own, or a view. Records and
 * variants have helpers, which are never shallow.
 */
const verbs: Readonly<Record<HelperPlan['direction'], Readonly<Record<Ownership, VerbOf>>>> = {
  store: { lent: { owner: 'lend', view: 'lend' }, given: { owner: 'give', view: 'give' } },
  load: { lent: { owner: 'copy', view: 'view' }, given: { owner: 'take', view: 'keep' } },
};

type VerbOf = Readonly<Record<Exclude<Passing, 'shallow'>, string>>;

/** Names all helpers of a world, in order. */
export function nameHelpers(plan: WorldPlan): HelperNames {
  const scope = new NameScope();
  const names = new Map<HelperPlan, string>();
  const wants = new Map<HelperPlan, boolean>();
  for (const helper of plan.helpers) {
    const isView = helper.value.passing === 'view';
    const verb = verbs[helper.direction][helper.ownership][isView ? 'view' : 'owner'];
    const suffix = isView ? '_param' : '';
    names.set(helper, scope.take(`wit_${verb}_${snakeCase(helper.decl.name)}${suffix}`));
    wants.set(helper, helper.usesScratch || lends(helper.body));
  }
  return {
    nameOf: (helper) => names.get(helper) ?? '',
    wantsScratch: (helper) => wants.get(helper) ?? false,
  };
}

/**
 * Whether a body lifts the borrow of an imported resource: the object that stands for it lives in
 * scratch memory until the call is over.
 */
export function lends(ops: readonly Op[]): boolean {
  return ops.some((op) => {
    if (op.kind === 'core-to-handle') return op.handle === 'borrow' && op.resource.home === 'imported';
    if (op.kind === 'call-load') return lends(op.helper.body);
    return bodiesOf(op).some(lends);
  });
}
