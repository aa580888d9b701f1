/** The types of a scope, as views of the header's templates. */
import { discriminantWidth } from '../../abi/layout.js';
import type { FunctionPlan, ResourcePlan, ScopePlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { unaliased, type Field, type TypeDecl } from '../../resolve/model.js';
import { docLines } from './comments.js';
import { belongsTo, type Names } from './names.js';
import { orderedTypes } from './order.js';
import type { Printer } from './printer.js';
import { membershipOf, parameterList, resultType } from './signatures.js';
import type { TypeSpeller } from './types.js';

/** What declarations are written with. */
export interface DeclarationContext {
  readonly names: Names;
  /** Writes full names. */
  readonly types: TypeSpeller;
  readonly printer: Printer;
}

type Lines = readonly string[];

type MemberView = { readonly docs: Lines; readonly name: string; readonly value: string };

export type DeclarationView = {
  readonly docs: Lines;
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
  readonly record?: { readonly fields: readonly { readonly docs: Lines; readonly text: string }[] };
  readonly variant?: { readonly cases: readonly VariantCaseView[]; readonly names: string };
  readonly resource?: { readonly base: string; readonly members: readonly FunctionView[] };
};

type VariantCaseView = { readonly docs: Lines; readonly name: string; readonly value?: string };

export type FunctionView = { readonly docs: Lines; readonly declaration: Lines };

/** All declarations of a scope, in the order in which they stand. */
export function declarationViews(scope: ScopePlan, cx: DeclarationContext): readonly DeclarationView[] {
  const { announced, declared } = orderedTypes(scope);
  return [
    ...announced.map((decl) => announcement(decl, cx)),
    ...declared.map((decl) => ({
      docs: docLines(decl.docs),
      name: cx.names.typeName(decl),
      ...definitionView(decl, scope, cx),
    })),
  ];
}

function announcement(decl: TypeDecl, { names }: DeclarationContext): DeclarationView {
  const keyword = decl.definition.kind === 'resource' ? 'class' : 'struct';
  return { docs: [], name: names.typeName(decl), announced: { keyword } };
}

function definitionView(
  decl: TypeDecl,
  scope: ScopePlan,
  cx: DeclarationContext,
): Omit<DeclarationView, 'docs' | 'name'> {
  const { definition } = decl;
  const members = cx.names.memberNames(decl);
  const { printer, types } = cx;
  const near = types.within(cx.names.namespaceOf(scope).join('::'));
  switch (definition.kind) {
    case 'enum': {
      const cases = definition.cases.map(({ docs }, index) => member(docs, members[index], String(index)));
      return { enumeration: { underlying: unsignedFor(definition.cases.length), cases } };
    }
    case 'flags':
      return flagsView(decl, definition.flags, cx);
    case 'record':
      return { record: { fields: definition.fields.map((field, index) => fieldView(field, members[index], near, cx)) } };
    case 'variant': {
      // Full names: a case may be called like the type that it holds.
      const cases = definition.cases.map(({ docs, type }, index) => ({
        docs: docLines(docs),
        name: members[index] ?? '',
        ...(type ? { value: printer.text(types.owned(type)) } : {}),
      }));
      printer.require('<variant>');
      return { variant: { cases, names: members.join(', ') } };
    }
    case 'alias':
      return { alias: { target: near.declared(aliasTarget(decl)) } };
    case 'type':
      return { alias: { target: printer.text(near.owned(definition.type)) } };
    case 'resource': {
      const resource = scope.resources.find((each) => each.decl === decl);
      invariant(resource, `a plan for resource ${decl.name}`);
      return { resource: resourceView(resource, scope, cx) };
    }
  }
}

/** What a `use` or `type a = b` leads to: the next declaration, which may be a name itself. */
function aliasTarget({ definition }: TypeDecl): TypeDecl {
  invariant(definition.kind === 'alias', 'an alias');
  return unaliased(definition.target) === definition.target ? definition.target : definition.target;
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

const unsignedFor = (cases: number): string =>
  ({ i8: 'uint8_t', i16: 'uint16_t' } as Partial<Record<string, string>>)[discriminantWidth(cases)] ?? 'uint32_t';

function flagsView(
  decl: TypeDecl,
  flags: readonly { readonly docs: string | undefined }[],
  { names, printer }: DeclarationContext,
): Pick<DeclarationView, 'flags' | 'wideFlags'> {
  const members = names.memberNames(decl);
  const count = flags.length;
  if (count > 64) {
    printer.require('"wit.h"');
    const views = flags.map(({ docs }, index) => member(docs, members[index], String(index)));
    return { wideFlags: { count: String(count), flags: views } };
  }
  const bits = [8, 16, 32, 64].find((width) => count <= width) ?? 64;
  const suffix = bits === 64 ? 'ull' : 'u';
  const views = flags.map(({ docs }, index) => member(docs, members[index], `1${suffix} << ${String(index)}`));
  const all = `0x${((1n << BigInt(count)) - 1n).toString(16)}${suffix}`;
  printer.require('<cstdint>');
  return { flags: { underlying: `uint${String(bits)}_t`, all, flags: views } };
}

/** The class of an imported resource. */
function resourceView(
  resource: ResourcePlan,
  scope: ScopePlan,
  cx: DeclarationContext,
): NonNullable<DeclarationView['resource']> {
  cx.printer.require('"wit.h"');
  const own = scope.functions.filter(({ func }) => belongsTo(func, resource.decl));
  return {
    base: resource.handle === 'pointer' ? 'wit::ResourceImportBase' : 'wit::TableResourceImportBase',
    members: own.map((plan) => memberView(plan, cx)),
  };
}

/** A member function as declared in its class; full names, because members may hide types. */
export function memberView(plan: FunctionPlan, { names, printer, types }: DeclarationContext): FunctionView {
  const name = names.functionName(plan);
  const parameters = parameterList(plan, types);
  const result = resultType(plan, types);
  const docs = docLines(plan.func.docs);
  switch (membershipOf(plan)) {
    case 'constructor': {
      const isConversion = parameters.length === 1 ? 'explicit ' : '';
      return { docs, declaration: printer.call(`${isConversion}${name}`, parameters, ';') };
    }
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

/** A free function as declared in its namespace. */
export function freeFunctionView(plan: FunctionPlan, scope: ScopePlan, cx: DeclarationContext): FunctionView {
  return memberView(plan, { ...cx, types: cx.types.within(cx.names.namespaceOf(scope).join('::')) });
}
