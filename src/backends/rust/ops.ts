/** How each operation of a plan is written in Rust. One entry a kind; see plan-ops.ts for what they mean. */
import type { Op } from '../../abi/plan.js';
import type { Block } from '../../emit/code.js';
import type { OpContext, OpTable } from './body.js';
import { frameOps } from './ops-frame.js';
import { liftOps } from './ops-lift.js';
import { lowerOps } from './ops-lower.js';
import { memoryOps } from './ops-memory.js';
import { endingIn, type Valued } from './statements.js';

const table: OpTable<Op['kind']> = { ...lowerOps, ...liftOps, ...memoryOps, ...frameOps };

/** The statements of a body and, where it returns one, its value. */
export function spellBody(ops: readonly Op[], cx: OpContext): { statements: Block } | Valued {
  const statements = spellOps(ops, cx);
  const last = ops.at(-1);
  const returned = last?.kind === 'return' ? last.value : undefined;
  return returned ? endingIn(statements, cx.locals.name(returned)) : { statements };
}

/** The statements of a body. */
export function spellOps(ops: readonly Op[], cx: OpContext): Block {
  return ops.map((op) => spellOp(op, cx));
}

function spellOp(op: Op, cx: OpContext): Block {
  // The table has an entry of the operation's own kind, which TypeScript cannot follow through the lookup.
  const spell = table[op.kind] as (op: Op, cx: OpContext) => Block;
  return spell(op, cx);
}
