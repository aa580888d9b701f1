/** Values of JavaScript to core values. */
import type { CoreLocal, LowerArm, OpOf, Place, Sequence, ValueLocal } from '../../../abi/plan.js';
import { layoutOf } from '../../../abi/layout.js';
import { invariant } from '../../../base/invariant.js';
import { indent, line, type Block, type Inline } from '../../../emit/code.js';
import { structureOf } from '../../../resolve/model.js';
import { coreTypes, hasNoSize, sizeText } from '../../cxx/core-types.js';
import { unspelled } from '../../support.js';
import { valueMembers } from './value-members.js';
import { isNullable } from '../types.js';
import { membersOfObjects } from '../words.js';
import type { Body, OpTable } from './body.js';
import { numberTypes, toCore } from './scalars.js';

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
  'scalar-to-core': (op, body) =>
    line(
      `${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = `,
      toCore(op.of, body.use(op.value), body.pathOf(op.value), body),
      ';',
    ),

  'flags-to-core': (op, body) => {
    const value = body.use(op.value);
    const path = body.pathOf(op.value);
    if (body.presentation.flags === 'bigint') {
      return op.outs.map((out, word) =>
        line(
          `int32_t const ${body.locals.name(out)} = call.lower_flag_bits(`,
          ...[value, `, ${body.names.cases(op.decl)}.count, ${String(word)}, `, path, ');'],
        ),
      );
    }
    return [
      line('call.lower_object(', value, ', ', path, ');'),
      op.outs.map((out, word) =>
        line(
          `int32_t const ${body.locals.name(out)} = call.lower_flags(`,
          ...[value, `, ${body.names.cases(op.decl)}, ${String(word * 32)}, `, path],
          ...[inheritable(valueMembers(op.decl), word), ');'],
        ),
      ),
    ];
  },

  fields: (op, body) => {
    const whole = body.use(op.value);
    const path = body.pathOf(op.value);
    if (op.of.kind === 'record') {
      const names = valueMembers(op.of.decl);
      return [
        line('call.lower_object(', whole, ', ', path, ');'),
        op.outs.map((part, index) => {
          const name = names[index] ?? '';
          body.placeValue(part, [path, `.member("${name}")`]);
          const read = isNullable(part.type) && membersOfObjects.has(name) ? 'not_inherited' : 'property';
          return line(partMark(part), body.locals.name(part), ` = call.${read}(`, whole, `, "${name}");`);
        }),
      ];
    }
    return [
      line('call.lower_elements(', whole, `, ${String(op.outs.length)}, `, path, ');'),
      op.outs.map((part, index) => {
        body.placeValue(part, [path, `.item(${String(index)})`]);
        return line(
          partMark(part),
          body.locals.name(part),
          ' = call.element(',
          whole,
          `, ${String(index)});`,
        );
      }),
    ];
  },

  match: (op, body) => [
    op.outs.map((out) => `${coreTypes[out.type]} ${body.locals.name(out)} = ${zero(out)};`),
    spellMatch(op, body),
  ],

  data: (op, body) => {
    const memory = body.locals.fresh(`${op.value.hint}-memory`);
    body.express(op.pointer, `${memory}.pointer`);
    body.express(op.length, `${memory}.length`);
    return line(
      `wit::napi::Memory const ${memory} = call.lower_${sequenceKind(op.of, op.ownership)}(`,
      ...[body.use(op.value), ', ', body.pathOf(op.value), ');'],
    );
  },

  length: (op, body) => {
    const path = body.pathOf(op.value);
    const isMap = structureOf(op.value.type).kind === 'map';
    body.lengths.set(op.value, op.out);
    body.placeLength(op.out, path);
    const counted: Inline = isMap ? body.entriesOf(op.value) : body.use(op.value);
    return [
      isMap
        ? line(
            `napi_value const ${body.entriesOf(op.value)} = call.lower_entries(`,
            ...[body.use(op.value), ', ', path, ');'],
          )
        : [],
      line(`size_t const ${body.locals.name(op.out)} = call.lower_count(`, counted, ', ', path, ');'),
    ];
  },

  allocate: (op, body) => {
    const { size, align } = op.element;
    const alignment = align === 'pointer' ? 'alignof(void*)' : String(align);
    const packing = op.lifetime === 'scratch' ? body.names.packings.into(op.out) : undefined;
    if (packing) {
      return line(
        `uint8_t* const ${body.locals.name(op.out)} = call.allocate_packed(`,
        ...[body.use(op.count), `, ${packing.constant}, ${alignment}, `, body.pathOfLength(op.count), ');'],
      );
    }
    return line(
      `uint8_t* const ${body.locals.name(op.out)} = call.allocate_${op.lifetime === 'given' ? 'given' : 'lent'}(`,
      ...[body.use(op.count), `, ${sizeText(size)}, ${alignment}, `, body.pathOfLength(op.count), ');'],
    );
  },

  each: (op, body) => {
    const list = body.use(op.list);
    const path = body.pathOf(op.list);
    const structure = structureOf(op.list.type);
    const packing = body.names.packings.of(op);
    if (packing) {
      return line(
        `call.pack_${op.ownership}(`,
        ...[
          list,
          ', ',
          lengthOf(op.list, body),
          ', ',
          body.place(op.base),
          `, ${packing.constant}, `,
          path,
          ');',
        ],
      );
    }
    // How many there are was asked before: whatever JavaScript does to the array meanwhile, there is room for so many.
    if (structure.kind !== 'fixed-length-list')
      return eachItem(op, list, path, lengthOf(op.list, body), body);
    const count = String(structure.length);
    return [
      line('call.lower_elements(', list, `, ${count}, `, path, ');'),
      eachItem(op, list, path, count, body),
    ];
  },

  'each-entry': (op, body) => {
    const index = body.locals.fresh('index');
    const entry = body.locals.fresh(`${op.map.hint}-entry`);
    const path: Inline = [body.pathOf(op.map), `.item(${index})`];
    body.placeValue(op.key, [path, '.item(0)']);
    body.placeValue(op.entry, [path, '.item(1)']);
    return [
      loopHead(index, lengthOf(op.map, body)),
      indent(
        'wit::napi::HandleScope const scope(call.env());',
        slotLine(op, index, body),
        `napi_value const ${entry} = call.element(${body.entriesOf(op.map)}, ${index});`,
        line(partMark(op.key), `${body.locals.name(op.key)} = call.element(${entry}, 0);`),
        line(partMark(op.entry), `${body.locals.name(op.entry)} = call.element(${entry}, 1);`),
        body.spell(op.body),
      ),
      '}',
    ];
  },

  'opaque-to-core': unspelled,

  'handle-to-core': (op, body) => {
    const { resource, handle } = op;
    const head = `uint8_t* const ${body.locals.name(op.out)} = call.lower_`;
    const value = body.use(op.value);
    if (resource.home === 'exported') {
      const { position } = body.names.import(resource);
      return line(`${head}${handle}_object(`, value, `, ${position}, `, body.pathOf(op.value), ');');
    }
    const { constant } = body.names.class(resource);
    if ('self' in body.owner && body.owner.self === op.value) {
      return line(`${head}self(`, value, `, ${constant});`);
    }
    return line(`${head}${handle}(`, value, `, ${constant}, `, body.pathOf(op.value), ');');
  },
};

/** The bits of a word whose flags are called like what every object has, where there are any. */
function inheritable(names: readonly string[], word: number): string {
  const bits = names
    .slice(32 * word, 32 * (word + 1))
    .map((name, bit) => (membersOfObjects.has(name) ? 2 ** bit : 0))
    .reduce((one, other) => one + other, 0);
  return bits === 0 ? '' : `, 0x${bits.toString(16)}U`;
}

/** How a string or a list of numbers is lowered or lifted, with what is done about its memory. */
export function sequenceKind(of: Sequence, suffix: string): string {
  const end = suffix === '' ? '' : `_${suffix}`;
  if (of.kind === 'string') return `text${end}`;
  return `numbers${end}<${elementType(of)}>`;
}

function elementType(of: Extract<Sequence, { kind: 'list' }>): string {
  const element = structureOf(of.element);
  const isNumber = element.kind === 'primitive' && element.name !== 'bool' && element.name !== 'char';
  invariant(isNumber, 'a list of numbers');
  return numberTypes[element.name];
}

const zero = (out: CoreLocal): string => (out.type === 'pointer' ? 'nullptr' : '0');

/** What has no size leaves nothing to do, and its name unused. */
const partMark = (value: ValueLocal): string =>
  `${hasNoSize(layoutOf(value.type, 'pointer').size) ? '[[maybe_unused]] ' : ''}napi_value const `;

/** The length that was asked of a list or map before its elements are stored. */
function lengthOf(value: ValueLocal, body: Body): Inline {
  const found = body.lengths.get(value);
  invariant(found, 'the length of a list that is taken apart');
  return body.use(found);
}

const loopHead = (index: string, count: Inline): Block =>
  line(`for (size_t ${index} = 0; ${index} < `, count, ` && !call.has_failed(); ++${index}) {`);

function eachItem(op: OpOf<'each'>, list: Inline, path: Inline, count: Inline, body: Body): Block {
  const index = body.locals.fresh('index');
  body.placeValue(op.item, [path, `.item(${index})`]);
  return [
    loopHead(index, count),
    indent(
      'wit::napi::HandleScope const scope(call.env());',
      slotLine(op, index, body),
      line(partMark(op.item), body.locals.name(op.item), ' = call.element(', list, `, ${index});`),
      body.spell(op.body),
    ),
    '}',
  ];
}

/** `uint8_t* const slot = base + index * stride;` */
export function slotLine(
  op: Pick<OpOf<'each'>, 'slot' | 'stride'> & { readonly base: Place },
  index: string,
  body: Body,
): Block {
  const stride = sizeText(op.stride);
  const factor = stride.includes(' ') ? `(${stride})` : stride;
  const offset = stride === '1' ? index : `${index} * ${factor}`;
  const mark = hasNoSize(op.stride) ? '[[maybe_unused]] ' : '';
  return line(`${mark}uint8_t* const ${body.locals.name(op.slot)} = `, body.place(op.base), ` + ${offset};`);
}

type Match = OpOf<'match'>;

function spellMatch(op: Match, body: Body): Block {
  if (op.of.kind === 'result' && body.isOutcome(op.value)) return matchOutcome(op, body);
  if (op.of.kind === 'option' && isNullable(op.of)) return matchNullable(op, body);
  return matchTagged(op, body);
}

/** What a function of JavaScript's has returned or thrown. */
function matchOutcome(op: Match, body: Body): Block {
  const outcome = body.use(op.value);
  const [ok, error] = ['ok', 'error'].map((name) => op.arms.find((arm) => arm.name === name));
  const payload: Inline = [outcome, '.value'];
  return [
    line('if (!', outcome, '.is_error) {'),
    indent(ok ? arm(op, ok, payload, 'Path("result")', body) : []),
    '} else {',
    indent(error ? arm(op, error, payload, 'Path("error")', body) : []),
    '}',
  ];
}

function matchNullable(op: Match, body: Body): Block {
  const value = body.use(op.value);
  const [some, none] = ['some', 'none'].map((name) => op.arms.find((arm) => arm.name === name));
  const otherwise = none ? arm(op, none, value, body.pathOf(op.value), body) : [];
  return [
    line('if (call.is_some(', value, ')) {'),
    indent(some ? arm(op, some, value, body.pathOf(op.value), body) : []),
    ...(isNothing(otherwise) ? [] : ['} else {', indent(otherwise)]),
    '}',
  ];
}

/** An object with a tag, and with the payload as `val`. */
function matchTagged(op: Match, body: Body): Block {
  const value = body.use(op.value);
  const path = body.pathOf(op.value);
  const cases = op.of.kind === 'variant' ? body.names.cases(op.of.decl) : `wit::napi::${op.of.kind}_cases`;
  const arms = op.arms.map((each) => [
    `case ${String(each.index)}: {`,
    indent(arm(op, each, ['call.property(', value, ', "val")'], [path, '.member("val")'], body), 'break;'),
    '}',
  ]);
  return [
    line('call.lower_object(', value, ', ', path, ');'),
    line('switch (call.lower_case(call.property(', value, `, "tag"), ${cases}, `, path, '.member("tag"))) {'),
    indent(arms, 'default:', indent('break;')),
    '}',
  ];
}

function arm(op: Match, each: LowerArm, payload: Inline, path: Inline, body: Body): Block {
  const bound = each.payload ? bind(each.payload, payload, path, body) : [];
  const lowered = body.spell(each.body);
  const yields = each.yields.flatMap((operand, index) => {
    const out = op.outs[index];
    if (!out || (operand.kind === 'constant' && operand.value === 0)) return [];
    return [line(`${body.locals.name(out)} = `, body.use(operand), ';')];
  });
  return [bound, lowered, yields];
}

function bind(local: ValueLocal, payload: Inline, path: Inline, body: Body): Block {
  body.placeValue(local, path);
  return line(partMark(local), body.locals.name(local), ' = ', payload, ';');
}

/** Whether a block has no lines. */
export function isNothing(block: Block): boolean {
  return Array.isArray(block) && block.every((part: Block) => isNothing(part));
}
