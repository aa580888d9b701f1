/** Operations that take values apart, to core values. */
import type { ValueLocal } from '../../abi/plan.js';
import { factsOf } from '../../abi/type-facts.js';
import { line, need, type Inline } from '../../emit/code.js';
import { unspelled } from '../support.js';
import {
  type OpContext,
  type OpTable,
  assign,
  alias,
  operand,
  scalarValue,
  elementAt,
  moduleOf,
} from './body.js';
import { pattern, caseOf, armWith } from './compounds.js';
import * as core from './core.js';
import { cast, chain, matched, method } from './expressions.js';
import * as flags from './flags.js';
import { handleOf } from './handles.js';
import { call, tuple, tuplePattern, typedPattern } from './lists.js';
import { assigned, destructured, destructuredArray, loop } from './statements.js';

type LowerKind =
  | 'scalar-to-core'
  | 'flags-to-core'
  | 'fields'
  | 'match'
  | 'data'
  | 'length'
  | 'each'
  | 'each-entry'
  | 'handle-to-core'
  | 'opaque-to-core';

export const lowerOps: OpTable<LowerKind> = {
  'scalar-to-core': ({ of, value, out }, cx) => {
    const scalar = scalarValue(value, cx);
    return alias(out, of.kind === 'enum' ? cast(scalar, 'i32') : core.primitiveToCore(of, scalar), cx);
  },

  'flags-to-core': ({ decl, value, outs }, cx) =>
    outs.map((out, word) => alias(out, flags.wordOf(decl, cx.locals.name(value), word), cx)),

  fields: ({ of, ownership, value, outs }, cx) => {
    if (outs.length === 0) return [];
    if (ownership === 'lent') for (const out of outs) cx.held.notePart(out, value);
    const whole = ownership === 'lent' && cx.held.needsReference(value) ? '&' : '';
    const names = outs.map((out) => cx.locals.name(out));
    const taken = [whole, cx.locals.name(value)];
    if (of.kind === 'fixed-length-list') return destructuredArray(names, taken);
    return destructured(pattern(of, value, names, cx), taken);
  },

  match: ({ of, ownership, value, arms, outs }, cx) => {
    const whole = ownership === 'lent' && cx.held.needsReference(value) ? '&' : '';
    const spelled = arms.map((arm) => {
      if (arm.payload && ownership === 'lent') cx.held.notePart(arm.payload, value);
      const payload = arm.payload && cx.locals.name(arm.payload);
      const body = cx.spell(arm.body, cx);
      const pattern = caseOf(of, value, arm, payload ?? '_', cx);
      const yields = arm.yields.map((each) => operand(each, cx));
      return armWith(pattern, body, yields.length === 0 ? undefined : tuple(yields));
    });
    const chosen = matched([whole, cx.locals.name(value)], spelled);
    if (outs.length === 0) return line(chosen);
    const names = outs.map((out) => cx.locals.name(out));
    const types = outs.map(({ type }) => (type === 'pointer-or-i64' ? '_' : core.coreType(type)));
    return line(assigned(['let ', typedPattern(names, types)], chosen), ';');
  },

  data: ({ of, ownership, value, pointer, length }, cx) => {
    const name = cx.locals.name(value);
    if (ownership === 'given') {
      const give = cx.types.runtime(`${moduleOf(of, cx)}::give`);
      const names = tuplePattern([cx.locals.name(pointer), cx.locals.name(length)]);
      return destructured(names, call(give, name));
    }
    // Views within a list are sent as they lie.
    const hasViews = of.kind === 'list' && factsOf(of.element).hasList;
    const sent = hasViews ? [need('_rt::references'), name] : name;
    return [
      alias(pointer, cast(method(sent, 'as_ptr'), '*mut u8'), cx),
      alias(length, method(name, 'len'), cx),
    ];
  },

  length: ({ value, out }, cx) => assign(out, method(cx.locals.name(value), 'len'), cx),

  each: ({ ownership, list, item, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') cx.held.noteReferredPart(item, list);
    const index = cx.locals.fresh('index');
    return loop(tuplePattern([index, cx.locals.name(item)]), numbered(list, ownership, cx), [
      elementAt(slot, base, index, stride, cx),
      cx.spell(body, cx),
    ]);
  },

  'each-entry': ({ ownership, map, key, entry, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') for (const part of [key, entry]) cx.held.noteReferredPart(part, map);
    const index = cx.locals.fresh('index');
    const parts = tuplePattern([cx.locals.name(key), cx.locals.name(entry)]);
    return loop(tuplePattern([index, parts]), numbered(map, ownership, cx), [
      elementAt(slot, base, index, stride, cx),
      cx.spell(body, cx),
    ]);
  },

  'handle-to-core': ({ handle, resource, value, out }, cx) => {
    const core = handleOf(handle, resource, cx.locals.name(value), cx.types);
    return handle === 'own' ? assign(out, core, cx) : alias(out, core, cx);
  },

  'opaque-to-core': unspelled,
};

/** The parts of a list or map, each with its index. */
function numbered(whole: ValueLocal, ownership: 'lent' | 'given', cx: OpContext): Inline {
  return chain(cx.locals.name(whole), ownership === 'lent' ? '.iter()' : '.into_iter()', '.enumerate()');
}
