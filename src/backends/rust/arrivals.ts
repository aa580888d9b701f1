/**
 * Values that arrive: how their parts are spelled, and what has to be kept until the function returns
 * because a part is a reference to it.
 */
import type { HelperPlan, Op, ValueLocal } from '../../abi/plan.js';
import { HeldLocals } from './held.js';
import { isBorrowed, type Mode, type Modes } from './modes.js';
import { bodiesOf } from '../op-bodies.js';

/** Notes the modes of all parts of values whose modes are noted. Wholes are made after their parts: it goes backwards. */
export function noteParts(ops: readonly Op[], held: HeldLocals): void {
  for (const op of [...ops].reverse()) {
    for (const [whole, part] of partsMadeBy(op)) held.noteSpelledPart(part, whole);
    for (const body of bodiesOf(op)) noteParts(body, held);
  }
}

type Part = readonly [whole: ValueLocal, part: ValueLocal];

function partsMadeBy(op: Op): readonly Part[] {
  switch (op.kind) {
    case 'make':
      return op.parts.map((part) => [op.out, part]);
    case 'switch':
      return op.arms.flatMap(({ payload }): readonly Part[] => (payload ? [[op.out, payload]] : []));
    case 'build-list':
    case 'build-array':
      return [[op.out, op.item]];
    case 'build-map':
      return [
        [op.out, op.key],
        [op.out, op.entry],
      ];
    default:
      return [];
  }
}

/** Whether something has to be kept for a body whose parts are noted. */
export function keeps(ops: readonly Op[], held: HeldLocals, modes: Modes): boolean {
  return ops.some(
    (op) =>
      keepsItself(op, held, modes) ||
      partsMadeBy(op).some(([, part]) => held.isReference(part)) ||
      bodiesOf(op).some((body) => keeps(body, held, modes)),
  );
}

function keepsItself(op: Op, held: HeldLocals, modes: Modes): boolean {
  switch (op.kind) {
    case 'core-to-handle':
      return op.handle === 'borrow' && op.resource.home === 'imported';
    case 'call-load':
      return helperKeeps(op.helper, modes);
    case 'build-list':
    case 'build-map':
      return isBorrowed(held.modeOf(op.out));
    case 'lift-sequence':
      return op.how === 'adopt' && isBorrowed(held.modeOf(op.out));
    default:
      return false;
  }
}

/** The mode of the value that a helper converts. */
export const modeOfHelped = ({ value }: HelperPlan, modes: Modes, lifetime: string): Mode =>
  modes.of(value.type, value.passing === 'view' ? 'borrowed' : 'owned', lifetime);

const known = new WeakMap<HelperPlan, boolean>();

/** Whether a helper keeps something, in the memory that its caller provides. */
export function helperKeeps(helper: HelperPlan, modes: Modes): boolean {
  const answer = known.get(helper) ?? computeHelperKeeps(helper, modes);
  known.set(helper, answer);
  return answer;
}

function computeHelperKeeps(helper: HelperPlan, modes: Modes): boolean {
  const held = new HeldLocals(modes);
  held.noteSpelled(helper.value, modeOfHelped(helper, modes, "'a"));
  noteParts(helper.body, held);
  return keeps(helper.body, held, modes);
}
