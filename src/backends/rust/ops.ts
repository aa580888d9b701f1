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
import { indent, line, need, renderInline, type Block, type Inline } from '../../emit/code.js';
import { structureOf, type TypeDecl } from '../../resolve/model.js';
import type { Locals } from '../locals.js';
import { unspelled } from '../support.js';
import * as core from './core.js';
import * as flags from './flags.js';
import { handleOf, valueOfHandle } from './handles.js';
import type { HeldLocals } from './held.js';
import { helperKeeps } from './arrivals.js';
import { isBorrowed, type Form } from './modes.js';
import { primitive, type TypeSpeller } from './types.js';

/** What the operations of one function share. */
export interface OpContext {
  readonly types: TypeSpeller;
  readonly locals: Locals;
  readonly held: HeldLocals;
  /** The function whose body is spelled; helpers have none. */
  readonly plan: FunctionPlan | undefined;
  /** References to memory for lowered lists, and to values that views look at. */
  readonly scratch: string;
  readonly kept: string;
  /** Asks for something of the runtime. */
  readonly need: (...names: readonly string[]) => void;
}

/** The statements of a body. The last may be the value of the block. */
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
    return alias(out, of.kind === 'enum' ? [scalar, ' as i32'] : core.primitiveToCore(of, scalar), cx);
  },

  'flags-to-core': ({ decl, value, outs }, cx) =>
    outs.map((out, word) => alias(out, flags.wordOf(decl, [cx.locals.name(value)], word), cx)),

  fields: ({ of, ownership, value, outs }, cx) => {
    if (outs.length === 0) return [];
    if (ownership === 'lent') for (const out of outs) cx.held.notePart(out, value);
    const whole = ownership === 'lent' && cx.held.needsReference(value) ? '&' : '';
    const names = outs.map((out) => cx.locals.name(out));
    return line('let ', product(of, value, names, cx), ` = ${whole}${cx.locals.name(value)};`);
  },

  match: ({ of, ownership, value, arms, outs }, cx) => {
    const whole = ownership === 'lent' && cx.held.needsReference(value) ? '&' : '';
    const spelled = arms.map((arm) => {
      if (arm.payload && ownership === 'lent') cx.held.notePart(arm.payload, value);
      const payload = arm.payload && cx.locals.name(arm.payload);
      const body = spellOps(arm.body, cx);
      const pattern = caseOf(of, value, arm, payload ?? '_', cx);
      const yields = arm.yields.map((each) => operand(each, cx));
      return block([pattern, ' => '], body, tuple(yields), ',');
    });
    const scrutinee = `match ${whole}${cx.locals.name(value)} {`;
    if (outs.length === 0) return [scrutinee, indent(...spelled), '}'];
    const names = outs.map((out) => cx.locals.name(out));
    const types = outs.map(({ type }) => (type === 'pointer-or-i64' ? '_' : core.coreType(type)));
    return [`let ${tuple(names)}: ${tuple(types)} = ${scrutinee}`, indent(...spelled), '};'];
  },

  data: ({ of, ownership, value, pointer, length }, cx) => {
    const name = cx.locals.name(value);
    if (ownership === 'given') {
      const give = cx.types.runtime(`${moduleOf(of, cx)}::give`);
      return line(`let (${cx.locals.name(pointer)}, ${cx.locals.name(length)}) = `, give, `(${name});`);
    }
    // Views within a list are sent as they lie.
    if (of.kind === 'list' && factsOf(of.element).hasList) cx.need('_rt::references');
    return [alias(pointer, `${name}.as_ptr() as *mut u8`, cx), alias(length, `${name}.len()`, cx)];
  },

  length: ({ value, out }, cx) => assign(out, `${cx.locals.name(value)}.len()`, cx),

  allocate: ({ lifetime, count, element, out }, cx) => {
    const layout: Inline = [
      `${cx.locals.name(count)}, `,
      core.size(element.size),
      ', ',
      core.alignment(element.align),
    ];
    const allocate =
      lifetime === 'scratch'
        ? `${cx.scratch.replace('&', '')}.allocate`
        : cx.types.runtime('_rt::heap::allocate');
    return assign(out, [allocate, '(', layout, ')'], cx);
  },

  each: ({ ownership, list, item, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') cx.held.noteReferredPart(item, list);
    const index = cx.locals.fresh('index');
    const elements = `${cx.locals.name(list)}.${ownership === 'lent' ? 'iter' : 'into_iter'}()`;
    return [
      `for (${index}, ${cx.locals.name(item)}) in ${elements}.enumerate() {`,
      indent(elementAt(slot, base, index, stride, cx), spellOps(body, cx)),
      '}',
    ];
  },

  'each-entry': ({ ownership, map, key, entry, base, slot, stride, body }, cx) => {
    if (ownership === 'lent') for (const part of [key, entry]) cx.held.noteReferredPart(part, map);
    const index = cx.locals.fresh('index');
    const entries = `${cx.locals.name(map)}.${ownership === 'lent' ? 'iter' : 'into_iter'}()`;
    return [
      `for (${index}, (${cx.locals.name(key)}, ${cx.locals.name(entry)})) in ${entries}.enumerate() {`,
      indent(elementAt(slot, base, index, stride, cx), spellOps(body, cx)),
      '}',
    ];
  },

  'handle-to-core': ({ handle, resource, value, out }, cx) => {
    const core = handleOf(handle, resource, cx.locals.name(value), cx.types);
    return handle === 'own' ? assign(out, core, cx) : alias(out, core, cx);
  },

  'core-to-scalar': ({ of, value, out }, cx) => {
    const name = cx.locals.name(value);
    if (of.kind === 'enum') return alias(out, liftEnum(of.decl, `${name} as u32`, cx), cx);
    switch (of.name) {
      case 'bool':
        return alias(out, `${name} != 0`, cx);
      case 'char':
        return alias(out, [cx.types.runtime('_rt::scalar::char'), `(${name} as u32)`], cx);
      case 's32':
      case 's64':
      case 'f32':
      case 'f64':
        return alias(out, name, cx);
      default:
        return alias(out, `${name} as ${primitive(of.name)}`, cx);
    }
  },

  'core-to-flags': ({ decl, values, out }, cx) => {
    const bits = flags.bitsOf(
      decl,
      values.map((value) => cx.locals.name(value)),
    );
    return alias(out, [cx.types.path(decl, 'owner'), '::from_bits_truncate(', bits, ')'], cx);
  },

  make: ({ of, parts, out }, cx) => {
    const names = parts.map((part) => arrived(part, cx));
    return assign(out, product(of, out, names, cx), cx);
  },

  switch: ({ of, discriminant, arms, out }, cx) => {
    const spelled = arms.map((arm) => {
      const body = spellOps(arm.body, cx);
      const payload = arm.payload && arrived(arm.payload, cx);
      return block(`${String(arm.index)} => `, body, caseOf(of, out, arm, payload ?? '()', cx), ',');
    });
    const other = cx.locals.fresh('other');
    const trap = [cx.types.runtime('_rt::scalar::invalid_case'), `("${sumName(of)}", ${other} as u32),`];
    return [
      `let ${cx.locals.name(out)} = match ${cx.locals.name(discriminant)} {`,
      indent(...spelled, line(`${other} => `, trap)),
      '};',
    ];
  },

  'lift-sequence': ({ of, how, pointer, length, out }, cx) => {
    const lift = cx.types.runtime(`${moduleOf(of, cx)}::${how}`);
    const memory = `(${cx.locals.name(pointer)}, ${cx.locals.name(length)})`;
    const lifted: Inline = [lift, elementArgument(of, cx), memory];
    const isKept = how === 'adopt' && isBorrowed(cx.held.modeOf(out));
    if (!isKept) return assign(out, lifted, cx);
    // Within other types, a reference to an owner is not taken for one to what it owns.
    const view = moduleOf(of, cx) === '_rt::text' ? 'as_str' : 'as_slice';
    const owner = cx.locals.fresh(`${out.hint}-owner`);
    return [
      line(`let ${owner} = `, lifted, ';'),
      `let ${cx.locals.name(out)} = ${kept(cx)}.keep(${owner}).${view}();`,
    ];
  },

  'build-list': ({ pointer, length, stride, slot, body, item, out }, cx) => {
    const [list, index] = [cx.locals.name(out), cx.locals.fresh('index')];
    const isKept = isBorrowed(cx.held.modeOf(out));
    const empty: Inline = isKept ? `${kept(cx)}.list` : [cx.types.standard('Vec'), '::with_capacity'];
    return [
      line(`let mut ${list} = `, empty, `(${cx.locals.name(length)});`),
      `for ${index} in 0..${cx.locals.name(length)} {`,
      indent(
        elementAt(slot, placeAt(pointer), index, stride, cx),
        spellOps(body, cx),
        `${list}.push(${arrived(item, cx)});`,
      ),
      '}',
      isKept ? `let ${list} = ${list}.finish();` : [],
    ];
  },

  'build-array': ({ count, base, stride, slot, body, item, out }, cx) => {
    const index = cx.locals.fresh('index');
    return [
      `let ${cx.locals.name(out)} = ::core::array::from_fn::<_, ${String(count)}, _>(|${index}| {`,
      indent(elementAt(slot, base, index, stride, cx), spellOps(body, cx), arrived(item, cx)),
      '});',
    ];
  },

  'build-map': ({ pointer, length, stride, slot, body, key, entry, out }, cx) => {
    const [map, index] = [cx.locals.name(out), cx.locals.fresh('index')];
    return [
      line(`let mut ${map} = `, cx.types.standard('Map'), '::new();'),
      `for ${index} in 0..${cx.locals.name(length)} {`,
      indent(
        elementAt(slot, placeAt(pointer), index, stride, cx),
        spellOps(body, cx),
        `${map}.insert(${arrived(key, cx)}, ${arrived(entry, cx)});`,
      ),
      '}',
      isBorrowed(cx.held.modeOf(out)) ? `let ${map} = ${kept(cx)}.keep(${map});` : [],
    ];
  },

  'core-to-handle': ({ handle, resource, value, out }, cx) => {
    const owned = valueOfHandle(resource, cx.locals.name(value), cx.types);
    if (handle === 'own') return assign(out, owned, cx);
    if (resource.home === 'exported') {
      const rep = `(${cx.locals.name(value)}${value.type === 'i32' ? ' as *mut u8' : ''})`;
      return alias(out, [cx.types.borrowPath(resource.decl), '::wit_from_rep', rep], cx);
    }
    const keep = resource.lentIsDropped ? 'keep' : 'lend';
    return assign(out, [`${kept(cx)}.${keep}(`, owned, ')'], cx);
  },

  store: ({ at, width, value }, cx) => {
    const stored = core.asWidth(width, operand(value, cx), value.kind === 'constant');
    return line(core.store(cx.locals.name(at.base), at, stored));
  },

  load: ({ at, width, out }, cx) => assign(out, core.loadWidth(cx.locals.name(at.base), at, width), cx),

  'store-scalar': ({ at, of, width, value }, cx) => {
    const [base, scalar] = [cx.locals.name(at.base), scalarValue(value, cx)];
    const stored = of.kind === 'enum' ? `${scalar} as ${unsigned(width)}` : scalar;
    return line(core.store(base, at, stored));
  },

  'load-scalar': ({ at, of, width, out }, cx) => {
    const base = cx.locals.name(at.base);
    if (of.kind === 'enum') {
      const case_ = core.load(base, at, unsigned(width));
      return assign(out, liftEnum(of.decl, width === 'i32' ? case_ : ['u32::from(', case_, ')'], cx), cx);
    }
    if (of.name === 'bool') return assign(out, [core.load(base, at, 'u8'), ' != 0'], cx);
    if (of.name === 'char') {
      return assign(out, [cx.types.runtime('_rt::scalar::char'), '(', core.load(base, at, 'u32'), ')'], cx);
    }
    return assign(out, core.load(base, at, primitive(of.name)), cx);
  },

  'call-store': ({ helper, at, value }, cx) => {
    const name = cx.locals.name(value);
    const given = helper.ownership === 'given' || cx.held.isReference(value) ? name : `&${name}`;
    const memory = helper.usesScratch ? `, ${cx.scratch}` : '';
    return line(helperPath(helper, cx), '(', place(at, cx), `, ${given}${memory});`);
  },

  'call-load': ({ helper, at, out }, cx) => {
    const path = helperPath(helper, cx);
    const memory = helperKeeps(helper, cx.types.modes) ? `, ${cx.kept}` : '';
    return assign(out, [path, '(', place(at, cx), `${memory})`], cx);
  },

  area: ({ storage, layout, out }, cx) => {
    const [name, bytes] = [cx.locals.name(out), core.size(layout.size)];
    if (storage === 'static') {
      return assign(out, [cx.types.runtime('_rt::static_area::area'), '!(', bytes, ')'], cx);
    }
    const type = cx.types.runtime('_rt::memory::Area');
    const of: Inline = layout.size.pointers === 0 ? ['<', bytes, '>'] : ['<{ ', bytes, ' }>'];
    const memory = cx.locals.fresh('memory');
    return [
      line(`let mut ${memory} = `, type, '::', of, '::new();'),
      `let ${name} = ${memory}.as_mut_ptr();`,
    ];
  },

  free: ({ pointer, count, element }, cx) => {
    const many = count ? cx.locals.name(count) : '1';
    const layout: Inline = [`, ${many}, `, core.size(element.size), ', ', core.alignment(element.align)];
    return line(cx.types.runtime('_rt::heap::free'), `(${cx.locals.name(pointer)}`, layout, ');');
  },

  'each-slot': ({ base, count, stride, slot, body }, cx) => {
    const index = cx.locals.fresh('index');
    return [
      `for ${index} in 0..${operand(count, cx)} {`,
      indent(elementAt(slot, base, index, stride, cx), spellOps(body, cx)),
      '}',
    ];
  },

  branch: ({ discriminant, arms }, cx) => [
    `match ${cx.locals.name(discriminant)} {`,
    indent(
      ...arms.map((arm) => block(`${String(arm.index)} => `, spellOps(arm.body, cx), '()', ',')),
      '_ => {}',
    ),
    '}',
  ],

  cast: (op, cx) => {
    const cast = core.cast(op, cx.locals.name(op.value));
    invariant(cast !== undefined, `a cast from ${op.value.type} to ${op.out.type} that joins can ask for`);
    return assign(op.out, cast, cx);
  },

  'call-core': ({ arguments: parameters, out }, cx) => {
    const call = `wit_import(${parameters.map((each) => cx.locals.name(each)).join(', ')})`;
    return out ? assign(out, call, cx) : `${call};`;
  },

  'call-user': ({ self, arguments: parameters, out }, cx) => {
    const call = userCall(self, parameters, cx);
    return out ? assign(out, call, cx) : line(call, ';');
  },

  return: ({ value }, cx) => (value ? cx.locals.name(value) : []),

  'opaque-to-core': unspelled,
  'core-to-opaque': unspelled,
};

const kept = (cx: OpContext): string => cx.kept.replace('&', '');

/** A part of a value that arrives, or a reference to it where that is what the whole wants. */
function arrived(part: ValueLocal, cx: OpContext): string {
  const name = cx.locals.name(part);
  return cx.held.isReference(part) ? `${kept(cx)}.keep(${name})` : name;
}

/** `let out = value;`. */
const assign = (out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block =>
  line(`let ${cx.locals.name(out)} = `, value, ';');

/** Lets `out` be known by an expression that is cheap, does nothing and means the same wherever it stands. */
function alias(out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block {
  const { text, needs } = renderInline(value);
  cx.need(...needs);
  cx.locals.alias(out, text);
  return [];
}

const operand = (value: Operand, cx: OpContext): string =>
  value.kind === 'core' ? cx.locals.name(value) : core.constant(value.type, value.value);

const place = (at: Place, cx: OpContext): Inline => core.address(cx.locals.name(at.base), at);

/** A scalar itself, whether the local holds it or refers to it. */
const scalarValue = (value: ValueLocal, cx: OpContext): string =>
  cx.held.dereferenced(value) + cx.locals.name(value);

const unsigned = (width: string): string => width.replace('i', 'u');

function liftEnum(decl: TypeDecl, value: Inline, { types }: OpContext): Inline {
  const lift: Inline = types.names.isMapped(decl)
    ? [types.generatedModulePath(decl), types.names.lift(decl)]
    : [types.path(decl, 'owner'), '::wit_lift'];
  return [lift, '(', value, ')'];
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
  return assign(slot, [cx.locals.name(base.base), '.add(', before, `${index} * `, scaled, ')'], cx);
}

/** The type argument where the element type cannot be told from the arguments. */
function elementArgument(of: Sequence, cx: OpContext): Inline {
  if (of.kind === 'string') return cx.types.strings === 'text' ? '' : '::<u8>';
  return ['::<', cx.types.spell(of.element), '>'];
}

/** The part of the runtime that knows a kind of sequence. */
const moduleOf = (of: Sequence, cx: OpContext): string =>
  of.kind === 'string' && cx.types.strings === 'text' ? '_rt::text' : '_rt::list';

/** A record, tuple or array of parts: as a pattern and as an expression it reads the same. */
function product(of: Product, whole: ValueLocal, names: readonly string[], cx: OpContext): Inline {
  if (of.kind === 'tuple') return `(${names.join(', ')}${names.length === 1 ? ',' : ''})`;
  if (of.kind === 'fixed-length-list') return `[${names.join(', ')}]`;
  const { definition } = of.decl;
  invariant(definition.kind === 'record', 'a record');
  const fields = definition.fields.map((field, index) => {
    const [name, part = ''] = [cx.types.names.member(field), names[index]];
    return name === part ? name : `${name}: ${part}`;
  });
  return [cx.types.path(of.decl, formOf(whole)), fields.length === 0 ? ' {}' : ` { ${fields.join(', ')} }`];
}

/** A case with its payload, as a pattern or as an expression. */
function caseOf(of: Sum, whole: ValueLocal, arm: ArmLabel, payload: string, cx: OpContext): Inline {
  if (of.kind === 'option') return arm.index === 0 ? 'None' : `Some(${payload})`;
  if (of.kind === 'result') {
    const type = arm.index === 0 ? of.ok : of.err;
    return `${arm.index === 0 ? 'Ok' : 'Err'}(${type ? payload : '()'})`;
  }
  const { definition } = of.decl;
  invariant(definition.kind === 'variant', 'a variant');
  const named = definition.cases[arm.index];
  invariant(named, `case ${String(arm.index)} of ${of.decl.name}`);
  return [
    cx.types.path(of.decl, formOf(whole)),
    `::${cx.types.names.member(named)}`,
    named.type ? `(${payload})` : '',
  ];
}

/** Which of its types a record or variant has. */
const formOf = ({ passing }: ValueLocal): Form => (passing === 'view' ? 'view' : 'owner');

const sumName = (of: Sum): string => (of.kind === 'variant' ? of.decl.name : of.kind);

const tuple = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join('') : `(${parts.join(', ')})`;

/** `head expression tail`, or with statements before the expression `head { … } tail`. */
function block(head: Inline, body: Block, expression: Inline, tail: string): Block {
  const isUnit = expression === '()';
  if (isEmpty(body)) return isUnit ? line(head, '{}') : line(head, expression, tail);
  return [line(head, '{'), indent(body, isUnit ? [] : line(expression)), '}'];
}

/** Whether no op of a body became a statement. */
const isEmpty = (body: Block): boolean => typeof body === 'object' && 'length' in body && body.every(isEmpty);

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
  const receiver = self ? [`${cx.locals.name(self)}.get::<${implementation}>()`] : [];
  const names = [...receiver, ...parameters.map((each) => passed(each, cx))];
  const call = `${implementation}::${types.names.function(plan)}(${names.join(', ')})`;
  const { form, result } = plan.func;
  if (form.kind !== 'constructor') return call;
  const path = types.path(form.resource, 'owner');
  const isFallible = result !== undefined && structureOf(result).kind === 'result';
  return isFallible ? [`${call}.map(`, path, '::new)'] : [path, `::new(${call})`];
}

/** An argument for the user's function, which wants a reference to some. */
const passed = (value: ValueLocal, cx: OpContext): string =>
  `${cx.held.isReference(value) ? '&' : ''}${cx.locals.name(value)}`;
