/** Core values: their types, their conversions, and how they stand in memory. */
import type { CoreLocal, CoreType, OpOf, Place, Scalar, Size, Width } from '../../abi/plan.js';
import { need, type Inline } from '../../emit/code.js';
import { NameScope, snakeCase } from '../../emit/names.js';
import { cast as castTo, method } from './expressions.js';
import { call, callFor } from './lists.js';
import { keywords } from './names.js';

const coreTypes: Readonly<Record<CoreType, string>> = {
  i32: 'i32',
  i64: 'i64',
  f32: 'f32',
  f64: 'f64',
  pointer: '*mut u8',
  length: 'usize',
  // Either may be in it, and only `MaybeUninit` keeps the provenance of a pointer.
  'pointer-or-i64': '::core::mem::MaybeUninit<u64>',
};

/** The Rust type of a core value. */
export const coreType = (type: CoreType): string => coreTypes[type];

/** A core value known when generating. */
export function constant(type: CoreType, value: number): string {
  switch (type) {
    case 'f32':
    case 'f64':
      return `${String(value)}.0`;
    case 'pointer':
      return value === 0 ? '::core::ptr::null_mut()' : `${String(value)} as *mut u8`;
    case 'pointer-or-i64':
      return `::core::mem::MaybeUninit::new(${String(value)})`;
    case 'i32':
    case 'i64':
    case 'length':
      return String(value);
  }
}

const pointerSize: Inline = [need('_rt'), '_rt::POINTER'];

/** `8 + 2 * _rt::POINTER`. */
export function size({ bytes, pointers }: Size): Inline {
  if (pointers === 0) return String(bytes);
  const many: Inline = pointers === 1 ? pointerSize : [`${String(pointers)} * `, pointerSize];
  return bytes === 0 ? many : [`${String(bytes)} + `, many];
}

/** An alignment in bytes. */
export const alignment = (align: number | 'pointer'): Inline =>
  align === 'pointer' ? pointerSize : String(align);

/** The address of a place. */
export function address(base: Inline, { offset }: Pick<Place, 'offset'>): Inline {
  return offset.bytes === 0 && offset.pointers === 0 ? base : method(base, 'add', size(offset));
}

const widths: Readonly<Record<Width, string>> = {
  i8: 'u8',
  i16: 'u16',
  i32: 'i32',
  i64: 'i64',
  f32: 'f32',
  f64: 'f64',
  pointer: '*mut u8',
  length: 'usize',
};

const access = (name: 'load' | 'store'): Inline => [need('_rt'), need('_rt::memory'), `_rt::${name}`];

/** Writes a value, whose Rust type is that of the memory. */
export const store = (base: Inline, { offset }: Pick<Place, 'offset'>, value: Inline): Inline =>
  call(access('store'), base, size(offset), value);

/** Reads a value of a Rust type. */
export const load = (base: Inline, { offset }: Pick<Place, 'offset'>, type: string): Inline =>
  callFor(access('load'), type, base, size(offset));

/** A core value as the type that it has in memory. */
export function asWidth(width: Width, value: Inline, isConstant: boolean): Inline {
  if (isConstant && width !== 'pointer') return [value, `_${widths[width]}`];
  return width === 'i8' || width === 'i16' ? castTo(value, widths[width]) : value;
}

/** Loads a core value. */
export function loadWidth(base: Inline, at: Pick<Place, 'offset'>, width: Width): Inline {
  const loaded = load(base, at, widths[width]);
  return width === 'i8' || width === 'i16' ? call('i32::from', loaded) : loaded;
}

type Conversion = (value: Inline) => Inline;

const same: Conversion = (value) => value;
const as =
  (type: string): Conversion =>
  (value) =>
    castTo(value, type);
const by =
  (path: string): Conversion =>
  (value) =>
    call(path, value);
const slot =
  (name: string): Conversion =>
  (value) =>
    call([need('_rt'), need('_rt::slot'), `_rt::slot::${name}`], value);
const then =
  (first: Conversion, second: Conversion): Conversion =>
  (value) =>
    second(first(value));

const f32Bits = by('f32::to_bits');
const f64Bits = by('f64::to_bits');

/** The bits of a core value as those of another type; receivers look only at the low part of a wider one. */
const casts: Readonly<Record<CoreType, Readonly<Partial<Record<CoreType, Conversion>>>>> = {
  i32: {
    i64: by('i64::from'),
    f32: then(as('u32'), by('f32::from_bits')),
    pointer: as('*mut u8'),
    length: as('usize'),
    'pointer-or-i64': then(as('u32'), slot('of_integer')),
  },
  i64: {
    i32: as('i32'),
    f32: then(as('u32'), by('f32::from_bits')),
    f64: then(as('u64'), by('f64::from_bits')),
    pointer: as('*mut u8'),
    length: as('usize'),
    'pointer-or-i64': then(as('u64'), slot('of_integer')),
  },
  f32: {
    i32: then(f32Bits, as('i32')),
    i64: then(f32Bits, by('i64::from')),
    pointer: then(f32Bits, as('usize as *mut u8')),
    length: then(f32Bits, as('usize')),
    'pointer-or-i64': then(f32Bits, slot('of_integer')),
  },
  f64: {
    i64: then(f64Bits, as('i64')),
    'pointer-or-i64': then(f64Bits, slot('of_integer')),
  },
  pointer: {
    i32: as('usize as i32'),
    i64: as('usize as i64'),
    f32: then(as('usize as u32'), by('f32::from_bits')),
    length: as('usize'),
    'pointer-or-i64': slot('of_pointer'),
  },
  length: {
    i32: as('i32'),
    i64: as('i64'),
    f32: then(as('u32'), by('f32::from_bits')),
    pointer: as('*mut u8'),
    'pointer-or-i64': then(as('u64'), slot('of_integer')),
  },
  'pointer-or-i64': {
    i32: then(slot('integer'), as('i32')),
    i64: then(slot('integer'), as('i64')),
    f32: then(then(slot('integer'), as('u32')), by('f32::from_bits')),
    f64: then(slot('integer'), by('f64::from_bits')),
    pointer: slot('pointer'),
    length: then(slot('integer'), as('usize')),
  },
};

/** A core value as another core type; undefined for pairs that flattening never joins. */
export function cast(op: OpOf<'cast'>, value: Inline): Inline | undefined {
  const { type: from } = op.value;
  const { type: to } = op.out;
  return (from === to ? same : casts[from][to])?.(value);
}

/** How a primitive becomes its core value. */
export function primitiveToCore(of: Extract<Scalar, { kind: 'primitive' }>, value: Inline): Inline {
  switch (of.name) {
    case 'bool':
    case 'u8':
    case 's8':
    case 'u16':
    case 's16':
      return call('i32::from', value);
    case 'u32':
    case 'char':
      return castTo(value, 'i32');
    case 'u64':
      return castTo(value, 'i64');
    case 's32':
    case 's64':
    case 'f32':
    case 'f64':
      return value;
  }
}

/** Parameters of a declared function, named for the reader. */
export function namedCores(cores: readonly CoreLocal[]): readonly string[] {
  const names = new NameScope(keywords);
  return cores.map(({ hint, type }) => {
    const name = snakeCase(hint.replace(/-core$/, ''));
    return `${names.takeNumbered(name === 'self' ? 'this' : name)}: ${coreType(type)}`;
  });
}
