/** Core values and memory to values. */
import type { OpOf, Product } from '../abi/plan.js';
import type { Bits } from './bits.js';
import type { Frame } from './frame.js';
import { Handle, Opaque } from './handle.js';
import type { ExecuteTable } from './ops-table.js';
import { bitsToScalar, wordsToFlags } from './scalars.js';
import { elementExtent, readSequence } from './sequence.js';
import { Trap, trapIf } from './trap.js';
import { fieldsOf, type Value } from './values.js';

export const liftingOps: Pick<
  ExecuteTable,
  | 'core-to-scalar'
  | 'core-to-flags'
  | 'make'
  | 'switch'
  | 'lift-sequence'
  | 'build-list'
  | 'build-map'
  | 'build-array'
  | 'core-to-handle'
  | 'core-to-opaque'
> = {
  'core-to-scalar'(op, frame) {
    frame.setValue(op.out, bitsToScalar(op.of, frame.bits(op.value)));
  },
  'core-to-flags'(op, frame) {
    frame.setValue(
      op.out,
      wordsToFlags(
        op.decl,
        op.values.map((word) => frame.bits(word)),
      ),
    );
  },
  make(op, frame) {
    frame.setValue(
      op.out,
      wholeOf(
        op.of,
        op.parts.map((part) => frame.value(part)),
      ),
    );
  },
  switch(op, frame) {
    const discriminant = frame.bits(op.discriminant);
    const arm = op.arms.find(({ index }) => BigInt(index) === discriminant);
    if (!arm) throw new Trap('invalid-discriminant', `case ${String(discriminant)}`);
    frame.run(arm.body);
    frame.setValue(op.out, { tag: arm.name, val: arm.payload && frame.value(arm.payload) });
  },
  'lift-sequence'(op, frame) {
    const length = frame.bits(op.length);
    frame.setValue(op.out, length === 0n ? emptySequence(op) : liftSequence(op, length, frame));
  },
  'build-list'(op, frame) {
    const items: Value[] = [];
    forEachSlot(op, frame, () => {
      items.push(frame.value(op.item));
    });
    keepIfViewed(op, frame);
    frame.setValue(op.out, items);
  },
  'build-map'(op, frame) {
    const entries = new Map<Value, Value>();
    forEachSlot(op, frame, () => {
      entries.set(frame.value(op.key), frame.value(op.entry));
    });
    keepIfViewed(op, frame);
    frame.setValue(op.out, entries);
  },
  'build-array'(op, frame) {
    const items: Value[] = [];
    forEachOf(op, frame.address(op.base), BigInt(op.count), frame, () => {
      items.push(frame.value(op.item));
    });
    frame.setValue(op.out, items);
  },
  'core-to-handle'(op, frame) {
    const bits = frame.component.linker.arrived(op, frame.bits(op.value), frame.component);
    const handle = new Handle(op.handle, op.resource, bits);
    frame.activation.receive(handle);
    frame.setValue(op.out, handle);
  },
  'core-to-opaque'(op, frame) {
    frame.setValue(op.out, new Opaque(op.of.kind, frame.bits(op.value)));
  },
};

const emptySequence = ({ of }: OpOf<'lift-sequence'>): Value => (of.kind === 'string' ? '' : []);

function liftSequence({ of, how, pointer, out }: OpOf<'lift-sequence'>, length: Bits, frame: Frame): Value {
  const { heap, activation } = frame;
  const at = frame.bits(pointer);
  const { size: elementSize, align } = elementExtent(of);
  const size = Number(length) * elementSize;
  trapIf(at % BigInt(align) !== 0n, 'unaligned-pointer', () => `${out.hint} at ${String(at)}`);
  heap.checkAllocated(at, size);
  const value = readSequence(of, at, Number(length), heap);
  if (how === 'view') activation.view(at, size);
  if (how === 'adopt') {
    const block = heap.ownable(at);
    if (out.passing === 'owner') activation.hold(block);
    else activation.adoptUntilReturn(block);
  }
  if (how === 'copy') {
    const copy = heap.allocate('malloc', size, align);
    heap.memory.write(copy.address, heap.memory.read(at, size));
    activation.hold(copy);
  }
  return value;
}

/** Elements that are only looked at need a place until the function returns, be they in a JavaScript array here. */
function keepIfViewed({ out }: OpOf<'build-list'> | OpOf<'build-map'>, { activation }: Frame): void {
  if (out.passing !== 'owner') activation.keep();
}

/** The record, tuple or fixed-length list of these parts. */
function wholeOf(of: Product, parts: readonly Value[]): Value {
  return of.kind === 'record' ? fieldsOf(of.names.map((name, index) => [name, parts[index] ?? []])) : parts;
}

/** Runs the body with the slot at each element that the pointer leads to; the whole of it must be there. */
function forEachSlot(op: OpOf<'build-list'> | OpOf<'build-map'>, frame: Frame, then: () => void): void {
  const length = frame.bits(op.length);
  if (length === 0n) return;
  const stride = frame.bytes(op.stride);
  const first = frame.bits(op.pointer);
  frame.heap.checkArea(first, Number(length) * stride, frame.alignment(op.align));
  forEachOf(op, first, length, frame, then);
}

/** Runs the body with the slot at each of so many elements. */
export function forEachOf(
  op: OpOf<'build-list'> | OpOf<'build-map'> | OpOf<'build-array'> | OpOf<'each-slot'>,
  first: Bits,
  count: Bits,
  frame: Frame,
  then: () => void,
): void {
  const stride = BigInt(frame.bytes(op.stride));
  for (let index = 0n, slot = first; index < count; index++, slot += stride) {
    frame.setBits(op.slot, slot);
    frame.run(op.body);
    then();
  }
}
