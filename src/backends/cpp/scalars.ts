/** Scalars between their C++ type and the core value or memory that carries them. */
import type { Scalar, Width } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import type { Inline } from '../../emit/code.js';
import { memoryTypes } from '../cxx/core-types.js';
import type { Body } from './body.js';

/** A scalar as the core value that carries it. */
export function toCore(of: Scalar, value: Inline): Inline {
  if (of.kind === 'enum') return ['static_cast<int32_t>(', value, ')'];
  switch (of.name) {
    case 's32':
    case 's64':
    case 'f32':
    case 'f64':
      return value;
    case 'u64':
      return ['static_cast<int64_t>(', value, ')'];
    case 'char':
      return ['static_cast<int32_t>(wit::abi::checked_char(', value, '))'];
    default:
      return ['static_cast<int32_t>(', value, ')'];
  }
}

/** The scalar that a core value, or an integer of memory, carries. */
export function fromCore(of: Scalar, core: Inline, body: Body): Inline {
  if (of.kind === 'enum') {
    invariant(of.decl.definition.kind === 'enum', 'an enum');
    const { cases } = of.decl.definition;
    const type = body.types.declared(of.decl);
    const label = body.typeLabel(of);
    return [
      `wit::abi::enum_case<${type}>(static_cast<uint32_t>(`,
      core,
      `), ${String(cases.length)}, "${label}")`,
    ];
  }
  switch (of.name) {
    case 'bool':
      return [core, ' != 0'];
    case 's32':
    case 's64':
    case 'f32':
    case 'f64':
      return core;
    case 'char':
      return ['wit::abi::checked_char(static_cast<uint32_t>(', core, '))'];
    default:
      return ['static_cast<', body.types.owned(of), '>(', core, ')'];
  }
}

/** The value to store in memory typed as `scalarMemory` says. */
export function toMemory(of: Scalar, width: Width, value: Inline): Inline {
  if (of.kind === 'enum') return [`static_cast<${memoryTypes[width]}>(`, value, ')'];
  return of.name === 'char' ? ['wit::abi::checked_char(', value, ')'] : value;
}

/** A scalar loaded from memory. */
export function fromMemory(of: Scalar, width: Width, place: Inline, body: Body): Inline {
  const loaded: Inline = [`wit::abi::load<${scalarMemory(of, width)}>(`, place, ')'];
  if (of.kind === 'enum') return fromCore(of, loaded, body);
  if (of.name === 'bool') return [loaded, ' != 0'];
  return of.name === 'char' ? ['wit::abi::checked_char(', loaded, ')'] : loaded;
}

/** The type that a scalar has in memory: its own, where every bit pattern is a value. */
export function scalarMemory(of: Scalar, width: Width): string {
  if (of.kind === 'enum' || of.name === 'bool') return memoryTypes[width];
  const own: Partial<Record<typeof of.name, string>> = {
    s8: 'int8_t',
    s16: 'int16_t',
    u32: 'uint32_t',
    u64: 'uint64_t',
    char: 'uint32_t',
  };
  return own[of.name] ?? memoryTypes[width];
}
