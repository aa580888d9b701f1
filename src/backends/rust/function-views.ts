import type { FunctionPlan, HelperPlan, Passing, ValueLocal } from '../../abi/plan.js';
import { snakeCase, NameScope } from '../../emit/names.js';
import { indent, line, type Block, type Inline, type Line } from '../../emit/code.js';
import type { Json } from '../../emit/view.js';
import { structureOf, type Func } from '../../resolve/model.js';
import { Locals } from '../locals.js';
import type { OpContext } from './body.js';
import { coreType, namedCores } from './core.js';
import { postReturnName } from './export-entries.js';
import { HeldLocals } from './held.js';
import type { Mode, Modes } from './modes.js';
import type { ModuleContext } from './module-context.js';
import { keywords } from './names.js';
import { helperKeeps, keeps, modeOfHelped, noteParts } from './arrivals.js';
import { unsafely } from './expressions.js';
import { isUnsafe } from './op-facts.js';
import { externBlock } from './linkage.js';
import { generic } from './lists.js';
import { spellBody, spellOps } from './ops.js';
import { signature } from './signatures.js';
import { assigned, endingIn, isNothing, type Valued } from './statements.js';
import { docLines } from './text.js';
import { generics } from './types.js';

/** Names that bodies use for themselves. */
const ownNames = ['wit_import', 'scratch', 'kept'];

const reservedIn = (cx: ModuleContext): readonly string[] => [
  ...keywords,
  ...ownNames,
  ...cx.names.helperNames,
];

const scratchType = '_rt::scratch::Scratch';
const keptType = '_rt::kept::Kept';

/** A function of its own: documentation, signature up to the brace, body. */
export type FunctionView = {
  readonly docs: readonly string[];
  readonly attributes: readonly string[];
  readonly signature: readonly string[];
  readonly body: readonly string[];
};

/** A function that this component calls. */
export function importedFunction(plan: FunctionPlan, cx: ModuleContext): FunctionView {
  const level = plan.func.form.kind === 'free' ? 0 : 1;
  const cxOps = opContext(plan, cx);
  const parameters = plan.parameters.map(({ name, local }): Inline => {
    const mode = cx.types.modes.of(local.type, cx.types.modes.ofViews, "'_");
    const spelled = cxOps.names.take(snakeCase(name));
    cxOps.locals.alias(local, spelled);
    cxOps.held.noteSpelled(local, mode);
    return [`${spelled}: `, cx.types.spell(local.type, mode)];
  });
  receiver(plan, cxOps);
  const body: Block = [
    externBlock(
      plan.linkage,
      namedCores(plan.core.parameters),
      plan.core.result && coreType(plan.core.result),
    ),
    '',
    unsafeBlock(
      plan.usesScratch ? memory('scratch', scratchType, cx) : [],
      spellBody(plan.body, cxOps),
      true,
    ),
    returnsSelf(plan.func, cx) ? 'self' : [],
  ];
  return {
    docs: docLines(plan.func.docs),
    attributes: cx.attributes,
    signature: cx.lines(userSignature('pub fn ', plan, parameters, ' {', cx), level),
    body: cx.lines(body, level + 1),
  };
}

/** The function that does the work of an exported one, for any type that implements it. */
export function exportedFunction(plan: FunctionPlan, cx: ModuleContext): FunctionView {
  const cxOps = opContext(plan, cx);
  const head = signature({
    start: `pub unsafe fn ${cx.names.exportBody(plan)}`,
    typeParameters: `${cx.names.typeParameter(cx.scope)}: ${guestOf(plan, cx)}`,
    parameters: plan.core.parameters.map((local) => [cxOps.locals.name(local), `: ${coreType(local.type)}`]),
    result: plan.core.result && coreType(plan.core.result),
    end: ' {',
  });
  const { modes } = cx.types;
  for (const { local, passing } of plan.parameters) {
    cxOps.held.noteSpelled(local, modeOfParameter(local, passing, modes));
  }
  noteParts(plan.body, cxOps.held);
  const keepsValues = keeps(plan.body, cxOps.held, modes);
  return {
    docs: [],
    attributes: ['#[doc(hidden)]', ...cx.attributes],
    signature: cx.lines(head, 0),
    body: cx.lines(
      unsafeBlock(
        keepsValues ? memory('kept', keptType, cx) : [],
        spellBody(plan.body, cxOps),
        isUnsafe(plan.body),
      ),
      1,
    ),
  };
}

/** What the caller calls when it is done with the result. */
export function postReturnFunction(plan: FunctionPlan, cx: ModuleContext): FunctionView | undefined {
  if (!plan.postReturn) return undefined;
  const { parameter, body } = plan.postReturn;
  const cxOps = opContext(plan, cx);
  const head = signature({
    start: `pub unsafe fn ${postReturnName(plan, cx)}`,
    parameters: [[cxOps.locals.name(parameter), `: ${coreType(parameter.type)}`]],
    end: ' {',
  });
  return {
    docs: [],
    attributes: ['#[doc(hidden)]', ...cx.attributes],
    signature: cx.lines(head, 0),
    body: cx.lines(unsafeBlock([], spellBody(body, cxOps), isUnsafe(body)), 1),
  };
}

/** The conversion of a named type from or to memory. */
export function helperFunction(helper: HelperPlan, cx: ModuleContext): FunctionView {
  const cxOps = opContext(undefined, cx);
  const [at, value] = [cxOps.locals.name(helper.base), cxOps.locals.name(helper.value)];
  const { typeParameters, parameters, result } =
    helper.direction === 'store' ? storeHead(helper, value, cxOps, cx) : loadHead(helper, cxOps, cx);
  const head = signature({
    start: [`pub(crate) unsafe fn ${cx.names.helper(helper)}`, typeParameters],
    parameters: [[at, ': *mut u8'], ...parameters],
    result,
    end: ' {',
  });
  const statements = spellOps(helper.body, cxOps);
  const body = helper.direction === 'load' ? endingIn(statements, value) : { statements };
  return {
    docs: [],
    attributes: cx.attributes,
    signature: cx.lines(head, 0),
    body: cx.lines(unsafeBlock([], body, isUnsafe(helper.body)), 1),
  };
}

interface Head {
  readonly typeParameters: string;
  readonly parameters: readonly Inline[];
  readonly result: Inline | undefined;
}

function storeHead(helper: HelperPlan, value: Inline, cxOps: FunctionOps, cx: ModuleContext): Head {
  const { modes } = cx.types;
  const isLent = helper.ownership === 'lent';
  const mode = modeOfHelped(helper, modes, "'_");
  if (isLent) cxOps.held.noteReference(helper.value, mode);
  const spelled = cx.types.spell(helper.value.type, mode);
  const scratch = (): Inline => ['scratch: &', runtimeType(scratchType, cx)];
  const given = [value, isLent ? ': &' : ': ', spelled];
  return {
    typeParameters: '',
    parameters: [given, ...(helper.usesScratch ? [scratch()] : [])],
    result: undefined,
  };
}

function loadHead(helper: HelperPlan, cxOps: FunctionOps, cx: ModuleContext): Head {
  const { modes } = cx.types;
  const mode = modeOfHelped(helper, modes, "'a");
  cxOps.held.noteSpelled(helper.value, mode);
  noteParts(helper.body, cxOps.held);
  const kept = (): Inline => ["kept: &'a ", runtimeType(keptType, cx)];
  return {
    typeParameters: generics(mode.lifetime),
    parameters: helperKeeps(helper, modes) ? [kept()] : [],
    result: cx.types.spell(helper.value.type, mode),
  };
}

/** The mode of a parameter of a function that the user implements. */
const modeOfParameter = ({ type }: ValueLocal, passing: Passing, modes: Modes): Mode =>
  modes.of(type, passing === 'view' ? modes.ofViews : 'owned', "'_");

/** How a function is declared in a trait. */
export const guestSignature = (plan: FunctionPlan, cx: ModuleContext): readonly string[] =>
  cx.lines(userSignature('fn ', plan, receivedParameters(plan, '', cx), ';', cx), 1);

/** The same where the trait is implemented by a function that does not look at its parameters. */
export const stubSignature = (plan: FunctionPlan, cx: ModuleContext): readonly string[] =>
  cx.lines(userSignature('fn ', plan, receivedParameters(plan, '_', cx), ' {', cx), 1);

function receivedParameters(plan: FunctionPlan, prefix: string, cx: ModuleContext): readonly Inline[] {
  const names = new NameScope(keywords);
  return plan.parameters.map(({ name, local, passing }): Inline => [
    `${prefix}${names.take(snakeCase(name))}: `,
    cx.types.spell(local.type, modeOfParameter(local, passing, cx.types.modes)),
  ]);
}

/** `fn name(&self, a: u32) -> u32`. */
function userSignature(
  start: string,
  plan: FunctionPlan,
  parameters: readonly Inline[],
  end: ' {' | ';',
  cx: ModuleContext,
): Line {
  return signature({
    start: start + cx.names.function(plan),
    parameters: plan.self ? ['&self', ...parameters] : parameters,
    result: resultOf(plan, cx),
    end,
  });
}

function resultOf({ func, result }: FunctionPlan, cx: ModuleContext): Inline | undefined {
  if (!result) return returnsSelf(func, cx) ? '&Self' : undefined;
  if (func.form.kind !== 'constructor') return cx.types.spell(result);
  const structure = structureOf(result);
  if (structure.kind !== 'result') return 'Self';
  return generic(cx.types.standard('Result'), 'Self', structure.err ? cx.types.spell(structure.err) : '()');
}

/** Whether calls of a method can be chained, because it returns nothing else. */
const returnsSelf = ({ form, result }: Func, cx: ModuleContext): boolean =>
  cx.options.enableMethodChaining && form.kind === 'method' && result === undefined;

/** The trait that has an exported function. */
function guestOf({ func }: FunctionPlan, cx: ModuleContext): string {
  return func.form.kind === 'free' ? 'Guest' : cx.names.guest(func.form.resource);
}

interface FunctionOps extends OpContext {
  readonly names: NameScope;
}

function opContext(plan: FunctionPlan | undefined, cx: ModuleContext): FunctionOps {
  const parameters = plan?.role === 'caller' ? plan.parameters : [];
  const names = new NameScope(reservedIn(cx));
  // Locals keep out of the way of parameters, which have been named by then.
  const taken = parameters.flatMap(({ name }) => [snakeCase(name), `${snakeCase(name)}_`]);
  const hasOwnMemory = plan !== undefined;
  return {
    names,
    types: cx.types,
    locals: new Locals<Inline>([...reservedIn(cx), ...taken], snakeCase),
    held: new HeldLocals(cx.types.modes),
    plan,
    scratch: hasOwnMemory ? '&scratch' : 'scratch',
    kept: hasOwnMemory ? '&kept' : 'kept',
    spell: spellOps,
  };
}

function receiver(plan: FunctionPlan, cxOps: FunctionOps): void {
  if (!plan.self) return;
  cxOps.locals.alias(plan.self, 'self');
  cxOps.held.noteReference(plan.self);
}

/** Memory for the time of the call. */
const memory = (name: string, type: string, cx: ModuleContext): Block =>
  line(assigned(`let ${name}`, [runtimeType(type, cx), '::new()']), ';');

function runtimeType(type: string, cx: ModuleContext): Inline {
  // What is kept lies in scratch memory.
  cx.need('_rt::scratch');
  return cx.types.runtime(type);
}

/** Statements and the value of a body, in an `unsafe` block where that is needed. */
function unsafeBlock(before: Block, body: { statements: Block } | Valued, isNeeded: boolean): Block {
  const value = 'value' in body ? body.value : undefined;
  const whole = [body.statements, value === undefined ? [] : line(value)];
  if (!isNeeded) return [before, whole];
  if (value !== undefined && isNothing(body.statements)) return [before, line(unsafely(value))];
  return [before, 'unsafe {', indent(whole), '}'];
}

/** The view of a function as JSON. */
export const asJson = (view: FunctionView): Json => ({ ...view });
