import type { Op } from '../abi/plan.js';

/** The bodies nested in an operation: of a loop, of the arms of a match. */
export function bodiesOf(op: Op): readonly (readonly Op[])[] {
  if ('body' in op) return [op.body];
  if ('arms' in op) return op.arms.map((arm) => arm.body);
  return [];
}
