/** Questions about bodies that decide how the function around them looks. */
import type { Op } from '../../abi/plan.js';
import { bodiesOf } from '../op-bodies.js';

const unsafeKinds: ReadonlySet<Op['kind']> = new Set<Op['kind']>([
  ...(['each', 'each-entry', 'lift-sequence', 'build-list', 'build-array', 'build-map'] as const),
  ...(['core-to-handle', 'store', 'load', 'store-scalar'] as const),
  ...(['load-scalar', 'call-store', 'call-load', 'free', 'each-slot', 'call-core'] as const),
]);

/** Whether the body does something that the compiler wants marked `unsafe`. */
export function isUnsafe(ops: readonly Op[]): boolean {
  return ops.some((op) => {
    if (op.kind === 'cast') return op.value.type === 'pointer-or-i64';
    return unsafeKinds.has(op.kind) || bodiesOf(op).some(isUnsafe);
  });
}
