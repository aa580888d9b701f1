/** How often a plan mentions its locals. */
import type { FunctionPlan, HelperPlan, Local, Op } from '../../../abi/plan.js';

/** The locals that a plan mentions twice: where they are made, and where they are used. */
export function usedOnce(owner: FunctionPlan | HelperPlan): ReadonlySet<Local> {
  const others = 'func' in owner ? owner.foreignAreas.map(({ pointer }) => pointer) : [owner.value];
  const mentions = mentionsIn(owner.body, others);
  return new Set([...mentions].flatMap(([local, count]) => (count === 2 ? [local] : [])));
}

/** How often operations, and what is mentioned beside them, mention each local. */
export function mentionsIn(ops: readonly Op[], others: readonly Local[] = []): ReadonlyMap<Local, number> {
  const mentions = new Map<Local, number>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visitParts(each);
    else if (isLocal(part)) mentions.set(part, (mentions.get(part) ?? 0) + 1);
    else if (isPlace(part)) visit(part.base);
  };
  // What is in lists are locals, operations and arms, whose parts are looked at; types and other plans are not.
  const visitParts = (part: unknown): void => {
    if (isLocal(part)) visit(part);
    else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) visit(each);
  };
  visit(ops);
  visit(others);
  return mentions;
}

const isObject = (part: unknown): part is object => typeof part === 'object' && part !== null;

const isLocal = (part: unknown): part is Local =>
  isObject(part) && 'kind' in part && (part.kind === 'core' || part.kind === 'value');

const isPlace = (part: unknown): part is { readonly base: unknown } => isObject(part) && 'base' in part;
