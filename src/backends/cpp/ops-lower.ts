/** Values to core values. */
import type { CoreLocal, LowerArm, OpOf, Place, ValueLocal } from '../../abi/plan.js';
import { layoutOf } from '../../abi/layout.js';
import { indent, line, need, type Block, type Inline } from '../../emit/code.js';
import type { TypeDecl } from '../../resolve/model.js';
import { unspelled } from '../support.js';
import { isNothing, type Body, type OpTable } from './body.js';
import { toCore } from './scalars.js';
import { coreTypes, hasNoSize, sizeText } from '../cxx/core-types.js';
import { variantStorage } from './variant-storage.js';

type LowerKind =
  | 'scalar-to-core'
  | 'flags-to-core'
  | 'fields'
  | 'match'
  | 'data'
  | 'length'
  | 'allocate'
  | 'each'
  | 'each-entry'
  | 'handle-to-core'
  | 'opaque-to-core';

export const lowerOps: OpTable<LowerKind> = {
  'scalar-to-core': (op, body) => body.express(op.out, toCore(op.of, body.use(op.value))),

  'flags-to-core': (op, body) =>
    op.outs.map((out, word) =>
      body.express(out, ['wit::abi::flags_word(', body.use(op.value), `, ${String(word)})`]),
    ),

  fields: (op, body) => {
    const whole = body.use(op.value);
    if (op.of.kind !== 'record') {
      const header = need(op.of.kind === 'tuple' ? '<tuple>' : '<array>');
      return op.outs.map((part, index) =>
        body.express(part, [header, `std::get<${String(index)}>(`, whole, ')']),
      );
    }
    const names = body.cx.names.memberNames(op.of.decl);
    return op.outs.map((part, index) => body.express(part, [whole, `.${names[index] ?? ''}`]));
  },

  match: (op, body) => [
    op.outs.map((out) => `${coreTypes[out.type]} ${body.locals.name(out)} = ${zero(out)};`),
    op.of.kind === 'variant' ? matchVariant(op, op.of.decl, body) : matchEither(op, body),
  ],

  data: (op, body) => {
    const value = body.use(op.value);
    if (op.ownership === 'lent') {
      return [
        body.express(op.pointer, ['wit::abi::data(', value, ')']),
        body.express(op.length, [value, '.size()']),
      ];
    }
    return [
      line(`size_t const ${body.locals.name(op.length)} = `, value, '.size();'),
      line(`uint8_t* const ${body.locals.name(op.pointer)} = wit::abi::release(`, value, ');'),
    ];
  },

  length: (op, body) => body.express(op.out, [body.use(op.value), '.size()']),

  allocate: (op, body) => {
    const allocator = op.lifetime === 'scratch' ? `${body.scratch}.allocate` : 'wit::abi::allocate';
    const { size, align } = op.element;
    const alignment = align === 'pointer' ? 'alignof(void*)' : String(align);
    return line(
      `uint8_t* const ${body.locals.name(op.out)} = ${allocator}(`,
      body.use(op.count),
      `, ${sizeText(size)}, ${alignment});`,
    );
  },

  each: (op, body) => {
    const index = body.locals.fresh('index');
    const mark = unusedMark(op.item);
    const list = body.use(op.list);
    return [
      line(`for (size_t ${index} = 0; ${index} < `, list, `.size(); ++${index}) {`),
      indent(
        line(`${mark}auto& ${body.locals.name(op.item)} = `, list, `[${index}];`),
        line(mark, slotText(op, index, body)),
        body.spell(op.body),
      ),
      '}',
    ];
  },

  'each-entry': (op, body) => {
    const index = body.locals.fresh('index');
    const entry = body.locals.fresh(`${op.map.hint}-entry`);
    const map = body.use(op.map);
    body.express(op.key, `${entry}.first`);
    body.express(op.entry, `${entry}.second`);
    const mark = unusedMark(op.key) !== '' && unusedMark(op.entry) !== '' ? '[[maybe_unused]] ' : '';
    return [
      line(`for (size_t ${index} = 0; ${index} < `, map, `.size(); ++${index}) {`),
      indent(
        line(`${mark}auto& ${entry} = `, map, `.data()[${index}];`),
        line(mark, slotText(op, index, body)),
        body.spell(op.body),
      ),
      '}',
    ];
  },

  'opaque-to-core': unspelled,

  'handle-to-core': (op, body) => {
    const value = body.use(op.value);
    if (op.handle === 'borrow') return body.express(op.out, ['wit::abi::lend(', value, ')']);
    return line(`${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = wit::abi::give(`, value, ');');
  },
};

const zero = (out: CoreLocal): string => (out.type === 'pointer' ? 'nullptr' : '0');

/** What has no size leaves nothing to do, and its name unused. */
export function unusedMark(value: ValueLocal): string {
  return hasNoSize(layoutOf(value.type, 'pointer').size) ? '[[maybe_unused]] ' : '';
}

/** `uint8_t* const slot = base + index * stride;` */
export function slotText(
  op: Pick<OpOf<'each'>, 'slot' | 'stride'> & { readonly base: Place },
  index: string,
  body: Body,
): Inline {
  const stride = sizeText(op.stride);
  const factor = stride.includes(' ') ? `(${stride})` : stride;
  const offset = stride === '1' ? index : `${index} * ${factor}`;
  return [`uint8_t* const ${body.locals.name(op.slot)} = `, body.place(op.base), ` + ${offset};`];
}

type Match = OpOf<'match'>;

function matchVariant(op: Match, decl: TypeDecl, body: Body): Block {
  const value = body.use(op.value);
  const { namespace } = variantStorage(decl);
  const arms = op.arms.map((arm) => {
    const payload: Inline = [`${namespace}::get_if<${String(arm.index)}>(&`, value, '.variants)->value'];
    return [`case ${String(arm.index)}: {`, indent(armBlock(op, arm, payload, body), 'break;'), '}'];
  });
  return [
    line('switch (', value, '.variants.index()) {'),
    indent(arms, ['default:', indent(`wit::abi::bad_case("${body.typeLabel(op.of)}");`)]),
    '}',
  ];
}

/** An option or a result: the arm for what is there stands first. */
function matchEither(op: Match, body: Body): Block {
  const value = body.use(op.value);
  const isOption = op.of.kind === 'option';
  const present = op.arms.find((arm) => arm.name === (isOption ? 'some' : 'ok'));
  const absent = op.arms.find((arm) => arm.name === (isOption ? 'none' : 'error'));
  const then = present ? armBlock(op, present, ['*', value], body) : [];
  const otherwise = absent ? armBlock(op, absent, [value, '.error()'], body) : [];
  const head = line('if (', value, '.has_value()) {');
  if (isNothing(otherwise)) return isNothing(then) ? [] : [head, indent(then), '}'];
  if (isNothing(then)) return [line('if (!', value, '.has_value()) {'), indent(otherwise), '}'];
  return [head, indent(then), '} else {', indent(otherwise), '}'];
}

function armBlock(op: Match, arm: LowerArm, payload: Inline, body: Body): Block {
  const bound = arm.payload
    ? line(`${unusedMark(arm.payload)}auto& ${body.locals.name(arm.payload)} = `, payload, ';')
    : [];
  const lowered = body.spell(arm.body);
  const yields = arm.yields.flatMap((operand, index) => {
    const out = op.outs[index];
    if (!out || (operand.kind === 'constant' && operand.value === 0)) return [];
    return [line(`${body.locals.name(out)} = `, body.use(operand), ';')];
  });
  const isUsed = !isNothing(lowered) || arm.yields.some((operand) => operand.kind !== 'constant');
  return [isUsed ? bound : [], lowered, yields];
}
