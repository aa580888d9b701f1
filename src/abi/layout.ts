/**
 * Sizes and alignments in memory. CanonicalABI.md "Alignment" and "Element Size".
 *
 * A layout is computed twice, for 4-byte and 8-byte pointers, and the two numbers are written as
 * `bytes + pointers * sizeof(void*)`: emitted code then holds on both. With plain C layout this is
 * always possible (test/abi/layout.test.ts tries it on random types).
 */
import { invariant, unreachable } from '../base/invariant.js';
import type { PrimitiveName, Type, TypeDecl } from '../resolve/model.js';
import type { Alignment, CoreLocal, Layout, Place, Size, Width } from './plan.js';
import { caseCount, discriminantBytes, shapeOf, type SumCase } from './shape.js';

/** How wide a handle is: an index into a table or a pointer. */
export type HandleWidth = 'i32' | 'pointer';

/** The machine that a concrete layout is for. */
export interface Machine {
  readonly pointerBytes: 4 | 8;
  readonly handle: HandleWidth;
}

/** Bytes on one machine. */
export interface Extent {
  readonly size: number;
  readonly align: number;
}

/** The layout of one value, on machines of either width. */
export function layoutOf(type: Type, handle: HandleWidth): Layout {
  const [narrow, wide] = onBoth((machine) => extentOf(type, machine), handle);
  return { size: symbolic(narrow.size, wide.size), align: symbolicAlign(narrow.align, wide.align) };
}

/** Where consecutive values lie, as the fields of a record do, and the layout of the whole. */
export function recordLayout(
  types: readonly Type[],
  handle: HandleWidth,
): { readonly layout: Layout; readonly offsets: readonly Size[] } {
  const [narrow, wide] = onBoth(
    (machine) => consecutive(types.map((type) => extentOf(type, machine))),
    handle,
  );
  return {
    layout: {
      size: symbolic(narrow.extent.size, wide.extent.size),
      align: symbolicAlign(narrow.extent.align, wide.extent.align),
    },
    offsets: narrow.offsets.map((offset, index) => symbolic(offset, wide.offsets[index] ?? offset)),
  };
}

/** Where the payload of a variant, option or result lies: after the discriminant, aligned for every case. */
export function payloadOffset(cases: readonly SumCase[], handle: HandleWidth): Size {
  const [narrow, wide] = onBoth((machine) => payloadOffsetOn(cases, machine), handle);
  return symbolic(narrow, wide);
}

/** How a discriminant or a scalar stands in memory. */
export function discriminantWidth(cases: number): Width {
  return ({ 1: 'i8', 2: 'i16', 4: 'i32' } as const)[discriminantBytes(cases)];
}

const primitiveBytes: Readonly<Record<PrimitiveName, 1 | 2 | 4 | 8>> = {
  bool: 1,
  u8: 1,
  s8: 1,
  u16: 2,
  s16: 2,
  u32: 4,
  s32: 4,
  u64: 8,
  s64: 8,
  f32: 4,
  f64: 8,
  char: 4,
};

/** Size and alignment on one machine; computed once for each declaration. */
export function extentOf(type: Type, machine: Machine): Extent {
  return type.kind === 'named' ? extentOfDecl(type, machine) : computeExtent(type, machine);
}

const knownExtents = new WeakMap<TypeDecl, Map<string, Extent>>();

function extentOfDecl(type: Extract<Type, { kind: 'named' }>, machine: Machine): Extent {
  const extents = knownExtents.get(type.decl) ?? new Map<string, Extent>();
  knownExtents.set(type.decl, extents);
  const key = `${String(machine.pointerBytes)} ${machine.handle}`;
  const extent = extents.get(key) ?? computeExtent(type, machine);
  extents.set(key, extent);
  return extent;
}

function computeExtent(type: Type, machine: Machine): Extent {
  const shape = shapeOf(type);
  switch (shape.kind) {
    case 'scalar':
      return square(
        shape.of.kind === 'primitive'
          ? primitiveBytes[shape.of.name]
          : discriminantBytes(caseCount(shape.of)),
      );
    case 'flags':
      return flagsExtent(shape.count);
    case 'product':
      return consecutive(shape.parts.map((part) => extentOf(part.type, machine))).extent;
    case 'sum':
      return sumExtent(shape.cases, machine);
    case 'sequence':
    case 'list':
    case 'map':
      return { size: 2 * machine.pointerBytes, align: machine.pointerBytes };
    case 'handle':
      return square(handleBytes(machine));
    case 'opaque':
      return square(shape.of.kind === 'error-context' ? 4 : handleBytes(machine));
    case 'array': {
      const element = extentOf(shape.element, machine);
      return { size: element.size * shape.count, align: element.align };
    }
    default:
      return unreachable(shape);
  }
}

const square = (bytes: number): Extent => ({ size: bytes, align: bytes });

const handleBytes = (machine: Machine): number => (machine.handle === 'i32' ? 4 : machine.pointerBytes);

/** Up to 8 flags in a byte, up to 16 in two, more in words of 32. */
function flagsExtent(count: number): Extent {
  if (count === 0) return { size: 0, align: 4 };
  if (count <= 8) return square(1);
  if (count <= 16) return square(2);
  return { size: 4 * Math.ceil(count / 32), align: 4 };
}

/** Types may have more parts than a call has arguments. */
const greatest = (first: number, others: readonly number[]): number =>
  others.reduce((most, other) => Math.max(most, other), first);

const alignUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;

function consecutive(parts: readonly Extent[]): {
  readonly extent: Extent;
  readonly offsets: readonly number[];
} {
  const align = greatest(
    1,
    parts.map((part) => part.align),
  );
  const offsets: number[] = [];
  let end = 0;
  for (const part of parts) {
    const offset = alignUp(end, part.align);
    offsets.push(offset);
    end = offset + part.size;
  }
  return { extent: { size: alignUp(end, align), align }, offsets };
}

function sumExtent(cases: readonly SumCase[], machine: Machine): Extent {
  const payloads = payloadExtents(cases, machine);
  const align = greatest(
    discriminantBytes(cases.length),
    payloads.map((payload) => payload.align),
  );
  const size =
    offsetBefore(payloads, cases.length) +
    greatest(
      0,
      payloads.map((payload) => payload.size),
    );
  return { size: alignUp(size, align), align };
}

const payloadOffsetOn = (cases: readonly SumCase[], machine: Machine): number =>
  offsetBefore(payloadExtents(cases, machine), cases.length);

function offsetBefore(payloads: readonly Extent[], cases: number): number {
  const align = greatest(
    1,
    payloads.map((payload) => payload.align),
  );
  return alignUp(discriminantBytes(cases), align);
}

const payloadExtents = (cases: readonly SumCase[], machine: Machine): readonly Extent[] =>
  cases.flatMap((each) => (each.type ? [extentOf(each.type, machine)] : []));

function onBoth<Measure>(measure: (machine: Machine) => Measure, handle: HandleWidth): [Measure, Measure] {
  return [measure({ pointerBytes: 4, handle }), measure({ pointerBytes: 8, handle })];
}

/** The size that is `narrow` bytes with 4-byte pointers and `wide` bytes with 8-byte pointers. */
function symbolic(narrow: number, wide: number): Size {
  const pointers = (wide - narrow) / 4;
  const bytes = 2 * narrow - wide;
  invariant(Number.isInteger(pointers) && pointers >= 0 && bytes >= 0, 'sizes that differ by whole pointers');
  return { bytes, pointers };
}

function symbolicAlign(narrow: number, wide: number): Alignment {
  if (narrow !== wide) return 'pointer';
  invariant(narrow === 1 || narrow === 2 || narrow === 4 || narrow === 8, 'an alignment of 1, 2, 4 or 8');
  return narrow;
}

/** `a + b`. */
export function addSizes(a: Size, b: Size): Size {
  return { bytes: a.bytes + b.bytes, pointers: a.pointers + b.pointers };
}

export const noSize: Size = { bytes: 0, pointers: 0 };

/** A size in bytes for pointers of a given width. */
export function sizeInBytes(size: Size, pointerBytes: number): number {
  return size.bytes + size.pointers * pointerBytes;
}

/** A place at `offset` behind another. */
export function placeAfter(at: Place, offset: Size): Place {
  return { base: at.base, offset: addSizes(at.offset, offset) };
}

/** The place a pointer points at. */
export const placeAt = (base: CoreLocal): Place => ({ base, offset: noSize });
