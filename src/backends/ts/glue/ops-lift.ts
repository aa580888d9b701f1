/** Core values to values. */
import { placeAt } from '../../../abi/layout.js';
import type { LiftArm, OpOf, Place } from '../../../abi/plan.js';
import { indent, join, line, type Block, type Inline } from '../../../emit/code.js';
import { unspelled } from '../../support.js';
import { memberNames } from '../presentation.js';
import { isNullable } from '../types.js';
import type { Body, OpTable } from './body.js';
import { flagsOf, tagOf } from './ops-lower.js';
import { fromCore } from './scalars.js';
import { spellLiftSequence } from './sequences.js';

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
    const words = op.values.map(() => body.locals.fresh('bits'));
    const all = flagsOf(op.decl);
    body.express(
      op.out,
      body.cx.presentation.flags === 'bigint'
        ? bitsOf(all.length, words)
        : membersOf(memberNames(all), words),
    );
    return op.values.map((value, index) => line(`const ${words[index] ?? ''} = `, body.use(value), ';'));
  },

  make: (op, body) => {
    const parts = op.parts.map((part) => body.use(part));
    if (op.of.kind !== 'record') return body.express(op.out, ['[', join(parts, ', '), ']']);
    const { definition } = op.of.decl;
    const names = definition.kind === 'record' ? memberNames(definition.fields) : [];
    const fields = parts.map((part, index): Inline => {
      const name = names[index] ?? '';
      return part === name ? name : [`${name}: `, part];
    });
    return body.express(op.out, ['{ ', join(fields, ', '), ' }']);
  },

  switch: (op, body) => {
    const discriminant = body.use(op.discriminant);
    return [
      line(`let ${body.name(op.out)}: `, body.cx.type(op.out.type), ';'),
      line('switch (', discriminant, ') {'),
      indent(
        op.arms.map((arm) => [
          `case ${String(arm.index)}: {`,
          indent(
            body.spell(arm.body, () => caseValue(op, arm, body)),
            'break;',
          ),
          '}',
        ]),
        ['default:', indent(line('throw ', body.cx.runtime('unknownCase'), '(', discriminant, ');'))],
      ),
      '}',
    ];
  },

  'lift-sequence': (op, body) => [
    body.declare(op.out, spellLiftSequence(op, body)),
    op.how === 'adopt' ? body.cx.memory.freed(body.use(op.pointer), body.use(op.length)) : [],
  ],

  'build-list': (op, body) => {
    const list = body.name(op.out);
    const array = body.cx.text.names.global('Array');
    return [
      fetched(op, body),
      line(`const ${list} = new ${array}<`, body.cx.type(op.element), '>(', body.use(op.length), ' >>> 0);'),
      loop(
        { ...op, base: placeAt(op.pointer) },
        `${list}.length`,
        (index) => body.pass(`${list}[${index}] = `, [op.item], ';'),
        body,
      ),
    ];
  },

  'build-array': (op, body) => {
    const list = body.name(op.out);
    const items = body.locals.fresh(`${op.out.hint}-items`);
    const array = body.cx.text.names.global('Array');
    const count = String(op.count);
    return [
      line(`const ${items} = new ${array}<`, body.cx.type(op.element), `>(${count});`),
      loop(op, count, (index) => body.pass(`${items}[${index}] = `, [op.item], ';'), body),
      line(`const ${list} = ${items} as `, body.cx.type(op.out.type), ';'),
    ];
  },

  'build-map': (op, body) => {
    const map = body.name(op.out);
    const constructor = body.cx.text.names.global('Map');
    const types = join([body.cx.type(op.of.key), body.cx.type(op.of.value)], ', ');
    return [
      fetched(op, body),
      line(`const ${map} = new ${constructor}<`, types, '>();'),
      loop(
        { ...op, base: placeAt(op.pointer) },
        [body.use(op.length), ' >>> 0'],
        () => body.pass(`${map}.set(`, [op.key, op.entry], ');'),
        body,
      ),
    ];
  },

  'core-to-handle': (op, body) => body.declare(op.out, body.cx.target.coreToHandle(op, body)),

  'core-to-opaque': unspelled,
};

/** Flags as an object that has all of them. */
function membersOf(names: readonly string[], words: readonly string[]): string {
  const members = names.map(
    (name, index) => `${name}: (${words[index >> 5] ?? ''} & ${String(2 ** (index & 31))}) !== 0`,
  );
  return `{ ${members.join(', ')} }`;
}

/** Flags as the bits of a bigint, without those that stand for none. */
function bitsOf(count: number, words: readonly string[]): string {
  const parts = words.map((word, index) => {
    const mask = 2 ** Math.min(32, count - 32 * index) - 1;
    const bits = `BigInt((${word} & ${String(mask)}) >>> 0)`;
    return index === 0 ? bits : `(${bits} << ${String(32 * index)}n)`;
  });
  return parts.length === 0 ? '0n' : parts.join(' | ');
}

/** A case with its payload; of a nullable option the payload itself. */
function caseValue({ of, out }: OpOf<'switch'>, { name, payload }: LiftArm, body: Body): Block {
  const result = body.name(out);
  if (isNullable(out.type)) {
    return payload ? body.pass(`${result} = `, [payload], ';') : `${result} = undefined;`;
  }
  const tag = `tag: '${tagOf(of, name)}'`;
  return payload ? body.pass(`${result} = { ${tag}, val: `, [payload], ' };') : `${result} = { ${tag} };`;
}

/** Looks whether all elements are there, before there is room made for as many. */
function fetched(op: OpOf<'build-list'> | OpOf<'build-map'>, body: Body): Block {
  const place = body.locals.fresh(`${op.out.hint}-start`);
  const element = body.extent({ size: op.stride, align: op.align });
  const fetch = body.cx.memory.fetch({ pointer: body.use(op.pointer), count: body.use(op.length), element });
  body.setPlace(op.pointer, place);
  return line(`const ${place} = `, fetch, ';');
}

/** Every element from its slot. */
function loop(
  op: (OpOf<'build-list'> | OpOf<'build-map'> | OpOf<'build-array'>) & { readonly base: Place },
  count: Inline,
  then: (index: string) => Block,
  body: Body,
): Block {
  const [index, slot] = [body.locals.fresh('index'), body.name(op.slot)];
  const stride = String(body.bytes(op.stride));
  const base = body.at(op.base);
  return [
    line(
      `for (let ${index} = 0, ${slot} = `,
      base,
      `; ${index} < `,
      count,
      `; ${index}++, ${slot} += ${stride}) {`,
    ),
    indent(body.spell(op.body, () => then(index))),
    '}',
  ];
}
