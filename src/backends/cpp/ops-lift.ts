/** Core values to values. */
import { placeAt } from '../../abi/layout.js';
import type { LiftArm, OpOf, ValueLocal } from '../../abi/plan.js';
import { indent, join, line, need, type Block, type Inline } from '../../emit/code.js';
import { unspelled } from '../support.js';
import { isNothing, type Body, type OpTable } from './body.js';
import { slotText, unusedMark } from './ops-lower.js';
import { fromCore } from './scalars.js';

type LiftKind =
  | 'core-to-scalar'
  | 'core-to-flags'
  | 'make'
  | 'switch'
  | 'lift-sequence'
  | 'build-list'
  | 'build-array'
  | 'build-map'
  | 'core-to-handle'
  | 'core-to-opaque';

export const liftOps: OpTable<LiftKind> = {
  'core-to-scalar': (op, body) => body.express(op.out, fromCore(op.of, body.use(op.value), body)),

  'core-to-flags': (op, body) => {
    const type = body.types.declared(op.decl);
    const count = op.decl.definition.kind === 'flags' ? op.decl.definition.flags.length : 0;
    if (op.values.length === 0) return body.express(op.out, `${type}{}`);
    const words = op.values.map((word) => body.use(word));
    return body.express(op.out, [
      need('<array>'),
      `wit::abi::flags_of<${type}, ${String(count)}>(std::array<int32_t, ${String(words.length)}>{`,
      join(words, ', '),
      '})',
    ]);
  },

  make: (op, body) => {
    const parts = op.parts.map((part) => body.take(part));
    return body.temporary(op.out, [body.types.product(op.of, op.out.passing), '{', join(parts, ', '), '}']);
  },

  switch: (op, body) => (op.of.kind === 'option' ? switchOption(op, body) : switchCases(op, body)),

  'lift-sequence': (op, body) => {
    const memory: Inline = [body.use(op.pointer), ', ', body.use(op.length)];
    const call: Inline =
      op.of.kind === 'string'
        ? `wit::abi::${op.how}_string`
        : [`wit::abi::${op.how}_list<`, body.types.owned(op.of.element), '>'];
    const lifted: Inline = [call, '(', memory, ')'];
    if (op.how !== 'adopt' || op.out.passing === 'owner') return body.temporary(op.out, lifted);
    const view = op.of.kind === 'string' ? 'get_view' : 'get_const_view';
    return line('auto const ', body.locals.name(op.out), ` = ${body.scratch}.keep(`, lifted, `).${view}();`);
  },

  'build-list': (op, body) => {
    const element = body.types.passed(op.element, op.item.passing);
    return builtFrom(
      op,
      { type: [need('"wit.h"'), 'wit::vector<', element, '>'], element },
      body,
      [op.item],
      () => body.take(op.item),
    );
  },

  'build-array': (op, body) => {
    const element = body.types.passed(op.element, op.item.passing);
    const index = body.locals.fresh('index');
    const array = body.locals.name(op.out);
    const lifted = body.spell(op.body);
    return [
      line(`auto ${array} = wit::abi::make_array<`, element, `, ${String(op.count)}>([&](size_t ${index}) {`),
      indent(
        line(unusedMark(op.item), slotText(op, index, body)),
        lifted,
        line('return ', body.takeLast(op.item), ';'),
      ),
      '});',
    ];
  },

  'build-map': (op, body) => {
    const key = body.types.passed(op.of.key, op.key.passing);
    const value = body.types.passed(op.of.value, op.entry.passing);
    const types: Inline = ['<', key, ', ', value, '>'];
    const element: Inline = [need('<utility>'), 'std::pair', types];
    const type: Inline = [need('"wit.h"'), 'wit::unordered_map', types];
    return builtFrom(op, { type, element }, body, [op.key, op.entry], () => [
      '{',
      body.take(op.key),
      ', ',
      body.take(op.entry),
      '}',
    ]);
  },

  'core-to-opaque': unspelled,

  'core-to-handle': (op, body) => {
    const type = body.types.declared(op.resource.decl);
    const handle = body.use(op.value);
    if (op.resource.home === 'exported') {
      if (op.handle === 'own') return body.temporary(op.out, [`wit::abi::take_back<${type}>(`, handle, ')']);
      const object: Inline = [`wit::abi::object<${type}>(`, handle, ')'];
      const isSelf = 'self' in body.owner && body.owner.self === op.out;
      return body.express(op.out, isSelf ? object : [need('"wit.h"'), 'std::cref(', object, ')']);
    }
    if (op.handle === 'own') return body.temporary(op.out, [`wit::abi::take<${type}>(`, handle, ')']);
    const borrow = op.resource.lentIsDropped ? 'borrow_entry' : 'borrow';
    return body.express(op.out, [`wit::abi::${borrow}<${type}>(`, handle, `, ${body.scratch})`]);
  },
};

/** A list or map made element by element: where it is no owner, of elements that are kept until the function returns. */
function builtFrom(
  op: OpOf<'build-list'> | OpOf<'build-map'>,
  { type, element }: { readonly type: Inline; readonly element: Inline },
  body: Body,
  parts: readonly ValueLocal[],
  made: () => Inline,
): Block {
  const isKept = op.out.passing !== 'owner';
  const length = body.use(op.length);
  const index = body.locals.fresh('index');
  const whole = isKept ? body.locals.fresh(`${op.out.hint}-kept`) : body.locals.name(op.out);
  const allocated: Inline = isKept
    ? [`${body.scratch}.list<`, element, '>(', length, ')']
    : [type, '::allocate(', length, ')'];
  const lifted = body.spell(op.body);
  const mark = parts.every((part) => unusedMark(part) !== '') ? '[[maybe_unused]] ' : '';
  return [
    line(isKept ? 'auto const ' : 'auto ', whole, ' = ', allocated, ';'),
    line(`for (size_t ${index} = 0; ${index} < `, length, `; ++${index}) {`),
    indent(
      line(mark, slotText({ ...op, base: placeAt(op.pointer) }, index, body)),
      lifted,
      line(`${whole}.initialize(${index}, `, made(), ');'),
    ),
    '}',
    isKept ? body.temporary(op.out, `${whole}.view()`) : [],
  ];
}

type Switch = OpOf<'switch'>;

function switchOption(op: Switch, body: Body): Block {
  const name = body.locals.name(op.out);
  const some = op.arms.find((arm) => arm.name === 'some');
  const discriminant = body.use(op.discriminant);
  const lifted = some ? body.spell(some.body) : [];
  const payload = some?.payload ? body.take(some.payload) : '';
  return [
    line(body.types.sum(op.of, op.out.passing), ` ${name};`),
    line('if (', discriminant, ' == 1) {'),
    indent(lifted, line(`${name}.emplace(`, payload, ');')),
    line('} else if (', discriminant, ' != 0) {'),
    indent('wit::abi::bad_case("option");'),
    '}',
  ];
}

/** A value without a default is made by a function that is called where it stands. */
function switchCases(op: Switch, body: Body): Block {
  const type = body.types.sum(op.of, op.out.passing);
  const arms = op.arms.map((arm) => {
    const label = `case ${String(arm.index)}:`;
    const lifted = body.spell(arm.body);
    const made: Inline = ['return ', caseValue(op, arm, type, body), ';'];
    return isNothing(lifted) ? line(label, ' ', made) : [`${label} {`, indent(lifted, line(made)), '}'];
  });
  return [
    line('auto ', body.locals.name(op.out), ' = [&]() -> ', type, ' {'),
    indent(
      line('switch (', body.use(op.discriminant), ') {'),
      indent(arms, ['default:', indent(`wit::abi::bad_case("${body.typeLabel(op.of)}");`)]),
      '}',
    ),
    '}();',
  ];
}

function caseValue(op: Switch, arm: LiftArm, type: Inline, body: Body): Inline {
  const payload = arm.payload ? body.take(arm.payload) : undefined;
  if (op.of.kind === 'variant') {
    const name = body.cx.names.memberNames(op.of.decl)[arm.index] ?? '';
    return ['{', type, `::${name}{`, payload ?? '', '}}'];
  }
  if (arm.name === 'ok') {
    return payload === undefined ? [type, '()'] : [need('<utility>'), type, '(std::in_place, ', payload, ')'];
  }
  return [type, '(wit::unexpect', payload === undefined ? '' : [', ', payload], ')'];
}
