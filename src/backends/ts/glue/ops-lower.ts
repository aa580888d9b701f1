/** Values to core values. A value is looked at before it is taken apart, and each part of it is read once. */
import type { LowerArm, OpOf, Product, Sum, ValueLocal } from '../../../abi/plan.js';
import { indent, join, line, type Block, type Inline } from '../../../emit/code.js';
import { structureOf, type TypeDecl } from '../../../resolve/model.js';
import { unspelled } from '../../support.js';
import { memberNames } from '../presentation.js';
import { isNullable } from '../types.js';
import { membersOfObjects } from '../words.js';
import type { Body, OpTable } from './body.js';
import { joined } from './passing.js';
import { coreTypes, toCore } from './scalars.js';
import { elementBytes, spellLowerNumbers } from './sequences.js';
import { failedAt, isTakenApart } from './taken-apart.js';

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
    // Declared, so that values are looked at in their order.
    body.declare(op.out, toCore(op.of, body.use(op.value), body.pathOf(op.value), body)),

  'flags-to-core': (op, body) =>
    body.cx.presentation.flags === 'bigint' ? bitsToCore(op, body) : membersToCore(op, body),

  fields: (op, body) => (op.of.kind === 'record' ? recordFields(op, op.of, body) : elements(op, body)),

  match: (op, body) => [
    op.outs.map((out) => line(`let ${body.name(out)}: ${coreTypes(out.type)};`)),
    body.outcome === op.value
      ? matchOutcome(op, body)
      : isNullable(op.value.type)
        ? matchNullable(op, body)
        : matchTag(op, body),
  ],

  data: (op, body) => {
    const [value, path] = [body.use(op.value), body.pathOf(op.value)];
    const lowered =
      op.of.kind === 'string'
        ? [body.cx.runtime('lowerText'), '(memory, ', value, `, '${path}')`]
        : spellLowerNumbers(op.of, value, path, body);
    const bytes = op.of.kind === 'string' ? 1 : elementBytes(op.of);
    return [
      body.declare(op.pointer, body.cx.memory.sent(lowered, bytes, op.ownership)),
      // What the line before has left there.
      `const ${body.name(op.length)} = memory.length;`,
    ];
  },

  length: (op, body) => {
    const [value, path] = [body.use(op.value), body.pathOf(op.value)];
    const length = body.name(op.out);
    body.setPath(op.out, path);
    if (structureOf(op.value.type).kind !== 'map') {
      body.setCount(op.value, length);
      // A proxy may say of its length what it likes; memory is for whole elements.
      const count: Inline = [body.cx.runtime('array'), '(', value, `, '${path}').length >>> 0`];
      return line(`const ${length} = `, count, ';');
    }
    const entries = body.locals.fresh(`${op.value.hint}-entries`);
    body.setCount(op.value, entries);
    return [
      line(`const ${entries} = `, body.cx.runtime('entries'), '(', value, `, '${path}');`),
      `const ${length} = ${entries}.length;`,
    ];
  },

  allocate: (op, body) => {
    const span = { count: body.use(op.count), element: body.extent(op.element) };
    const ownership = op.lifetime === 'given' ? 'given' : 'lent';
    return [
      body.declare(op.out, body.cx.memory.allocate(span, ownership, body.pathOf(op.count))),
      body.reserved(op.out),
    ];
  },

  each: (op, body) => {
    const structure = structureOf(op.list.type);
    const [list, path] = [body.use(op.list), body.pathOf(op.list)];
    // Of other lists `length` has asked already: as many as there was room made for.
    const isFixed = structure.kind === 'fixed-length-list';
    const count = isFixed ? String(structure.length) : (body.countOf(op.list) ?? '0');
    body.setPath(op.item, '');
    const check: Block = isFixed
      ? line(body.cx.runtime('elements'), '(', list, `, ${count}, '${path}');`)
      : [];
    const item = (index: string): Inline => [list, `[${index}]`];
    const declared = (index: string): Block => body.declare(op.item, [item(index), '!']);
    const failed = (index: string): Block =>
      failedAt(`\`${path}[\${${index}}]\``, op.item, item(index), body);
    return [check, loop(op, count, declared, failed, body)];
  },

  'each-entry': (op, body) => {
    const entries = body.countOf(op.map) ?? '[]';
    body.setPath(op.key, '[0]');
    body.setPath(op.entry, '[1]');
    const parts = (index: string): Block =>
      `const [${body.name(op.key)}, ${body.name(op.entry)}] = ${entries}[${index}]!;`;
    const path = body.pathOf(op.map);
    const failed = (index: string): Block =>
      line('throw ', body.cx.runtime('within'), `(error, \`${path}[\${${index}}]\`);`);
    return loop(op, `${entries}.length`, parts, failed, body);
  },

  'handle-to-core': (op, body) => body.declare(op.out, body.cx.target.handleToCore(op, body)),

  'opaque-to-core': unspelled,
};

/** Flags that are an object with a member for each. */
function membersToCore(op: OpOf<'flags-to-core'>, body: Body): Block {
  const names = memberNames(flagsOf(op.decl));
  const [value, path] = [body.use(op.value), body.pathOf(op.value)];
  return [
    line(body.cx.runtime('object'), '(', value, `, '${path}');`),
    op.outs.map((out, word) => {
      const bits = names.slice(32 * word, 32 * (word + 1)).map((name, bit): Inline => {
        const flag = [
          body.cx.runtime('flag'),
          '(',
          optionalMember(value, name, body),
          `, '${path}.${name}')`,
        ];
        return bit === 0 ? flag : ['(', ...flag, ` << ${String(bit)})`];
      });
      return line(`const ${body.name(out)} = `, join(bits, ' | '), ';');
    }),
  ];
}

/** Flags that are the bits of a bigint. */
function bitsToCore(op: OpOf<'flags-to-core'>, body: Body): Block {
  const bits = body.locals.fresh('bits');
  const count = String(flagsOf(op.decl).length);
  return [
    line(
      ...[`const ${bits} = `, body.cx.runtime('flagBits'), '(', body.use(op.value)],
      `, ${count}, '${body.pathOf(op.value)}');`,
    ),
    op.outs.map((out, word) => {
      const shifted = word === 0 ? bits : `${bits} >> ${String(32 * word)}n`;
      return body.declare(out, `Number(BigInt.asIntN(32, ${shifted}))`);
    }),
  ];
}

/** The flags of a type, the lowest bit first. */
export const flagsOf = ({ definition }: TypeDecl): readonly { readonly name: string }[] =>
  definition.kind === 'flags' ? definition.flags : [];

function recordFields(op: OpOf<'fields'>, of: Extract<Product, { kind: 'record' }>, body: Body): Block {
  const { definition } = of.decl;
  const names = definition.kind === 'record' ? memberNames(definition.fields) : [];
  const path = body.pathOf(op.value);
  const value = body.use(op.value);
  const apart: Block[] = [];
  const parts = op.outs.flatMap((out, index) => {
    const [field, name] = [names[index] ?? '', body.name(out)];
    body.setPath(out, `${path}.${field}`);
    if (isNullable(out.type) && membersOfObjects.has(field)) {
      apart.push(body.declare(out, optionalMember(value, field, body)));
      return [];
    }
    return [field === name ? name : `${field}: ${name}`];
  });
  // Without a path it is part of a list or of a conversion, where what fails is said of the whole.
  const object: Inline =
    path === '' && isTakenApart(op.value.type)
      ? value
      : [body.cx.runtime('object'), '(', value, `, '${path}')`];
  return [line(parts.length === 0 ? '' : `const { ${parts.join(', ')} } = `, object, ';'), apart];
}

/** A member that may be left out. */
const optionalMember = (value: Inline, name: string, body: Body): Inline =>
  membersOfObjects.has(name)
    ? [body.cx.runtime('notInherited'), '(', value, `, '${name}')`]
    : [value, `.${name}`];

function elements(op: OpOf<'fields'>, body: Body): Block {
  const [value, path] = [body.use(op.value), body.pathOf(op.value)];
  return [
    line(body.cx.runtime('elements'), '(', value, `, ${String(op.outs.length)}, '${path}');`),
    op.outs.map((out, index) => {
      body.setPath(out, `${path}[${String(index)}]`);
      return body.declare(out, [value, `[${String(index)}]!`]);
    }),
  ];
}

type Match = OpOf<'match'>;

/** An option that is `undefined` or its payload. `null` is as good as `undefined`, as for jco. */
function matchNullable(op: Match, body: Body): Block {
  const value = body.use(op.value);
  const [none, some] = ['none', 'some'].map((name) => op.arms.find((arm) => arm.name === name));
  if (!none || !some) return [];
  if (some.payload) {
    body.express(some.payload, value);
    body.setPath(some.payload, body.pathOf(op.value));
  }
  return [
    line('if (', value, ' === undefined || ', value, ' === null) {'),
    indent(armLines(op, none, body)),
    '} else {',
    indent(armLines(op, some, body)),
    '}',
  ];
}

/** What a function of the host's has returned or thrown, which is a result of our own making. */
function matchOutcome(op: Match, body: Body): Block {
  const [value, path] = [body.use(op.value), body.pathOf(op.value)];
  const arms = op.arms.map((arm): Block => {
    const { payload } = arm;
    if (!payload) return armLines(op, arm, body);
    body.setPath(payload, arm.name === 'ok' ? path : `the error of ${path}`);
    return [body.declare(payload, [value, '.val']), armLines(op, arm, body)];
  });
  return [
    line('if (', value, `.tag === 'ok') {`),
    indent(arms[0] ?? []),
    '} else {',
    indent(arms[1] ?? []),
    '}',
  ];
}

function matchTag(op: Match, body: Body): Block {
  const [value, path] = [body.use(op.value), body.pathOf(op.value)];
  const tags = op.arms.map((arm) => `'${tagOf(op.of, arm.name)}'`);
  const arms = op.arms.map((arm, index): Block => {
    const { payload } = arm;
    if (payload) body.setPath(payload, `${path}.val`);
    return [
      `case ${tags[index] ?? ''}: {`,
      indent(payload ? body.declare(payload, [value, '.val']) : [], armLines(op, arm, body), 'break;'),
      '}',
    ];
  });
  return [
    line(body.cx.runtime('object'), '(', value, `, '${path}');`),
    line('switch (', value, '.tag) {'),
    indent(arms, [
      'default:',
      indent(
        line('throw ', body.cx.runtime('unknownTag'), '(', value, `, "${tags.join(', ')}", '${path}');`),
      ),
    ]),
    '}',
  ];
}

/** What an arm does, and what it comes to: constants last, so that the rest may stand for what it was. */
const armLines = (op: Match, arm: LowerArm, body: Body): Block =>
  body.spell(arm.body, () => {
    const yielded = op.outs.flatMap((out, index) => {
      const operand = arm.yields[index];
      return operand ? [{ operand, line: body.pass(`${body.name(out)} = `, [operand], ';') }] : [];
    });
    const [values, constants] = [false, true].map((isConstant) =>
      yielded.filter(({ operand }) => (operand.kind === 'constant') === isConstant),
    );
    return [...(values ?? []), ...(constants ?? [])].map((each) => each.line);
  });

/** What a case is called in a value. */
export const tagOf = (of: Sum, name: string): string =>
  of.kind === 'result' && name === 'error' ? 'err' : name;

/** Every element, with its slot. What is wrong with one is said of the whole. */
function loop(
  op: OpOf<'each'> | OpOf<'each-entry'>,
  count: string,
  declareParts: (index: string) => Block,
  failed: (index: string) => Block,
  body: Body,
): Block {
  const [index, slot] = [body.locals.fresh('index'), body.name(op.slot)];
  const stride = String(body.bytes(op.stride));
  return [
    `let ${index} = 0;`,
    'try {',
    indent(
      line(
        `for (let ${slot} = `,
        body.at(op.base),
        `; ${index} < ${count}; ${index}++, ${slot} += ${stride}) {`,
      ),
      indent(joined(declareParts(index), body.spell(op.body))),
      '}',
    ),
    '} catch (error) {',
    indent(failed(index)),
    '}',
  ];
}

/** A value whose own parts say where they are in it. */
export function inside(value: ValueLocal, lines: Block, body: Body): Block {
  const path = body.pathOf(value);
  if (path === '') return lines;
  return [
    'try {',
    indent(lines),
    '} catch (error) {',
    indent(failedAt(`'${path}'`, value, body.use(value), body)),
    '}',
  ];
}
