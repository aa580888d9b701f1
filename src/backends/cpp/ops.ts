/** How each operation of a plan is written in C++. One entry a kind; see plan-ops.ts for what they mean. */
import type { Op } from '../../abi/plan.js';
import type { Block } from '../../emit/code.js';
import type { Body, OpTable } from './body.js';
import { frameOps } from './ops-frame.js';
import { liftOps } from './ops-lift.js';
import { lowerOps } from './ops-lower.js';
import { memoryOps } from './ops-memory.js';

const table: OpTable<Op['kind']> = { ...lowerOps, ...liftOps, ...memoryOps, ...frameOps };

/** The lines of one operation. */
export function spellOp(op: Op, body: Body): Block {
  // The table has an entry of the operation's own kind, which TypeScript cannot follow through the lookup.
  const spell = table[op.kind] as (op: Op, body: Body) => Block;
  return spell(op, body);
}
