/** The types of a scope, as views of the header's templates. */
import type { FunctionPlan, ResourcePlan, ScopePlan } from '../../abi/plan.js';
import { factsOfDecl } from '../../abi/type-facts.js';
import { invariant } from '../../base/invariant.js';
import type { Field, TypeDecl } from '../../resolve/model.js';
import { docLines } from './comments.js';
import { belongsTo, memberNamesOfResources, type Names } from './names.js';
import { orderedTypes } from './order.js';
import type { Printer } from '../cxx/printer.js';
import { membershipOf, parameterList, resultType } from './signatures.js';
import type { TypeSpeller } from './types.js';
import { enumInteger, flagBits } from './underlying.js';
import { variantStorage } from './variant-storage.js';

/** How types are written. */
export interface TypeContext {
  readonly names: Names;
  /** Writes full names. */
  readonly types: TypeSpeller;
}

/** What declarations are written with. */
export interface DeclarationContext extends TypeContext {
  readonly printer: Printer;
}

type Lines = readonly string[];

type MemberView = { readonly docs: Lines; readonly name: string; readonly value: string };

export type DeclarationView = {
  readonly docs: Lines;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
  readonly name: string;
  readonly announced?: { readonly keyword: string };
  readonly enumeration?: { readonly underlying: string; readonly cases: readonly MemberView[] };
  readonly flags?: {
    readonly underlying: string;
    readonly all: string;
    readonly flags: readonly MemberView[];
  };
  readonly wideFlags?: { readonly count: string; readonly flags: readonly MemberView[] };
  readonly alias?: { readonly target: string };
  readonly record?: {
    readonly fields: readonly { readonly docs: Lines; readonly text: string }[];
    readonly isComparable: boolean;
  };
  readonly variant?: {
    readonly cases: readonly VariantCaseView[];
    readonly storage: string;
    readonly names: string;
    readonly isComparable: boolean;
  };
  readonly resource?: { readonly base: string; readonly members: readonly FunctionView[] };
};

type VariantCaseView = {
  readonly docs: Lines;
  readonly name: string;
  readonly value?: string;
  readonly isComparable: boolean;
  /** Whether nothing stands in its struct. */
  readonly isEmpty: boolean;
};

export type FunctionView = { readonly docs: Lines; readonly apart: boolean; readonly declaration: Lines };

/** All declarations of a scope, in the order in which they stand. */
export function declarationViews(scope: ScopePlan, cx: DeclarationContext): readonly DeclarationView[] {
  const { announced, declared } = orderedTypes(cx.names.typesOf(scope), scope.direction);
  const names = announced.flatMap((decl) => [announcement(decl, cx), ...announcedViewType(decl, scope, cx)]);
  const views = declared.flatMap((decl) => [
    { docs: docLines(decl.docs), name: cx.names.typeName(decl), ...definitionView(decl, scope, cx) },
    ...viewType(decl, scope, cx).filter(({ alias }) => !(alias && announced.includes(decl))),
  ]);
  return [
    ...names.map((view, index) => ({ ...view, apart: index === 0 })),
    ...views.map((view, index) => ({ ...view, apart: !followsClosely(view, views[index - 1]) })),
  ];
}

type Unplaced<View> = Omit<View, 'apart'>;

/** Aliases without anything to say about them stand together. */
function followsClosely(
  view: Unplaced<DeclarationView>,
  previous: Unplaced<DeclarationView> | undefined,
): boolean {
  return Boolean(view.alias && previous?.alias) && view.docs.length + (previous?.docs.length ?? 0) === 0;
}

/** Functions that take one line, and have nothing said about them, stand together. */
export function placed(
  functions: readonly Unplaced<FunctionView>[],
  firstIsApart: boolean,
): readonly FunctionView[] {
  const lines = ({ docs, declaration }: Unplaced<FunctionView>): number => docs.length + declaration.length;
  return functions.map((view, index) => {
    const previous = functions[index - 1];
    return { ...view, apart: previous ? lines(view) > 1 || lines(previous) > 1 : firstIsApart };
  });
}

function announcement(decl: TypeDecl, { names }: DeclarationContext): Unplaced<DeclarationView> {
  const keyword = decl.definition.kind === 'resource' ? 'class' : 'struct';
  return { docs: [], name: names.typeName(decl), announced: { keyword } };
}

/** The type for views of a record: a struct of views, or another name of the record if it has nothing to look at. */
function viewType(
  decl: TypeDecl,
  scope: ScopePlan,
  { names, types, printer }: DeclarationContext,
): readonly Unplaced<DeclarationView>[] {
  const name = names.viewName(decl);
  if (name === undefined) return [];
  const near = types.within(names.namespaceOf(scope).join('::'));
  const { definition } = decl;
  if (definition.kind === 'alias')
    return [{ docs: [], name, alias: { target: near.view(definition.target) } }];
  if (definition.kind !== 'record' || near.declaredView(decl) !== near.view(decl)) {
    return [{ docs: [], name, alias: { target: near.declared(decl) } }];
  }
  const members = names.memberNames(decl);
  const fields = definition.fields.map(({ docs, type }, index) => ({
    docs: docLines(docs),
    text: `${printer.text(near.passed(type, 'view'))} ${members[index] ?? ''};`,
  }));
  const docs = [
    `/// \`${names.typeName(decl)}\` as an argument, which looks at strings and lists of others.`,
  ];
  return [{ docs, name, record: { fields, isComparable: false } }];
}

/** What has to be known of it before classes name it. */
function announcedViewType(
  decl: TypeDecl,
  scope: ScopePlan,
  cx: DeclarationContext,
): readonly Unplaced<DeclarationView>[] {
  return viewType(decl, scope, cx).map(({ name, alias }) =>
    alias ? { docs: [], name, alias } : { docs: [], name, announced: { keyword: 'struct' } },
  );
}

/** Writes types inside the class of a resource, and inside the definitions of its members. */
export function typesInClass(resource: TypeDecl, scope: ScopePlan, cx: TypeContext): TypeSpeller {
  const own = scope.functions.filter(({ func }) => belongsTo(func, resource));
  const inherited = memberNamesOfResources[scope.direction];
  const members = [...inherited, ...own.map((plan) => cx.names.functionName(plan))];
  return typesAmong(
    members.filter((name) => name !== cx.names.typeName(resource)),
    scope,
    cx,
  );
}

/** Writes types inside a class whose members are called so: in full where one would hide a type of the scope. */
function typesAmong(
  members: readonly string[],
  scope: ScopePlan,
  { names, types }: TypeContext,
): TypeSpeller {
  const declared = scope.types.flatMap((decl) => [names.typeName(decl), names.viewName(decl) ?? '']);
  const hidden = declared.some((name) => members.includes(name));
  return hidden ? types : types.within(names.namespaceOf(scope).join('::'));
}

function definitionView(
  decl: TypeDecl,
  scope: ScopePlan,
  cx: DeclarationContext,
): Omit<DeclarationView, 'docs' | 'apart' | 'name'> {
  const { definition } = decl;
  const members = cx.names.memberNames(decl);
  const { printer, types } = cx;
  const near = types.within(cx.names.namespaceOf(scope).join('::'));
  switch (definition.kind) {
    case 'enum': {
      const cases = definition.cases.map(({ docs }, index) => member(docs, members[index], String(index)));
      return { enumeration: { underlying: enumInteger(definition.cases.length), cases } };
    }
    case 'flags':
      return flagsView(decl, definition.flags, cx);
    case 'record':
      return {
        record: {
          fields: definition.fields.map((field, index) => fieldView(field, members[index], near, cx)),
          isComparable: isComparableDecl(decl),
        },
      };
    case 'variant': {
      const inside = typesAmong(members, scope, cx);
      const isComparable = isComparableDecl(decl);
      const cases = definition.cases.map(({ docs, type }, index) => ({
        docs: docLines(docs),
        name: members[index] ?? '',
        isComparable,
        isEmpty: !type && !isComparable,
        ...(type ? { value: printer.text(inside.owned(type)) } : {}),
      }));
      const { namespace, header } = variantStorage(decl);
      printer.require(header);
      return {
        variant: { cases, storage: `${namespace}::variant`, names: members.join(', '), isComparable },
      };
    }
    case 'alias':
      return { alias: { target: near.declared(definition.target) } };
    case 'type':
      return { alias: { target: printer.text(near.owned(definition.type)) } };
    case 'resource': {
      const resource = scope.resources.find((each) => each.decl === decl);
      invariant(resource, `a plan for resource ${decl.name}`);
      return { resource: resourceView(resource, scope, cx) };
    }
  }
}

/** Whether two values can be compared for equality: resources cannot, nor what holds them. */
function isComparableDecl(decl: TypeDecl): boolean {
  const { hasOwn, hasBorrow } = factsOfDecl(decl);
  return !hasOwn && !hasBorrow;
}

function member(docs: string | undefined, name: string | undefined, value: string): MemberView {
  return { docs: docLines(docs), name: name ?? '', value };
}

function fieldView(
  field: Field,
  name: string | undefined,
  types: TypeSpeller,
  { printer }: DeclarationContext,
): { readonly docs: Lines; readonly text: string } {
  return { docs: docLines(field.docs), text: `${printer.text(types.owned(field.type))} ${name ?? ''};` };
}

function flagsView(
  decl: TypeDecl,
  flags: readonly { readonly docs: string | undefined }[],
  { names, printer }: DeclarationContext,
): Pick<DeclarationView, 'flags' | 'wideFlags'> {
  const members = names.memberNames(decl);
  const count = flags.length;
  printer.require('"wit.h"');
  const bits = flagBits(count);
  if (!bits) {
    const views = flags.map(({ docs }, index) => member(docs, members[index], String(index)));
    return { wideFlags: { count: String(count), flags: views } };
  }
  const { integer, suffix } = bits;
  const views = flags.map(({ docs }, index) =>
    member(docs, members[index], `1${suffix} << ${String(index)}`),
  );
  const all = `0x${((1n << BigInt(count)) - 1n).toString(16)}${suffix}`;
  return { flags: { underlying: integer, all, flags: views } };
}

/** The class of an imported resource. */
function resourceView(
  resource: ResourcePlan,
  scope: ScopePlan,
  cx: DeclarationContext,
): NonNullable<DeclarationView['resource']> {
  cx.printer.require('"wit.h"');
  return {
    base: resource.handle === 'pointer' ? 'wit::ResourceImportBase' : 'wit::TableResourceImportBase',
    members: memberViews(resource.decl, scope, cx),
  };
}

/** The member functions of a resource as declared in its class. */
export function memberViews(
  resource: TypeDecl,
  scope: ScopePlan,
  cx: DeclarationContext,
): readonly FunctionView[] {
  const own = scope.functions.filter(({ func }) => belongsTo(func, resource));
  const types = typesInClass(resource, scope, cx);
  return placed(
    own.map((plan) => functionView(plan, { ...cx, types })),
    false,
  );
}

/** A function as it is declared where it belongs. */
function functionView(
  plan: FunctionPlan,
  { names, printer, types }: DeclarationContext,
): Unplaced<FunctionView> {
  const name = names.functionName(plan);
  const parameters = parameterList(plan, types);
  const result = resultType(plan, types);
  const docs = docLines(plan.func.docs);
  switch (membershipOf(plan)) {
    case 'constructor':
      return { docs, declaration: printer.call(name, parameters, ';') };
    case 'static':
      return { docs, declaration: printer.call(['static ', result, ` ${name}`], parameters, ';') };
    case 'method': {
      const isConst = plan.role === 'caller' ? ' const' : '';
      return { docs, declaration: printer.call([result, ` ${name}`], parameters, `${isConst};`) };
    }
    case 'free':
      return { docs, declaration: printer.call([result, ` ${name}`], parameters, ';') };
  }
}

/** The free functions of a scope as declared in its namespace. */
export function freeFunctionViews(scope: ScopePlan, cx: DeclarationContext): readonly FunctionView[] {
  const near = { ...cx, types: cx.types.within(cx.names.namespaceOf(scope).join('::')) };
  const free = scope.functions.filter(({ func }) => func.form.kind === 'free');
  return placed(
    free.map((plan) => functionView(plan, near)),
    true,
  );
}

/**
 * The members that the user writes for an exported resource. The constructor is written as one: the
 * base's `New` calls it.
 */
export function userMemberViews(
  resource: TypeDecl,
  scope: ScopePlan,
  cx: DeclarationContext,
): readonly FunctionView[] {
  const className = cx.names.typeName(resource);
  return memberViews(resource, scope, cx).map((view) => ({
    ...view,
    declaration: view.declaration.map((text) => text.replace(/^static \S+ New\(/, `${className}(`)),
  }));
}
