/** Values to core values and memory, as the specification's host does it. CanonicalABI.md "Storing" and "Flat Lowering". */
import { invariant, unreachable } from '../../base/invariant.js';
import { flatten } from '../../abi/flatten.js';
import type { Type } from '../../resolve/model.js';
import type { Bits } from '../bits.js';
import { flagsToWords, scalarToBits } from '../scalars.js';
import { trapIf } from '../trap.js';
import { expecting, utf8Of, type Value } from '../values.js';
import { CarriedOpaque, CarriedResource } from './carried.js';
import { primitiveWidth } from './lift.js';
import type { Side } from './side.js';
import { despecialize, type Plain } from './types.js';

/**
 * `lower_flat_values`: values as core values, or in memory if there were more than `most`. That memory is at
 * `area`, or allocated, and then its address is the only core value.
 */
export function lowerValues(
  types: readonly Type[],
  values: readonly Value[],
  most: number,
  side: Side,
  area?: Bits,
): readonly Bits[] {
  const pairs = types.map((type, index) => ({ type, value: values[index] ?? [] }));
  if (types.flatMap((type) => flatten(type, 'i32')).length <= most) {
    return pairs.flatMap(({ type, value }) => lowerFlat(type, value, side));
  }
  const { size, align } = side.extent({ kind: 'tuple', items: types });
  const at = area ?? side.instance.allocate(size, align);
  trapIf(at % BigInt(align) !== 0n, 'unaligned-pointer', () => `result area at ${String(at)}`);
  side.memory.within(at, size);
  for (const { part, at: place } of side.places(pairs, at)) store(part.type, part.value, place, side);
  return area === undefined ? [at] : [];
}

/** `lower_flat`. */
function lowerFlat(type: Type, value: Value, side: Side): readonly Bits[] {
  const plain = despecialize(type);
  switch (plain.kind) {
    case 'primitive':
      return [scalarToBits(plain, value)];
    case 'string':
    case 'list': {
      const { at, length } =
        plain.kind === 'string' ? lowerString(value, side) : lowerList(plain, value, side);
      return [at, length];
    }
    case 'array':
      return expecting.array(value).flatMap((item) => lowerFlat(plain.element, item, side));
    case 'record': {
      const parts = plain.parts(value);
      return plain.fields.flatMap((field, index) => lowerFlat(field.type, parts[index] ?? [], side));
    }
    case 'variant': {
      const { index, payload } = plain.caseOf(value);
      const chosen = plain.cases[index]?.type;
      const own = chosen && payload !== undefined ? lowerFlat(chosen, payload, side) : [];
      const slots = flatten(type, 'i32').length - 1;
      return [BigInt(index), ...Array.from({ length: slots }, (_, slot) => own[slot] ?? 0n)];
    }
    case 'flags':
      return flagsToWords(plain.decl, value, Math.ceil(plain.count / 32));
    case 'handle':
    case 'opaque':
      return [lowerIndex(plain, value, side)];
    default:
      return unreachable(plain);
  }
}

/** `store`. */
function store(type: Type, value: Value, at: Bits, side: Side): void {
  const { memory } = side;
  const plain = despecialize(type);
  switch (plain.kind) {
    case 'primitive':
      memory.store(at, primitiveWidth[plain.name], scalarToBits(plain, value));
      return;
    case 'string':
    case 'list': {
      const made = plain.kind === 'string' ? lowerString(value, side) : lowerList(plain, value, side);
      memory.store(at, 'pointer', made.at);
      memory.store(at + BigInt(memory.pointerBytes), 'length', made.length);
      return;
    }
    case 'array':
      storeItems(plain.element, expecting.array(value), at, side);
      return;
    case 'record': {
      const parts = plain.parts(value);
      side.places(plain.fields, at).forEach(({ part, at }, index) => {
        store(part.type, parts[index] ?? [], at, side);
      });
      return;
    }
    case 'variant': {
      const { index, payload } = plain.caseOf(value);
      const places = side.variant(plain.cases, at);
      memory.store(at, places.width, BigInt(index));
      const chosen = plain.cases[index]?.type;
      if (chosen && payload !== undefined) store(chosen, payload, places.payload, side);
      return;
    }
    case 'flags': {
      const words = flagsToWords(plain.decl, value, Math.ceil(plain.count / 32));
      side.flagWidths(plain.count).forEach((width, index) => {
        memory.store(at + BigInt(4 * index), width, words[index] ?? 0n);
      });
      return;
    }
    case 'handle':
    case 'opaque':
      memory.store(at, 'i32', lowerIndex(plain, value, side));
      return;
    default:
      unreachable(plain);
  }
}

/** What stands in memory for a string or a list. */
interface Range {
  readonly at: Bits;
  readonly length: Bits;
}

function lowerString(value: Value, side: Side): Range {
  const bytes = utf8Of(expecting.string(value));
  const at = side.instance.allocate(bytes.length, 1);
  side.memory.write(at, bytes);
  return { at, length: BigInt(bytes.length) };
}

function lowerList(plain: Extract<Plain, { kind: 'list' }>, value: Value, side: Side): Range {
  const items = plain.items(value);
  const { size, align } = side.extent(plain.element);
  const at = side.instance.allocate(items.length * size, align);
  storeItems(plain.element, items, at, side);
  return { at, length: BigInt(items.length) };
}

function storeItems(element: Type, items: readonly Value[], at: Bits, side: Side): void {
  const { size } = side.extent(element);
  items.forEach((item, index) => {
    store(element, item, at + BigInt(index * size), side);
  });
}

/** `lower_own`, `lower_borrow` and the like. Who implements a resource is lent the representation itself. */
function lowerIndex(
  plain: Extract<Plain, { kind: 'handle' | 'opaque' }>,
  value: Value,
  { instance, task }: Side,
): Bits {
  const { handles } = instance;
  if (plain.kind === 'opaque') {
    invariant(value instanceof CarriedOpaque, `a ${plain.of.kind} on its way`);
    return handles.add({ kind: plain.of.kind, identity: value.identity });
  }
  invariant(value instanceof CarriedResource, 'a resource on its way');
  const { type, representation } = value;
  const entry = { kind: 'resource', type, representation, lends: 0 } as const;
  if (plain.ownership === 'own') return handles.add({ ...entry, lentTo: undefined });
  if (type.implementedBy === instance) return representation;
  task.borrows++;
  return handles.add({ ...entry, lentTo: task });
}
