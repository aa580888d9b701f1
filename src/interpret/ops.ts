import type { Op, OpOf } from '../abi/plan.js';
import type { Frame } from './frame.js';
import { frameOps } from './ops-frame.js';
import { liftingOps } from './ops-lift.js';
import { loweringOps } from './ops-lower.js';
import { memoryOps } from './ops-memory.js';
import type { ExecuteTable } from './ops-table.js';

const table: ExecuteTable = { ...loweringOps, ...liftingOps, ...memoryOps, ...frameOps };

/** Carries out one operation. */
export function execute<Kind extends Op['kind']>(op: OpOf<Kind>, frame: Frame): void {
  // The table maps each kind to a function of exactly that kind; TypeScript cannot follow the correlation.
  const run = table[op.kind] as unknown as (op: OpOf<Kind>, frame: Frame) => void;
  run(op, frame);
}
