/** Core values to values of JavaScript. */
import { placeAt } from '../../../abi/layout.js';
import type { LiftArm, OpOf } from '../../../abi/plan.js';
import { indent, join, line, type Block, type Inline } from '../../../emit/code.js';
import { unspelled } from '../../support.js';
import { valueMembers } from './value-members.js';
import { isNullable } from '../types.js';
import type { Body, OpTable } from './body.js';
import { sequenceKind, slotLine } from './ops-lower.js';
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
  'core-to-scalar': (op, body) => lifted(op, fromCore(op.of, body.use(op.value), body), body),

  'core-to-flags': (op, body) => {
    const words = op.values.map((word) => body.use(word));
    const cases = body.names.cases(op.decl);
    return body.presentation.flags === 'bigint'
      ? lifted(op, ['call.lift_flag_bits({', join(words, ', '), `}, ${cases}.count)`], body)
      : lifted(op, ['call.lift_flags({', join(words, ', '), `}, ${cases})`], body);
  },

  make: (op, body) => {
    const parts = op.parts.map((part) => body.use(part));
    if (op.of.kind !== 'record') return lifted(op, ['call.lift_tuple({', join(parts, ', '), '})'], body);
    const names = valueMembers(op.of.decl);
    const object = body.locals.name(op.out);
    return [
      lifted(op, 'call.new_object()', body),
      parts.map((part, index) => line(`call.set_property(${object}, "${names[index] ?? ''}", `, part, ');')),
    ];
  },

  switch: (op, body) => {
    const out = body.locals.name(op.out);
    const arms = op.arms.map((arm) => [
      `case ${String(arm.index)}: {`,
      indent(body.spell(arm.body), line(`${out} = `, caseValue(op, arm, body), ';'), 'break;'),
      '}',
    ]);
    return [
      `napi_value ${out} = nullptr;`,
      line('switch (', body.use(op.discriminant), ') {'),
      indent(arms, 'default:', indent(`${out} = call.unknown_case();`, 'break;')),
      '}',
    ];
  },

  'lift-sequence': (op, body) => {
    const kind = sequenceKind(op.of, op.how === 'adopt' ? 'given' : '');
    return lifted(op, [`call.lift_${kind}(`, body.use(op.pointer), ', ', body.use(op.length), ')'], body);
  },

  'build-list': (op, body) => {
    const length = body.use(op.length);
    const packing = body.names.packings.of(op);
    if (packing) {
      const given = packing.givesTexts ? '_given' : '';
      const place: Inline = [body.use(op.pointer), ', ', length];
      return lifted(op, [`call.unpack${given}(`, place, `, ${packing.constant})`], body);
    }
    return [
      lifted(op, ['call.new_array(', length, ')'], body),
      filled({ ...op, base: placeAt(op.pointer) }, length, body, (index) =>
        line(`call.set_element(${body.locals.name(op.out)}, ${index}, `, body.use(op.item), ');'),
      ),
    ];
  },

  'build-array': (op, body) => {
    const count = String(op.count);
    return [
      lifted(op, `call.new_array(${count})`, body),
      filled(op, count, body, (index) =>
        line(`call.set_element(${body.locals.name(op.out)}, ${index}, `, body.use(op.item), ');'),
      ),
    ];
  },

  'build-map': (op, body) => {
    const entries = body.locals.fresh(`${op.out.hint}-entries`);
    const length = body.use(op.length);
    return [
      line(`napi_value const ${entries} = call.new_array(`, length, ');'),
      filled({ ...op, base: placeAt(op.pointer) }, length, body, (index) =>
        line(
          `call.set_element(${entries}, ${index}, call.lift_tuple({`,
          ...[body.use(op.key), ', ', body.use(op.entry), '}));'],
        ),
      ),
      lifted(op, `call.lift_map(${entries})`, body),
    ];
  },

  'core-to-opaque': unspelled,

  'core-to-handle': (op, body) => {
    const handle = body.use(op.value);
    const { resource } = op;
    if (resource.home === 'exported')
      return lifted(op, [`call.lift_${op.handle}_object(`, handle, ')'], body);
    const isNew = 'func' in body.owner && body.owner.func.form.kind === 'constructor';
    const kind = isNew && body.isMade(op.out) ? 'new' : op.handle;
    return lifted(op, [`call.lift_${kind}(`, handle, `, ${body.names.class(resource).constant})`], body);
  },
};

function lifted(op: { readonly out: OpOf<'make'>['out'] }, value: Inline, body: Body): Block {
  return line(`napi_value const ${body.locals.name(op.out)} = `, value, ';');
}

type Filled = Pick<OpOf<'build-array'>, 'base' | 'stride' | 'slot' | 'body'>;

/** Runs a body for every element. Each has handles of its own, which end with it. */
function filled(op: Filled, count: Inline, body: Body, set: (index: string) => Block): Block {
  const index = body.locals.fresh('index');
  const slot = slotLine(op, index, body);
  const spelled = body.spell(op.body);
  return [
    line(`for (size_t ${index} = 0; ${index} < `, count, `; ++${index}) {`),
    indent('wit::napi::HandleScope const scope(call.env());', slot, spelled, set(index)),
    '}',
  ];
}

function caseValue(op: OpOf<'switch'>, arm: LiftArm, body: Body): Inline {
  const payload = arm.payload && body.use(arm.payload);
  if (op.of.kind === 'result') {
    if (!body.isOutcome(op.out)) return tagged(arm.name === 'ok' ? 'ok' : 'err', payload);
    return arm.name === 'ok'
      ? (payload ?? 'call.lift_undefined()')
      : ['call.throw_error(', payload ?? 'nullptr', ')'];
  }
  if (op.of.kind === 'option' && isNullable(op.of)) return payload ?? 'call.lift_undefined()';
  return tagged(arm.name, payload);
}

const tagged = (tag: string, payload: Inline | undefined): Inline => [
  `call.lift_variant("${tag}"`,
  payload === undefined ? '' : [', ', payload],
  ')',
];
