import type { Op } from '../../../abi/plan.js';
import type { Block } from '../../../emit/code.js';
import type { Body, OpTable } from './body.js';
import { frameOps } from './ops-frame.js';
import { liftOps } from './ops-lift.js';
import { lowerOps } from './ops-lower.js';
import { memoryOps } from './ops-memory.js';

const ops: OpTable<Op['kind']> = { ...lowerOps, ...liftOps, ...memoryOps, ...frameOps };

/** Spells one operation. */
export function spellOp(op: Op, body: Body): Block {
  // The table ties the entry to the kind, which the compiler does not follow through the index.
  const spell = ops[op.kind] as (op: Op, body: Body) => Block;
  return spell(op, body);
}
