/** What the spelling of operations has in common: the function that they are of, locals, and places in memory. */
import type {
  CoreLocal,
  FunctionPlan,
  Op,
  OpOf,
  Operand,
  Place,
  Sequence,
  ValueLocal,
} from '../../abi/plan.js';
import type { Block, Inline } from '../../emit/code.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { Locals } from '../locals.js';
import * as core from './core.js';
import { method } from './expressions.js';
import type { HeldLocals } from './held.js';
import { call } from './lists.js';
import { Binding } from './statements.js';
import type { TypeSpeller } from './types.js';

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
  /** Spells the operations of a body within one of these. */
  readonly spell: (ops: readonly Op[], cx: OpContext) => Block;
}

/** Entries for some kinds of operations; all tables together have one for each. */
export type OpTable<Kind extends Op['kind']> = {
  readonly [K in Kind]: (op: OpOf<K>, cx: OpContext) => Block;
};

/** What keeps values for as long as a call takes. */
export const kept = (cx: OpContext): string => cx.kept.replace('&', '');

/** A reference to a value that is kept. */
export const keep = (value: Inline, cx: OpContext): Inline => method(kept(cx), 'keep', value);

/** A part of a value that arrives, or a reference to it where that is what the whole wants. */
export function arrived(part: ValueLocal, cx: OpContext): Inline {
  const name = cx.locals.name(part);
  return cx.held.isReference(part) ? keep(name, cx) : name;
}

/** `let out = value;`. */
export const assign = (out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block =>
  new Binding(cx.locals.name(out), value);

/** Lets `out` be known by an expression that is cheap, does nothing and means the same wherever it stands. */
export function alias(out: CoreLocal | ValueLocal, value: Inline, cx: OpContext): Block {
  cx.locals.alias(out, value);
  return [];
}

/** A core value, or a constant. */
export const operand = (value: Operand, cx: OpContext): Inline =>
  value.kind === 'core' ? cx.locals.name(value) : core.constant(value.type, value.value);

/** The address of a place. */
export const place = (at: Place, cx: OpContext): Inline => core.address(cx.locals.name(at.base), at);

/** A scalar itself, whether the local holds it or refers to it. */
export function scalarValue(value: ValueLocal, cx: OpContext): Inline {
  const [dereferenced, name] = [cx.held.dereferenced(value), cx.locals.name(value)];
  return dereferenced === '' ? name : [dereferenced, name];
}

/** An enum of its number; what is no case ends the program. */
export function liftEnum(decl: TypeDecl, value: Inline, { types }: OpContext): Inline {
  const lift: Inline = types.names.isMapped(decl)
    ? [types.generatedModulePath(decl), types.names.lift(decl)]
    : [types.path(decl, 'owner'), '::wit_lift'];
  return call(lift, value);
}

/** Lets `slot` be the address of an element. */
export function elementAt(
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

/** The part of the runtime that knows a kind of sequence. */
export const moduleOf = (of: Sequence, cx: OpContext): string =>
  of.kind === 'string' && cx.types.strings === 'text' ? '_rt::text' : '_rt::list';
