/** Scalars between JavaScript and the core value or memory that carries them. */
import type { Scalar, Width } from '../../../abi/plan.js';
import type { Inline } from '../../../emit/code.js';
import type { PrimitiveName } from '../../../resolve/model.js';
import { memoryTypes } from '../../cxx/core-types.js';
import type { Body } from './body.js';

/** The C++ types of numbers. */
export const numberTypes: Readonly<Record<Exclude<PrimitiveName, 'bool' | 'char'>, string>> = {
  u8: 'uint8_t',
  u16: 'uint16_t',
  u32: 'uint32_t',
  u64: 'uint64_t',
  s8: 'int8_t',
  s16: 'int16_t',
  s32: 'int32_t',
  s64: 'int64_t',
  f32: 'float',
  f64: 'double',
};

/** A value of JavaScript's, checked, in the type that it has in C++. */
function lowered(of: Scalar, value: Inline, path: Inline, body: Body): Inline {
  const given: Inline = ['(', value, ', '];
  if (of.kind === 'enum') return ['call.lower_case', given, body.names.cases(of.decl), ', ', path, ')'];
  const call = (name: string): Inline => [`call.lower_${name}`, given, path, ')'];
  switch (of.name) {
    case 'bool':
      return call('boolean');
    case 'char':
      return call('char');
    case 'f32':
    case 'f64':
      return call(`float<${numberTypes[of.name]}>`);
    default:
      return call(`integer<${numberTypes[of.name]}>`);
  }
}

/** A scalar as the core value that carries it. */
export function toCore(of: Scalar, value: Inline, path: Inline, body: Body): Inline {
  const scalar = lowered(of, value, path, body);
  if (of.kind === 'enum') return scalar;
  switch (of.name) {
    case 's32':
    case 's64':
    case 'f32':
    case 'f64':
      return scalar;
    case 'u64':
      return ['static_cast<int64_t>(', scalar, ')'];
    default:
      return ['static_cast<int32_t>(', scalar, ')'];
  }
}

/** A scalar as it is stored in a word of memory. */
export function toMemory(
  of: Scalar,
  width: Width,
  { value, path }: { readonly value: Inline; readonly path: Inline },
  body: Body,
): { readonly type: string; readonly value: Inline } {
  const scalar = lowered(of, value, path, body);
  if (of.kind !== 'enum' && of.name !== 'bool') return { type: memoryType(of.name), value: scalar };
  const type = memoryTypes[width];
  return { type, value: type === 'int32_t' ? scalar : [`static_cast<${type}>(`, scalar, ')'] };
}

const memoryType = (name: Exclude<PrimitiveName, 'bool'>): string =>
  name === 'char' ? 'uint32_t' : numberTypes[name];

/** The value of JavaScript's that a core value is. Bits above the type's width are ignored. */
export function fromCore(of: Scalar, core: Inline, body: Body): Inline {
  if (of.kind === 'enum') {
    return ['call.lift_case(static_cast<uint32_t>(', core, '), ', body.names.cases(of.decl), ')'];
  }
  switch (of.name) {
    case 'bool':
      return ['call.lift_boolean(', core, ' != 0)'];
    case 'char':
      return ['call.lift_char(static_cast<uint32_t>(', core, '))'];
    case 'f32':
    case 'f64':
      return ['call.lift_float(', core, ')'];
    case 's32':
    case 's64':
      return ['call.lift_integer(', core, ')'];
    case 'u32':
    case 'u64':
      return [`call.lift_integer(static_cast<${numberTypes[of.name]}>(`, core, '))'];
    default:
      return [
        `call.lift_integer(${of.name.startsWith('u') ? 'uint32_t' : 'int32_t'}{static_cast<${numberTypes[of.name]}>(`,
        core,
        ')})',
      ];
  }
}

/** The value of JavaScript's that stands in memory. */
export function fromMemory(of: Scalar, width: Width, place: Inline, body: Body): Inline {
  const type = of.kind === 'enum' || of.name === 'bool' ? memoryTypes[width] : memoryType(of.name);
  return fromCore(of, [`wit::napi::load<${type}>(`, place, ')'], body);
}
