/** Reading, writing and freeing memory. */
import type { Op } from '../../../abi/plan.js';
import { InternalError } from '../../../base/invariant.js';
import { line } from '../../../emit/code.js';
import { coreTypes, hasNoSize, memoryTypes, sizeText } from '../../cxx/core-types.js';
import type { OpTable } from './body.js';
import { fromMemory, toMemory } from './scalars.js';

type MemoryKind =
  | 'store'
  | 'load'
  | 'store-scalar'
  | 'load-scalar'
  | 'call-store'
  | 'call-load'
  | 'area'
  | 'free'
  | 'each-slot'
  | 'branch'
  | 'cast';

export const memoryOps: OpTable<MemoryKind> = {
  store: (op, body) => {
    const type = memoryTypes[op.width];
    const isNarrow = op.width === 'i8' || op.width === 'i16';
    const value = body.use(op.value);
    const stored = isNarrow && op.value.kind !== 'constant' ? [`static_cast<${type}>(`, value, ')'] : value;
    return line(`wit::napi::store<${type}>(`, body.place(op.at), ', ', stored, ');');
  },

  load: (op, body) =>
    line(
      `${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = wit::napi::load<${memoryTypes[op.width]}>(`,
      body.place(op.at),
      ');',
    ),

  'store-scalar': (op, body) => {
    const given = { value: body.use(op.value), path: body.pathOf(op.value) };
    const { type, value } = toMemory(op.of, op.width, given, body);
    return line(`wit::napi::store<${type}>(`, body.place(op.at), ', ', value, ');');
  },

  'load-scalar': (op, body) =>
    line(
      `napi_value const ${body.locals.name(op.out)} = `,
      fromMemory(op.of, op.width, body.place(op.at), body),
      ';',
    ),

  'call-store': (op, body) =>
    line(
      `${body.names.helper(op.helper)}(call, `,
      ...[body.place(op.at), ', ', body.use(op.value), ', ', body.pathOf(op.value), ');'],
    ),

  'call-load': (op, body) =>
    line(
      `napi_value const ${body.locals.name(op.out)} = ${body.names.helper(op.helper)}(call, `,
      body.place(op.at),
      ');',
    ),

  area: (op, body) => {
    const { size, align } = op.layout;
    const alignment = align === 'pointer' ? 'void*' : String(align);
    const bytes = hasNoSize(size) ? '1' : sizeText(size);
    return `alignas(${alignment}) uint8_t ${body.locals.name(op.out)}[${bytes}];`;
  },

  free: (op, body) => {
    if (hasNoSize(op.element.size)) return [];
    return op.count
      ? line('wit::napi::free_array(', body.use(op.pointer), ', ', body.use(op.count), ');')
      : line('std::free(', body.use(op.pointer), ');');
  },

  'each-slot': ofPostReturn,
  branch: ofPostReturn,

  cast: (op, body) => {
    const value = body.use(op.value);
    const [from, to] = [coreTypes[op.value.type], coreTypes[op.out.type]];
    return body.express(op.out, from === to ? value : [`wit::napi::bits_as<${to}>(`, value, ')']);
  },
};

/** Nobody who stands opposite a component cleans up after it. */
function ofPostReturn(op: Op): never {
  throw new InternalError(`expected no ${op.kind}, which is of functions that components have`);
}
