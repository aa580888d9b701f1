/** Plain data in memory, as every language lays it out: integers, floats, records and arrays of them (`isBitwise`). */
import { invariant } from '../base/invariant.js';
import { extentOf, type Machine } from '../abi/layout.js';
import type { Width } from '../abi/plan.js';
import { shapeOf } from '../abi/shape.js';
import type { Type } from '../resolve/model.js';
import type { Bits } from './bits.js';
import type { Heap } from './heap.js';
import { bitsToScalar, scalarToBits } from './scalars.js';
import { expecting, fieldsOf, type Value } from './values.js';

const widths: Readonly<Record<number, Width>> = { 1: 'i8', 2: 'i16', 4: 'i32', 8: 'i64' };

/** Plain data holds no pointers and no handles: its layout is the same everywhere. */
const machine: Machine = { pointerBytes: 4, handle: 'i32' };

/** The bytes of a value of plain data. */
export const plainExtent = (type: Type): { readonly size: number; readonly align: number } =>
  extentOf(type, machine);

/** Reads plain data. */
export function loadPlain(type: Type, at: Bits, heap: Heap): Value {
  const shape = shapeOf(type);
  if (shape.kind === 'scalar') return bitsToScalar(shape.of, heap.load(at, widthOf(type)));
  if (shape.kind === 'array') return loadItems(shape.element, shape.count, at, heap);
  return fieldsOf(fieldPlaces(type, at).map(({ name, type, at }) => [name, loadPlain(type, at, heap)]));
}

/** Writes plain data. */
export function storePlain(type: Type, value: Value, at: Bits, heap: Heap): void {
  const shape = shapeOf(type);
  if (shape.kind === 'scalar') {
    heap.store(at, widthOf(type), scalarToBits(shape.of, value));
    return;
  }
  if (shape.kind === 'array') {
    storeItems(shape.element, expecting.array(value), at, heap);
    return;
  }
  for (const { name, type: part, at: place } of fieldPlaces(type, at)) {
    storePlain(part, expecting.field(value, name), place, heap);
  }
}

/** Reads so many values, one after the other. */
export function loadItems(element: Type, count: number, at: Bits, heap: Heap): readonly Value[] {
  const { size } = plainExtent(element);
  return Array.from({ length: count }, (_, index) => loadPlain(element, at + BigInt(index * size), heap));
}

/** Writes values one after the other. */
export function storeItems(element: Type, items: readonly Value[], at: Bits, heap: Heap): void {
  const { size } = plainExtent(element);
  items.forEach((item, index) => {
    storePlain(element, item, at + BigInt(index * size), heap);
  });
}

function widthOf(type: Type): Width {
  const width = widths[plainExtent(type).size];
  invariant(width, 'a scalar of 1, 2, 4 or 8 bytes');
  return width;
}

function fieldPlaces(
  type: Type,
  at: Bits,
): readonly { readonly name: string; readonly type: Type; readonly at: Bits }[] {
  const shape = shapeOf(type);
  invariant(shape.kind === 'product', 'a scalar or a record');
  let end = 0;
  return shape.parts.map((part) => {
    const { size, align } = plainExtent(part.type);
    const offset = Math.ceil(end / align) * align;
    end = offset + size;
    return { name: part.name, type: part.type, at: at + BigInt(offset) };
  });
}
