/** Values to core values. */
import { invariant } from '../base/invariant.js';
import type { Product } from '../abi/plan.js';
import { flagsToWords, scalarToBits } from './scalars.js';
import { Handle, Opaque } from './handle.js';
import type { ExecuteTable } from './ops-table.js';
import { sequenceInMemory } from './sequence.js';
import { expecting, type Value } from './values.js';

export const loweringOps: Pick<
  ExecuteTable,
  | 'scalar-to-core'
  | 'flags-to-core'
  | 'fields'
  | 'match'
  | 'data'
  | 'length'
  | 'each'
  | 'each-entry'
  | 'handle-to-core'
  | 'opaque-to-core'
> = {
  'scalar-to-core'(op, frame) {
    frame.setBits(op.out, scalarToBits(op.of, frame.value(op.value)));
  },
  'flags-to-core'(op, frame) {
    const words = flagsToWords(op.decl, frame.value(op.value), op.outs.length);
    op.outs.forEach((out, index) => {
      frame.setBits(out, words[index] ?? 0n);
    });
  },
  fields(op, frame) {
    const parts = partsOf(op.of, frame.value(op.value));
    invariant(parts.length === op.outs.length, `${String(op.outs.length)} parts`);
    op.outs.forEach((out, index) => {
      const part = parts[index];
      invariant(part !== undefined, 'every part');
      frame.setValue(out, part);
    });
  },
  match(op, frame) {
    const { tag, val } = expecting.sum(frame.value(op.value));
    const arm = op.arms.find(({ name }) => name === tag);
    invariant(arm, `${tag} to be a case`);
    if (arm.payload) {
      invariant(val !== undefined, `a payload of ${tag}`);
      frame.setValue(arm.payload, val);
    }
    frame.run(arm.body);
    const yielded = arm.yields.map((operand) => frame.bits(operand));
    op.outs.forEach((out, index) => {
      frame.setBits(out, yielded[index] ?? 0n);
    });
  },
  data(op, frame) {
    const { length, size, align, write } = sequenceInMemory(op.of, frame.value(op.value));
    frame.setBits(op.length, BigInt(length));
    if (length === 0) {
      // Never null, even where nothing is pointed at.
      frame.setBits(op.pointer, BigInt(align));
      return;
    }
    const block = frame.heap.allocate(op.ownership === 'lent' ? 'users' : 'malloc', size, align);
    frame.setBits(op.pointer, block.address);
    write(block.address, frame.heap);
    if (op.ownership === 'lent') frame.activation.users(block);
  },
  length(op, frame) {
    const value = frame.value(op.value);
    frame.setBits(op.out, BigInt(value instanceof Map ? value.size : expecting.array(value).length));
  },
  each(op, frame) {
    const stride = BigInt(frame.bytes(op.stride));
    let slot = frame.address(op.base);
    for (const item of expecting.array(frame.value(op.list))) {
      frame.setValue(op.item, item);
      frame.setBits(op.slot, slot);
      frame.run(op.body);
      slot += stride;
    }
  },
  'each-entry'(op, frame) {
    const stride = BigInt(frame.bytes(op.stride));
    let slot = frame.address(op.base);
    for (const [key, entry] of expecting.map(frame.value(op.map))) {
      frame.setValue(op.key, key);
      frame.setValue(op.entry, entry);
      frame.setBits(op.slot, slot);
      frame.run(op.body);
      slot += stride;
    }
  },
  'handle-to-core'(op, frame) {
    const handle = frame.value(op.value);
    invariant(handle instanceof Handle, 'a handle');
    invariant(op.handle === 'borrow' || handle.ownership === 'own', 'an own to be given');
    const bits = op.handle === 'own' ? handle.spend() : handle.bits();
    frame.setBits(op.out, frame.component.linker.leaving(op, bits, frame.component));
  },
  'opaque-to-core'(op, frame) {
    const opaque = frame.value(op.value);
    invariant(opaque instanceof Opaque && opaque.kind === op.of.kind, `a value of a ${op.of.kind}`);
    frame.setBits(op.out, opaque.bits);
  },
};

/** The parts of a record, tuple or fixed-length list, in order. */
function partsOf(of: Product, value: Value): readonly Value[] {
  return of.kind === 'record' ? of.names.map((name) => expecting.field(value, name)) : expecting.array(value);
}
