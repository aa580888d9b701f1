/** Reading, writing and freeing memory. */
import { indent, line, type Block } from '../../emit/code.js';
import type { Body, OpTable } from './body.js';
import { slotText } from './ops-lower.js';
import { fromMemory, scalarMemory, toMemory } from './scalars.js';
import { memoryTypes } from '../cxx/core-types.js';
import { coreTypes, hasNoSize, sizeText } from '../cxx/core-types.js';

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
    return line(`wit::abi::store<${type}>(`, body.place(op.at), ', ', stored, ');');
  },

  load: (op, body) =>
    line(
      `${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = wit::abi::load<${memoryTypes[op.width]}>(`,
      body.place(op.at),
      ');',
    ),

  'store-scalar': (op, body) =>
    line(
      `wit::abi::store<${scalarMemory(op.of, op.width)}>(`,
      body.place(op.at),
      ', ',
      toMemory(op.of, op.width, body.use(op.value)),
      ');',
    ),

  'load-scalar': (op, body) =>
    line(
      body.types.scalar(op.of),
      ` const ${body.locals.name(op.out)} = `,
      fromMemory(op.of, op.width, body.place(op.at), body),
      ';',
    ),

  'call-store': (op, body) =>
    line(
      `${body.cx.helpers.nameOf(op.helper)}(`,
      body.place(op.at),
      ', ',
      body.use(op.value),
      scratchArgument(op, body),
      ');',
    ),

  'call-load': (op, body) =>
    line(
      body.types.passed({ kind: 'named', decl: op.helper.decl }, op.helper.value.passing),
      ` ${body.locals.name(op.out)} = ${body.cx.helpers.nameOf(op.helper)}(`,
      body.place(op.at),
      scratchArgument(op, body),
      ');',
    ),

  area: (op, body) => {
    const { size, align } = op.layout;
    const storage = op.storage === 'static' ? 'static ' : '';
    const alignment = align === 'pointer' ? 'void*' : String(align);
    const bytes = hasNoSize(size) ? '1' : sizeText(size);
    return `alignas(${alignment}) ${storage}uint8_t ${body.locals.name(op.out)}[${bytes}];`;
  },

  free: (op, body) => {
    if (hasNoSize(op.element.size)) return [];
    return op.count
      ? line('wit::abi::free_array(', body.use(op.pointer), ', ', body.use(op.count), ');')
      : line('std::free(', body.use(op.pointer), ');');
  },

  'each-slot': (op, body) => {
    const index = body.locals.fresh('index');
    return [
      line(`for (size_t ${index} = 0; ${index} < `, body.use(op.count), `; ++${index}) {`),
      indent(
        line(slotText({ slot: op.slot, stride: op.stride, base: op.base }, index, body)),
        body.spell(op.body),
      ),
      '}',
    ];
  },

  branch: (op, body): Block => [
    line('switch (', body.use(op.discriminant), ') {'),
    indent(
      op.arms.map((arm) => [`case ${String(arm.index)}: {`, indent(body.spell(arm.body), 'break;'), '}']),
      ['default:', indent('break;')],
    ),
    '}',
  ],

  cast: (op, body) => {
    const value = body.use(op.value);
    const [from, to] = [coreTypes[op.value.type], coreTypes[op.out.type]];
    return body.express(op.out, from === to ? value : [`wit::abi::bits_as<${to}>(`, value, ')']);
  },
};

function scratchArgument(
  op: { readonly helper: Parameters<Body['cx']['helpers']['wantsScratch']>[0] },
  body: Body,
): string {
  return body.cx.helpers.wantsScratch(op.helper) ? `, ${body.scratch}` : '';
}
