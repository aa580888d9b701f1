/** Operations that make values of core values. */
import { placeAt } from '../../abi/layout.js';
import type { Sequence, Sum } from '../../abi/plan.js';
import { line, type Inline } from '../../emit/code.js';
import { within } from '../../emit/layout.js';
import { unspelled } from '../support.js';
import {
  type OpContext,
  type OpTable,
  kept,
  keep,
  arrived,
  assign,
  alias,
  liftEnum,
  elementAt,
  moduleOf,
} from './body.js';
import { product, caseOf, armWith } from './compounds.js';
import { arm as armOf, cast, chain, isNotZero, matched, method } from './expressions.js';
import * as flags from './flags.js';
import { valueOfHandle } from './handles.js';
import { call, callFor } from './lists.js';
import { isBorrowed } from './modes.js';
import { assigned, Binding, loop } from './statements.js';
import { primitive } from './types.js';

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
  'core-to-scalar': ({ of, value, out }, cx) => {
    const name = cx.locals.name(value);
    if (of.kind === 'enum') return alias(out, liftEnum(of.decl, cast(name, 'u32'), cx), cx);
    switch (of.name) {
      case 'bool':
        return alias(out, isNotZero(name), cx);
      case 'char':
        return alias(out, call(cx.types.runtime('_rt::scalar::char'), cast(name, 'u32')), cx);
      case 's32':
      case 's64':
      case 'f32':
      case 'f64':
        return alias(out, name, cx);
      default:
        return alias(out, cast(name, primitive(of.name)), cx);
    }
  },

  'core-to-flags': ({ decl, values, out }, cx) => {
    const bits = flags.bitsOf(
      decl,
      values.map((value) => cx.locals.name(value)),
    );
    return alias(out, call([cx.types.path(decl, 'owner'), '::from_bits_truncate'], bits), cx);
  },

  make: ({ of, parts, out }, cx) => {
    const names = parts.map((part) => arrived(part, cx));
    return assign(out, product(of, out, names, cx), cx);
  },

  switch: ({ of, discriminant, arms, out }, cx) => {
    const spelled = arms.map((arm) => {
      const body = cx.spell(arm.body, cx);
      const payload = arm.payload && arrived(arm.payload, cx);
      return armWith(String(arm.index), body, caseOf(of, out, arm, payload ?? '()', cx));
    });
    const trap = call(cx.types.runtime('_rt::scalar::invalid_case'), `"${sumName(of)}"`);
    return assign(out, matched(cx.locals.name(discriminant), [...spelled, line(armOf('_', trap))]), cx);
  },

  'lift-sequence': ({ of, how, pointer, length, out }, cx) => {
    const lift = cx.types.runtime(`${moduleOf(of, cx)}::${how}`);
    const parts = [cx.locals.name(pointer), cx.locals.name(length)];
    const element = elementType(of, cx);
    const lifted = element === undefined ? call(lift, ...parts) : callFor(lift, element, ...parts);
    const isKept = how === 'adopt' && isBorrowed(cx.held.modeOf(out));
    if (!isKept) return assign(out, lifted, cx);
    // Within other types, a reference to an owner is not taken for one to what it owns.
    const view = moduleOf(of, cx) === '_rt::text' ? '.as_str()' : '.as_slice()';
    const owner = cx.locals.fresh(`${out.hint}-owner`);
    const keeping = call('.keep', owner);
    return [
      line(assigned(`let ${owner}`, lifted), ';'),
      line(assigned(['let ', cx.locals.name(out)], chain(kept(cx), keeping, view)), ';'),
    ];
  },

  'build-list': ({ pointer, length, stride, slot, body, item, out }, cx) => {
    const [list, index] = [cx.locals.name(out), cx.locals.fresh('index')];
    const isKept = isBorrowed(cx.held.modeOf(out));
    const room = cx.locals.name(length);
    const empty = isKept ? method(kept(cx), 'list', room) : call(cx.types.runtime('_rt::heap::list'), room);
    const making = [elementAt(slot, placeAt(pointer), index, stride, cx), cx.spell(body, cx)];
    const element = arrived(item, cx);
    const push = isKept
      ? method(list, 'push', element)
      : call(cx.types.runtime('_rt::heap::push'), ['&mut ', list], element);
    return [
      line(assigned(['let mut ', list], empty), ';'),
      loop(index, ['0..', cx.locals.name(length)], [making, line(push, ';')]),
      isKept ? new Binding(list, method(list, 'finish')) : [],
    ];
  },

  'build-array': ({ count, base, stride, slot, body, item, out }, cx) => {
    const index = cx.locals.fresh('index');
    const made = `::core::array::from_fn::<_, ${String(count)}, _>(|${index}| {`;
    const element = [elementAt(slot, base, index, stride, cx), cx.spell(body, cx), line(arrived(item, cx))];
    return assign(out, [made, within(element), '})'], cx);
  },

  'build-map': ({ pointer, length, stride, slot, body, key, entry, out }, cx) => {
    const [map, index] = [cx.locals.name(out), cx.locals.fresh('index')];
    return [
      line(assigned(['let mut ', map], call([cx.types.standard('Map'), '::new'])), ';'),
      loop(
        index,
        ['0..', cx.locals.name(length)],
        [
          elementAt(slot, placeAt(pointer), index, stride, cx),
          cx.spell(body, cx),
          line(method(map, 'insert', arrived(key, cx), arrived(entry, cx)), ';'),
        ],
      ),
      isBorrowed(cx.held.modeOf(out)) ? new Binding(map, keep(map, cx)) : [],
    ];
  },

  'core-to-handle': ({ handle, resource, value, out }, cx) => {
    const owned = valueOfHandle(resource, cx.locals.name(value), cx.types);
    if (handle === 'own') return assign(out, owned, cx);
    if (resource.home === 'exported') {
      const core = cx.locals.name(value);
      const rep = value.type === 'i32' ? cast(core, '*mut u8') : core;
      return alias(out, call([cx.types.borrowPath(resource.decl), '::wit_from_rep'], rep), cx);
    }
    return assign(out, method(kept(cx), resource.lentIsDropped ? 'keep' : 'lend', owned), cx);
  },

  'core-to-opaque': unspelled,
};

/** The type of the elements where it cannot be told from the arguments. */
function elementType(of: Sequence, cx: OpContext): Inline | undefined {
  if (of.kind === 'string') return cx.types.strings === 'text' ? undefined : 'u8';
  return cx.types.spell(of.element);
}

const sumName = (of: Sum): string => (of.kind === 'variant' ? of.decl.name : of.kind);
