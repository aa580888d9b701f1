/** Loads and stores, what is allocated for them, and what ends it. */
import { invariant } from '../base/invariant.js';
import type { Op } from '../abi/plan.js';
import type { Frame, Given } from './frame.js';
import { forEachOf } from './ops-lift.js';
import type { ExecuteTable } from './ops-table.js';
import { bitsToScalar, scalarToBits } from './scalars.js';

export const memoryOps: Pick<
  ExecuteTable,
  | 'allocate'
  | 'store'
  | 'load'
  | 'store-scalar'
  | 'load-scalar'
  | 'call-store'
  | 'call-load'
  | 'area'
  | 'free'
  | 'each-slot'
  | 'branch'
  | 'cast'
> = {
  allocate(op, frame) {
    const align = frame.alignment(op.element.align);
    const size = Number(frame.bits(op.count)) * frame.bytes(op.element.size);
    if (size === 0) {
      // Never null, even where nothing is pointed at.
      frame.setBits(op.out, BigInt(align));
      return;
    }
    const block =
      op.lifetime === 'scratch'
        ? frame.activation.scratch(size, align)
        : frame.heap.allocate('malloc', size, align);
    frame.setBits(op.out, block.address);
  },
  store(op, frame) {
    frame.heap.store(frame.address(op.at), op.width, frame.bits(op.value));
  },
  load(op, frame) {
    frame.setBits(op.out, frame.heap.load(frame.address(op.at), op.width));
  },
  'store-scalar'(op, frame) {
    frame.heap.store(frame.address(op.at), op.width, scalarToBits(op.of, frame.value(op.value)));
  },
  'load-scalar'(op, frame) {
    frame.setValue(op.out, bitsToScalar(op.of, frame.heap.load(frame.address(op.at), op.width)));
  },
  'call-store'(op, frame) {
    const { helper } = op;
    const value = frame.value(op.value);
    runHelper(op, frame, { cores: [[helper.base, frame.address(op.at)]], values: [[helper.value, value]] });
  },
  'call-load'(op, frame) {
    const { helper } = op;
    const inside = runHelper(op, frame, { cores: [[helper.base, frame.address(op.at)]] });
    frame.setValue(op.out, inside.value(helper.value));
  },
  area(op, frame) {
    if (op.storage === 'static') {
      frame.setBits(op.out, frame.component.staticArea(op));
      return;
    }
    const [size, align] = [frame.bytes(op.layout.size), frame.alignment(op.layout.align)];
    const block =
      op.storage === 'given'
        ? frame.heap.allocate('malloc', size, align)
        : frame.activation.area(size, align);
    frame.setBits(op.out, block.address);
  },
  free(op, frame) {
    const isNothing =
      op.count !== undefined && (frame.bits(op.count) === 0n || frame.bytes(op.element.size) === 0);
    if (!isNothing) frame.heap.free(frame.bits(op.pointer));
  },
  'each-slot'(op, frame) {
    forEachOf(op, frame.address(op.base), frame.bits(op.count), frame, () => undefined);
  },
  branch(op, frame) {
    const discriminant = frame.bits(op.discriminant);
    const arm = op.arms.find(({ index }) => BigInt(index) === discriminant);
    if (arm) frame.run(arm.body);
  },
  cast(op, frame) {
    frame.setBits(op.out, frame.bits(op.value));
  },
};

/** A helper has locals of its own; its scratch memory is its caller's. */
function runHelper(
  { helper }: Extract<Op, { kind: 'call-store' | 'call-load' }>,
  frame: Frame,
  given: Given,
): Frame {
  const before = frame.activation.scratchCount;
  const inside = frame.inside(helper.body, given);
  const after = frame.activation.scratchCount;
  invariant(helper.usesScratch || after === before, 'a helper that uses scratch memory to say so');
  return inside;
}
