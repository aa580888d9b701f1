/** Views of functions, methods and constructors. */
import type { ScopePlan } from '../../abi/plan.js';
import type { Func } from '../../resolve/model.js';
import { structureOf } from '../../resolve/model.js';
import { join, type Inline } from '../../emit/code.js';
import { camelCase, NameScope } from '../../emit/names.js';
import { comment, docText, stabilityTags } from './comments.js';
import type { ModuleText, Position } from './module-text.js';
import { spellOptional, spellType } from './types.js';
import type { Role } from './modules.js';
import { reservedWords } from './words.js';

/** A function, or something that is called like one. `signature` is everything behind the name. */
export type CallableView = {
  readonly docs: readonly string[];
  readonly name: string;
  readonly signature: string;
};

/** A function of a module. `exportedAs` is its name where that cannot be the name of a declaration. */
export type FunctionView = CallableView & { readonly exportedAs: string | undefined };

/** What the view of a function depends on. */
export interface FunctionContext {
  readonly text: ModuleText;
  /** Whether who reads the types defines the function, or calls it. */
  readonly role: Role;
}

/** The functions of a scope, those of its resources among them; also of one in which nobody else defines or calls them. */
export const functionsOf = ({ owner, functions }: ScopePlan): readonly Func[] =>
  'functions' in owner ? owner.functions : functions.map(({ func }) => func);

/** The functions of a scope that belong to no resource. */
export const freeFunctionsOf = (scope: ScopePlan): readonly Func[] =>
  functionsOf(scope).filter(({ form }) => form.kind === 'free');

/** The functions of a module by the names that they have in JavaScript. */
export function functionViews(functions: readonly Func[], cx: FunctionContext): readonly FunctionView[] {
  const names = new NameScope();
  return functions.map((func) => functionView(func, names.take(camelCase(func.name)), cx));
}

/** A function under a given name. */
export function functionView(func: Func, name: string, cx: FunctionContext): FunctionView {
  const isReserved = reservedWords.has(name);
  // No name of WIT begins with an underscore.
  return {
    ...callableView(func, isReserved ? `_${name}` : name, cx),
    exportedAs: isReserved ? name : undefined,
  };
}

/** A function under a given name, with what it returns. */
export function callableView(func: Func, name: string, cx: FunctionContext): CallableView {
  const { text } = cx;
  return {
    docs: functionDocs(func, text),
    name,
    signature: text.inline([parameterList(func, cx), ': ', returnType(func, cx)]),
  };
}

/** A function's name as a member of an interface, where `new(): T` would be what `new` makes. */
export const interfaceMember = (name: string): string => (name === 'new' ? `'new'` : name);

/** A function's name as a member of a class, static or not, where `constructor` would be what makes objects. */
export const classMember = (name: string): string => (name === 'constructor' ? `['constructor']` : name);

/** `(a: number, b: string)`. */
export function parameterList(func: Func, cx: FunctionContext): Inline {
  const types = parameterTypes(func, cx);
  const parameters = parameterNames(func).map((name, index): Inline => [name, ': ', types[index] ?? '']);
  return ['(', join(parameters, ', '), ')'];
}

/** What JavaScript calls the parameters of a function. */
export function parameterNames(func: Func): readonly string[] {
  const names = new NameScope(reservedWords);
  return func.parameters.map(({ name }) => names.take(camelCase(name)));
}

/** The types of its parameters, in order. */
export function parameterTypes(func: Func, { text, role }: FunctionContext): readonly Inline[] {
  const types = text.typesOf(role === 'used' ? 'read' : 'made');
  return func.parameters.map(({ type }) => spellType(type, types));
}

/** The documentation of a function, with what it throws. */
export function functionDocs(func: Func, text: ModuleText): readonly string[] {
  const outcome = outcomeOf(func);
  const type = outcome?.err && text.typeInComment(outcome.err);
  const thrown = outcome === undefined ? [] : [type === undefined ? '@throws' : `@throws {${type}}`];
  return comment(docText(func.docs), [...stabilityTags(func), ...thrown]);
}

/** A function whose result is a `result` returns the value and throws the error. */
export function returnType(func: Func, { text, role }: FunctionContext): Inline {
  const outcome = outcomeOf(func);
  return spellOptional(
    outcome === undefined ? func.result : outcome.ok,
    text.typesOf(role === 'used' ? 'made' : positionOfResult(func)),
  );
}

/** How the bindings take what the user's function returns or throws: what has a name keeps the types of its parts. */
export const positionOfResult = ({ result }: Func): Position => (result?.kind === 'named' ? 'made' : 'read');

/** The `result` that is the whole result of a function. */
export function outcomeOf(func: Func): Outcome | undefined {
  const structure = func.result && structureOf(func.result);
  return structure?.kind === 'result' ? structure : undefined;
}

type Outcome = Extract<ReturnType<typeof structureOf>, { kind: 'result' }>;
