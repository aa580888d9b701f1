/** Operations on memory, and what walks it to free what lies there. */
import type { HelperPlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { line, need, type Inline } from '../../emit/code.js';
import { helperKeeps } from './arrivals.js';
import {
  type OpContext,
  type OpTable,
  assign,
  operand,
  place,
  scalarValue,
  liftEnum,
  elementAt,
} from './body.js';
import { armWith } from './compounds.js';
import * as core from './core.js';
import { cast, isNotZero, matched, method } from './expressions.js';
import { call } from './lists.js';
import { assigned, loop } from './statements.js';
import { primitive } from './types.js';

type MemoryKind =
  | 'store'
  | 'load'
  | 'store-scalar'
  | 'load-scalar'
  | 'call-store'
  | 'call-load'
  | 'area'
  | 'allocate'
  | 'free'
  | 'each-slot'
  | 'branch'
  | 'cast';

export const memoryOps: OpTable<MemoryKind> = {
  store: ({ at, width, value }, cx) => {
    const stored = core.asWidth(width, operand(value, cx), value.kind === 'constant');
    return line(core.store(cx.locals.name(at.base), at, stored), ';');
  },

  load: ({ at, width, out }, cx) => assign(out, core.loadWidth(cx.locals.name(at.base), at, width), cx),

  'store-scalar': ({ at, of, width, value }, cx) => {
    const [base, scalar] = [cx.locals.name(at.base), scalarValue(value, cx)];
    const stored = of.kind === 'enum' ? cast(scalar, unsigned(width)) : scalar;
    return line(core.store(base, at, stored), ';');
  },

  'load-scalar': ({ at, of, width, out }, cx) => {
    const base = cx.locals.name(at.base);
    if (of.kind === 'enum') {
      const case_ = core.load(base, at, unsigned(width));
      return assign(out, liftEnum(of.decl, width === 'i32' ? case_ : call('u32::from', case_), cx), cx);
    }
    if (of.name === 'bool') return assign(out, isNotZero(core.load(base, at, 'u8')), cx);
    if (of.name === 'char') {
      return assign(out, call(cx.types.runtime('_rt::scalar::char'), core.load(base, at, 'u32')), cx);
    }
    return assign(out, core.load(base, at, primitive(of.name)), cx);
  },

  'call-store': ({ helper, at, value }, cx) => {
    const name = cx.locals.name(value);
    const given = helper.ownership === 'given' || cx.held.isReference(value) ? name : ['&', name];
    const memory = helper.usesScratch ? [cx.scratch] : [];
    return line(call(helperPath(helper, cx), place(at, cx), given, ...memory), ';');
  },

  'call-load': ({ helper, at, out }, cx) => {
    const path = helperPath(helper, cx);
    const memory = helperKeeps(helper, cx.types.modes) ? [cx.kept] : [];
    return assign(out, call(path, place(at, cx), ...memory), cx);
  },

  area: ({ storage, layout, out }, cx) => {
    const bytes = core.size(layout.size);
    if (storage === 'static') {
      return assign(out, [cx.types.runtime('_rt::static_area::area'), '!(', bytes, ')'], cx);
    }
    const type = cx.types.runtime('_rt::memory::Area');
    const of: Inline = layout.size.pointers === 0 ? ['<', bytes, '>'] : ['<{ ', bytes, ' }>'];
    const memory = cx.locals.fresh('memory');
    return [
      line(assigned(`let mut ${memory}`, call([type, '::', of, '::new'])), ';'),
      assign(out, method(memory, 'as_mut_ptr'), cx),
    ];
  },

  allocate: ({ lifetime, count, element, out }, cx) => {
    const layout = [cx.locals.name(count), core.size(element.size), core.alignment(element.align)];
    const allocated =
      lifetime === 'scratch'
        ? method(cx.scratch.replace('&', ''), 'allocate', ...layout)
        : call(cx.types.runtime('_rt::heap::allocate'), ...layout);
    return assign(out, allocated, cx);
  },

  free: ({ pointer, count, element }, cx) => {
    const many = count ? cx.locals.name(count) : '1';
    const layout = [many, core.size(element.size), core.alignment(element.align)];
    return line(call(cx.types.runtime('_rt::heap::free'), cx.locals.name(pointer), ...layout), ';');
  },

  'each-slot': ({ base, count, stride, slot, body }, cx) => {
    const index = cx.locals.fresh('index');
    return loop(
      index,
      ['0..', operand(count, cx)],
      [elementAt(slot, base, index, stride, cx), cx.spell(body, cx)],
    );
  },

  branch: ({ discriminant, arms }, cx) => {
    const spelled = arms.map((arm) => armWith(String(arm.index), cx.spell(arm.body, cx), undefined));
    return line(matched(cx.locals.name(discriminant), [...spelled, '_ => {}']));
  },

  cast: (op, cx) => {
    const converted = core.cast(op, cx.locals.name(op.value));
    invariant(
      converted !== undefined,
      `a cast from ${op.value.type} to ${op.out.type} that joins can ask for`,
    );
    return assign(op.out, converted, cx);
  },
};

const unsigned = (width: string): string => width.replace('i', 'u');

/** A helper, which the module `use`s if it stands in another one. */
function helperPath(helper: HelperPlan, { types }: OpContext): Inline {
  const name = types.names.helper(helper);
  const module = types.generatedModulePath(helper.decl);
  if (module === '') return name;
  return types.isRoot ? `${module}${name}` : [need(`use ${module}${name}`), name];
}
