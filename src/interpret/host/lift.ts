/** Core values and memory to values, as the specification's host does it. CanonicalABI.md "Loading" and "Flat Lifting". */
import { unreachable } from '../../base/invariant.js';
import { flatten } from '../../abi/flatten.js';
import type { Width } from '../../abi/plan.js';
import type { PrimitiveName, Type } from '../../resolve/model.js';
import { truncated, bytesOf, type Bits } from '../bits.js';
import { bitsToScalar, wordsToFlags } from '../scalars.js';
import { Trap, trapIf } from '../trap.js';
import { textOf, type Value } from '../values.js';
import { CarriedOpaque, CarriedResource } from './carried.js';
import { maxByteLength, type Side } from './side.js';
import { despecialize, type Plain } from './types.js';

/** Core values, taken one after the other. */
export type Cores = Iterator<Bits, undefined>;

const next = (cores: Cores): Bits => cores.next().value ?? 0n;

/** How primitives stand in memory. */
export const primitiveWidth: Readonly<Record<PrimitiveName, Width>> = {
  bool: 'i8',
  u8: 'i8',
  s8: 'i8',
  u16: 'i16',
  s16: 'i16',
  u32: 'i32',
  s32: 'i32',
  u64: 'i64',
  s64: 'i64',
  f32: 'f32',
  f64: 'f64',
  char: 'i32',
};

/** `lift_flat_values`: values that come as core values, or in memory if there are more than `most`. */
export function liftValues(types: readonly Type[], most: number, cores: Cores, side: Side): readonly Value[] {
  if (types.flatMap((type) => flatten(type, 'i32')).length <= most) {
    return types.map((type) => liftFlat(type, cores, side));
  }
  const at = next(cores);
  const block: Type = { kind: 'tuple', items: types };
  const { size, align } = side.extent(block);
  checkRange(at, size, align, side);
  return side
    .places(
      types.map((type) => ({ type })),
      at,
    )
    .map(({ part, at }) => load(part.type, at, side));
}

function checkRange(at: Bits, size: number, align: number, side: Side): void {
  trapIf(at % BigInt(align) !== 0n, 'unaligned-pointer', () => `${String(at)}, aligned to ${String(align)}`);
  side.memory.within(at, size);
}

/** `lift_flat`. */
function liftFlat(type: Type, cores: Cores, side: Side): Value {
  const plain = despecialize(type);
  switch (plain.kind) {
    case 'primitive':
      return bitsToScalar(plain, next(cores));
    case 'string':
      return liftString(next(cores), next(cores), side);
    case 'list':
      return liftList(plain, next(cores), next(cores), side);
    case 'array':
      return Array.from({ length: plain.length }, () => liftFlat(plain.element, cores, side));
    case 'record':
      return plain.make(plain.fields.map((field) => liftFlat(field.type, cores, side)));
    case 'variant':
      return liftVariant(plain, flatten(type, 'i32').length - 1, cores, side);
    case 'flags':
      return wordsToFlags(
        plain.decl,
        Array.from({ length: Math.ceil(plain.count / 32) }, () => next(cores)),
      );
    case 'handle':
    case 'opaque':
      return liftIndex(plain, next(cores), side);
    default:
      return unreachable(plain);
  }
}

/** The slots of a variant are wider than what a case puts there; those that it leaves empty are not looked at. */
function liftVariant(
  plain: Extract<Plain, { kind: 'variant' }>,
  slots: number,
  cores: Cores,
  side: Side,
): Value {
  const chosen = caseAt(plain, next(cores));
  const taken = Array.from({ length: slots }, () => next(cores));
  if (!chosen.type) return plain.make(chosen.name, undefined);
  const own = flatten(chosen.type, 'i32').map((core, index) =>
    truncated(taken[index] ?? 0n, bytesOf(core, side.memory.pointerBytes)),
  );
  return plain.make(chosen.name, liftFlat(chosen.type, own.values(), side));
}

function caseAt(
  { cases }: Extract<Plain, { kind: 'variant' }>,
  discriminant: Bits,
): Extract<Plain, { kind: 'variant' }>['cases'][number] {
  const chosen = discriminant < BigInt(cases.length) ? cases[Number(discriminant)] : undefined;
  if (!chosen) throw new Trap('invalid-discriminant', `case ${String(discriminant)}`);
  return chosen;
}

/** `load`. */
function load(type: Type, at: Bits, side: Side): Value {
  const { memory } = side;
  const plain = despecialize(type);
  switch (plain.kind) {
    case 'primitive':
      return bitsToScalar(plain, memory.load(at, primitiveWidth[plain.name]));
    case 'string':
    case 'list': {
      const pointer = memory.load(at, 'pointer');
      const length = memory.load(at + BigInt(memory.pointerBytes), 'length');
      return plain.kind === 'string'
        ? liftString(pointer, length, side)
        : liftList(plain, pointer, length, side);
    }
    case 'array':
      return loadItems(plain.element, plain.length, at, side);
    case 'record':
      return plain.make(side.places(plain.fields, at).map(({ part, at }) => load(part.type, at, side)));
    case 'variant': {
      const { width, payload } = side.variant(plain.cases, at);
      const chosen = caseAt(plain, memory.load(at, width));
      return plain.make(chosen.name, chosen.type && load(chosen.type, payload, side));
    }
    case 'flags': {
      const words = side
        .flagWidths(plain.count)
        .map((width, index) => memory.load(at + BigInt(4 * index), width));
      return wordsToFlags(plain.decl, words);
    }
    case 'handle':
    case 'opaque':
      return liftIndex(plain, memory.load(at, 'i32'), side);
    default:
      return unreachable(plain);
  }
}

function liftString(at: Bits, length: Bits, side: Side): Value {
  trapIf(length > maxByteLength, 'string-too-long', () => `${String(length)} bytes`);
  const text = textOf(side.memory.read(at, Number(length)));
  if (text === undefined) throw new Trap('invalid-utf8', `string at ${String(at)}`);
  return text;
}

function liftList(plain: Extract<Plain, { kind: 'list' }>, at: Bits, length: Bits, side: Side): Value {
  const { size, align } = side.extent(plain.element);
  const bytes = length * BigInt(size);
  trapIf(bytes > maxByteLength, 'list-too-long', () => `${String(bytes)} bytes`);
  checkRange(at, Number(bytes), align, side);
  return plain.make(loadItems(plain.element, Number(length), at, side));
}

function loadItems(element: Type, length: number, at: Bits, side: Side): readonly Value[] {
  const { size } = side.extent(element);
  return Array.from({ length }, (_, index) => load(element, at + BigInt(index * size), side));
}

/** `lift_own`, `lift_borrow` and `lift_async_value`: what leaves the table, and what stays there and is lent. */
function liftIndex(
  plain: Extract<Plain, { kind: 'handle' | 'opaque' }>,
  index: Bits,
  { instance, task }: Side,
): Value {
  const { handles } = instance;
  if (plain.kind === 'opaque') {
    const { identity } = handles.opaque(index, plain.of.kind);
    if (plain.of.kind !== 'error-context') handles.remove(index);
    return new CarriedOpaque(identity);
  }
  const entry = handles.resource(index, instance.typeOf(plain.resource));
  if (plain.ownership === 'borrow') {
    task.lend(entry);
  } else {
    const where = (): string => `handle ${String(index)}`;
    trapIf(entry.lends !== 0, 'handle-is-lent', where);
    trapIf(entry.lentTo !== undefined, 'handle-not-owned', where);
    handles.remove(index);
  }
  return new CarriedResource(entry.type, entry.representation);
}
