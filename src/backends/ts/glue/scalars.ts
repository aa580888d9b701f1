/** Core values of scalars, and back. */
import type { OpOf, Scalar, Width } from '../../../abi/plan.js';
import type { CoreType } from '../../../abi/plan.js';
import type { Inline } from '../../../emit/code.js';
import type { PrimitiveName } from '../../../resolve/model.js';
import type { Body } from './body.js';

/** A value, checked, as the core value that carries it, or as what is stored. */
export function toCore(of: Scalar, value: Inline, path: string, body: Body): Inline {
  if (of.kind === 'enum') {
    return [
      ...[body.cx.runtime('caseIndex'), '(', body.cx.enumeration(of.decl), '.indexes, '],
      ...[value, `, '${path}')`],
    ];
  }
  return [body.cx.runtime(checks[of.name]), '(', value, `, '${path}')`];
}

/** The function of the runtime that looks whether a value is of a type. */
const checks: Readonly<Record<PrimitiveName, string>> = {
  bool: 'bool',
  u8: 'u8',
  s8: 's8',
  u16: 'u16',
  s16: 's16',
  u32: 'u32',
  s32: 's32',
  u64: 'u64',
  s64: 's64',
  f32: 'float',
  f64: 'float',
  char: 'char',
};

/** A core value, which may have any bits, as a value. */
export function fromCore(of: Scalar, core: Inline, body: Body): Inline {
  if (of.kind === 'enum') {
    return [body.cx.runtime('liftCase'), '(', body.cx.enumeration(of.decl), '.cases, ', core, ')'];
  }
  switch (of.name) {
    case 'bool':
      return [core, ' !== 0'];
    case 'u8':
      return [core, ' & 0xff'];
    case 's8':
      return ['(', core, ' << 24) >> 24'];
    case 'u16':
      return [core, ' & 0xffff'];
    case 's16':
      return ['(', core, ' << 16) >> 16'];
    case 'u32':
      return [core, ' >>> 0'];
    case 'u64':
      return ['BigInt.asUintN(64, ', core, ')'];
    case 'char':
      return [body.cx.runtime('liftChar'), '(', core, ')'];
    case 's32':
    case 's64':
    case 'f32':
    case 'f64':
      return core;
  }
}

/** What is in memory of a scalar as its value. `width` is how it stands there. */
export function fromMemory(of: Scalar, width: Width, place: Inline, body: Body): Inline {
  const accessor = of.kind === 'primitive' ? inMemory[of.name] : undefined;
  if (accessor === undefined) return fromCore(of, body.load(width, place), body);
  return [body.view, `.get${accessor}(`, place, accessor.endsWith('8') ? '' : ', true', ')'];
}

/** The accessors of a `DataView` that read the value itself. */
const inMemory: Partial<Readonly<Record<PrimitiveName, string>>> = {
  u8: 'Uint8',
  s8: 'Int8',
  u16: 'Uint16',
  s16: 'Int16',
  u32: 'Uint32',
  s32: 'Int32',
  u64: 'BigUint64',
  s64: 'BigInt64',
  f32: 'Float32',
  f64: 'Float64',
};

/** The types of core values in TypeScript. */
export const coreTypes = (type: CoreType): string =>
  type === 'i64' || type === 'pointer-or-i64' ? 'bigint' : 'number';

/** A core value known when generating. */
export const constant = (type: CoreType, value: number): string =>
  coreTypes(type) === 'bigint' ? `${String(value)}n` : String(value);

/** The bits of a core value as those of another type. Pointers and lengths are numbers, as wide as the component has them. */
export function cast({ value, out }: OpOf<'cast'>, core: Inline, body: Body): Inline {
  const isWide = body.cx.memory.pointerBytes === 8;
  const [from, to] = [kindOf(value.type, isWide), kindOf(out.type, isWide)];
  const functions = casts[from][to] ?? [];
  return functions.reduce((inner: Inline, name) => [body.cx.runtime(name), '(', inner, ')'], core);
}

type CoreKind = 'i32' | 'i64' | 'f32' | 'f64' | 'address';

function kindOf(type: CoreType, isWide: boolean): CoreKind {
  switch (type) {
    case 'pointer':
    case 'length':
      return isWide ? 'address' : 'i32';
    case 'pointer-or-i64':
      return 'i64';
    default:
      return type;
  }
}

/** The functions of the runtime by which bits change their type, first one first. */
const casts: Readonly<Record<CoreKind, Readonly<Partial<Record<CoreKind, readonly string[]>>>>> = {
  i32: { i64: ['wide'], f32: ['f32OfBits'], address: ['unsigned'] },
  i64: { i32: ['narrow'], f32: ['narrow', 'f32OfBits'], f64: ['f64OfBits'], address: ['narrowAddress'] },
  f32: { i32: ['bitsOfF32'], i64: ['bitsOfF32', 'wide'], address: ['bitsOfF32', 'unsigned'] },
  f64: { i64: ['bitsOfF64'] },
  address: { i32: ['lowerHalf'], i64: ['wideAddress'], f32: ['lowerHalf', 'f32OfBits'] },
};
