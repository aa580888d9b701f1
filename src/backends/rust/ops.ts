import { placeAt } from '../../abi/layout.js';
import type {
  ArmLabel,
  CoreLocal,
  FunctionPlan,
  HelperPlan,
  Op,
  OpOf,
  Operand,
  Place,
  Product,
  Sequence,
  Sum,
  ValueLocal,
} from '../../abi/plan.js';
import { factsOf } from '../../abi/type-facts.js';
import { invariant } from '../../base/invariant.js';
import { line, need, type Block, type Inline } from '../../emit/code.js';
import { within } from '../../emit/layout.js';
import { structureOf, type TypeDecl } from '../../resolve/model.js';
import type { Locals } from '../locals.js';
import { unspelled } from '../support.js';
import * as core from './core.js';
import * as flags from './flags.js';
import { handleOf, valueOfHandle } from './handles.js';
import type { HeldLocals } from './held.js';
import { helperKeeps } from './arrivals.js';
import { isBorrowed, type Form } from './modes.js';
import { arm as armOf, cast, chain, isNotZero, matched, method } from './expressions.js';
import { array, call, callFor, struct, tuple, tuplePattern, typedPattern } from './lists.js';
import {
  assigned,
  Binding,
  destructured,
  destructuredArray,
  endingIn,
  isNothing,
  loop,
  type Valued,
} from './statements.js';
import { primitive, type TypeSpeller } from './types.js';

/** What the operations of one function share. */
export interface OpContext {
  readonly types: TypeSpeller;
  readonly locals: Locals<Inline>;
  readonly held: HeldLocals;
  /** The function whose body is spelled; helpers have none. */
  readonly plan: FunctionPlan | undefined;
  /** References to memory for lowered lists, and to values that views look at. */
  readonly scratch: string;
  readonly kept: string;
}

/** The statements of a body and, where it returns one, its value. */
export function spellBody(ops: readonly Op[], cx: OpContext): { statements: Block } | Valued {
  const statements = spellOps(ops, cx);
  const last = ops.at(-1);
  const returned = last?.kind === 'return' ? last.value : undefined;
  return returned ? endingIn(statements, cx.locals.name(returned)) : { statements };
}

/** The statements of a body. */
export function spellOps(ops: readonly Op[], cx: OpContext): Block {
  return ops.map((op) => spellOp(op, cx));
}

function spellOp<Kind extends Op['kind']>(op: OpOf<Kind>, cx: OpContext): Block {
  // TypeScript does not see that the entry of an op's kind takes that op.
  const spell = table[op.kind] as (op: OpOf<Kind>, cx: OpContext) => Block;
  return spell(op, cx);
}

const table: { readonly [Kind in Op['kind']]: (op: OpOf<Kind>, cx: OpContext) => Block } = {
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
      const body = spellOps(arm.body, cx);
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

  allocate: ({ lifetime, count, element, out }, cx) => {
    const layout = [cx.locals.name(count), core.size(element.size), core.alignment(element.align)];
    const allocated =
      lifetime === 'scratch'
        ? method(cx.scratch.replace('&', ''), 'allocate', ...layout)
        : call(cx.types.runtime('_rt::heap::allocate'), ...layout);
    return assign(out, allocated, cx);
  },

  each: ({ ownership, list, item, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') cx.held.noteReferredPart(item, list);
    const index = cx.locals.fresh('index');
    return loop(tuplePattern([index, cx.locals.name(item)]), numbered(list, ownership, cx), [
      elementAt(slot, base, index, stride, cx),
      spellOps(body, cx),
    ]);
  },

  'each-entry': ({ ownership, map, key, entry, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') for (const part of [key, entry]) cx.held.noteReferredPart(part, map);
    const index = cx.locals.fresh('index');
    const parts = tuplePattern([cx.locals.name(key), cx.locals.name(entry)]);
    return loop(tuplePattern([index, parts]), numbered(map, ownership, cx), [
      elementAt(slot, base, index, stride, cx),
      spellOps(body, cx),
    ]);
  },

  'handle-to-core': ({ handle, resource, value, out }, cx) => {
    const core = handleOf(handle, resource, cx.locals.name(value), cx.types);
    return handle === 'own' ? assign(out, core, cx) : alias(out, core, cx);
  },

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
      const body = spellOps(arm.body, cx);
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
    const making = [elementAt(slot, placeAt(pointer), index, stride, cx), spellOps(body, cx)];
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
    const element = [elementAt(slot, base, index, stride, cx), spellOps(body, cx), line(arrived(item, cx))];
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
          spellOps(body, cx),
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
      [elementAt(slot, base, index, stride, cx), spellOps(body, cx)],
    );
  },

  branch: ({ discriminant, arms }, cx) => {
    const spelled = arms.map((arm) => armWith(String(arm.index), spellOps(arm.body, cx), undefined));
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

  'call-core': ({ arguments: parameters, out }, cx) => {
    const called = call('wit_import', ...parameters.map((each) => cx.locals.name(each)));
    return out ? assign(out, called, cx) : line(called, ';');
  },

  'call-user': ({ self, arguments: parameters, out }, cx) => {
    const called = userCall(self, parameters, cx);
    return out ? assign(out, called, cx) : line(called, ';');
  },

  // The block that it ends has its value.
  return: () => [],

  'opaque-to-core': unspelled,
  'core-to-opaque': unspelled,
};

const kept = (cx: OpContext): string => cx.kept.replace('&', '');

const keep = (value: Inline, cx: OpContext): Inline => method(kept(cx), 'keep', value);

/** A part of a value that arrives, or a reference to it where that is what the whole wants. */
function arrived(part: ValueLocal, cx: OpContext): Inline {
  const name = cx.locals.name(part);
  return cx.held.isReference(part) ? keep(name, cx) : name;
}

/** `let out = value;`. */
const assign = (out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block =>
  new Binding(cx.locals.name(out), value);

/** Lets `out` be known by an expression that is cheap, does nothing and means the same wherever it stands. */
function alias(out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block {
  cx.locals.alias(out, value);
  return [];
}

/** The parts of a list or map, each with its index. */
function numbered(whole: ValueLocal, ownership: 'lent' | 'given', cx: OpContext): Inline {
  return chain(cx.locals.name(whole), ownership === 'lent' ? '.iter()' : '.into_iter()', '.enumerate()');
}

const operand = (value: Operand, cx: OpContext): Inline =>
  value.kind === 'core' ? cx.locals.name(value) : core.constant(value.type, value.value);

const place = (at: Place, cx: OpContext): Inline => core.address(cx.locals.name(at.base), at);

/** A scalar itself, whether the local holds it or refers to it. */
function scalarValue(value: ValueLocal, cx: OpContext): Inline {
  const [dereferenced, name] = [cx.held.dereferenced(value), cx.locals.name(value)];
  return dereferenced === '' ? name : [dereferenced, name];
}

const unsigned = (width: string): string => width.replace('i', 'u');

function liftEnum(decl: TypeDecl, value: Inline, { types }: OpContext): Inline {
  const lift: Inline = types.names.isMapped(decl)
    ? [types.generatedModulePath(decl), types.names.lift(decl)]
    : [types.path(decl, 'owner'), '::wit_lift'];
  return call(lift, value);
}

function elementAt(
  slot: CoreLocal,
  base: Place,
  index: string,
  stride: OpOf<'each'>['stride'],
  cx: OpContext,
): Block {
  const scaled: Inline =
    stride.pointers > 0 && stride.bytes > 0 ? ['(', core.size(stride), ')'] : core.size(stride);
  const { offset } = base;
  const before: Inline = offset.bytes + offset.pointers > 0 ? [core.size(offset), ' + '] : '';
  return assign(slot, method(cx.locals.name(base.base), 'add', [before, `${index} * `, scaled]), cx);
}

/** The type of the elements where it cannot be told from the arguments. */
function elementType(of: Sequence, cx: OpContext): Inline | undefined {
  if (of.kind === 'string') return cx.types.strings === 'text' ? undefined : 'u8';
  return cx.types.spell(of.element);
}

/** The part of the runtime that knows a kind of sequence. */
const moduleOf = (of: Sequence, cx: OpContext): string =>
  of.kind === 'string' && cx.types.strings === 'text' ? '_rt::text' : '_rt::list';

/** A record, tuple or array of parts. */
function product(of: Product, whole: ValueLocal, parts: readonly Inline[], cx: OpContext): Inline {
  if (of.kind === 'tuple') return parts.length === 1 ? ['(', parts, ',)'] : tuple(parts);
  return of.kind === 'fixed-length-list' ? array(parts) : record(of.decl, whole, parts, cx);
}

/** A record or tuple as a pattern. */
function pattern(
  of: Exclude<Product, { kind: 'fixed-length-list' }>,
  whole: ValueLocal,
  parts: readonly Inline[],
  cx: OpContext,
): Inline {
  if (of.kind === 'tuple') return parts.length === 1 ? ['(', parts, ',)'] : tuplePattern(parts);
  return record(of.decl, whole, parts, cx);
}

function record(decl: TypeDecl, whole: ValueLocal, parts: readonly Inline[], cx: OpContext): Inline {
  const { definition } = decl;
  invariant(definition.kind === 'record', 'a record');
  const fields = definition.fields.map((field, index): Inline => {
    const [name, part = ''] = [cx.types.names.member(field), parts[index]];
    return name === part ? name : [`${name}: `, part];
  });
  return struct(cx.types.path(decl, formOf(whole)), fields);
}

/** A case with its payload, as a pattern or as an expression. */
function caseOf(of: Sum, whole: ValueLocal, arm: ArmLabel, payload: Inline, cx: OpContext): Inline {
  if (of.kind === 'option') return arm.index === 0 ? 'None' : call('Some', payload);
  if (of.kind === 'result') {
    const type = arm.index === 0 ? of.ok : of.err;
    return call(arm.index === 0 ? 'Ok' : 'Err', type ? payload : '()');
  }
  const { definition } = of.decl;
  invariant(definition.kind === 'variant', 'a variant');
  const named = definition.cases[arm.index];
  invariant(named, `case ${String(arm.index)} of ${of.decl.name}`);
  const path = [cx.types.path(of.decl, formOf(whole)), `::${cx.types.names.member(named)}`];
  return named.type ? call(path, payload) : path;
}

/** Which of its types a record or variant has. */
const formOf = ({ passing }: ValueLocal): Form => (passing === 'view' ? 'view' : 'owner');

const sumName = (of: Sum): string => (of.kind === 'variant' ? of.decl.name : of.kind);

/** `pattern => value,`, or with statements before the value a block. */
function armWith(pattern: Inline, body: Block, value: Inline | undefined): Block {
  if (!isNothing(body))
    return line(pattern, ' => {', within(body, value === undefined ? [] : line(value)), '}');
  return line(value === undefined ? [pattern, ' => {}'] : armOf(pattern, value));
}

/** A helper, which the module `use`s if it stands in another one. */
function helperPath(helper: HelperPlan, { types }: OpContext): Inline {
  const name = types.names.helper(helper);
  const module = types.generatedModulePath(helper.decl);
  if (module === '') return name;
  return types.isRoot ? `${module}${name}` : [need(`use ${module}${name}`), name];
}

/** Calls what the user implements. Constructors return the implementation, which becomes a handle. */
function userCall(self: ValueLocal | undefined, parameters: readonly ValueLocal[], cx: OpContext): Inline {
  const { plan, types } = cx;
  invariant(plan, 'a function of the user to call');
  const implementation = types.names.typeParameter(types.scope);
  const receiver = self ? [[cx.locals.name(self), `.get::<${implementation}>()`]] : [];
  const given = [...receiver, ...parameters.map((each) => passed(each, cx))];
  const called = call(`${implementation}::${types.names.function(plan)}`, ...given);
  const { form, result } = plan.func;
  if (form.kind !== 'constructor') return called;
  const made = [types.path(form.resource, 'owner'), '::new'];
  const isFallible = result !== undefined && structureOf(result).kind === 'result';
  return isFallible ? method(called, 'map', made) : call(made, called);
}

/** An argument for the user's function, which wants a reference to some. */
function passed(value: ValueLocal, cx: OpContext): Inline {
  const name = cx.locals.name(value);
  return cx.held.isReference(value) ? ['&', name] : name;
}
