/** CST to AST: functions and the declarations of types. */
import type { IToken } from 'chevrotain';
import type {
  CaseCstNode,
  FieldCstNode,
  FunctionCstNode,
  FunctionResultCstNode,
  LabelsCstNode,
  ParameterCstNode,
  ParametersCstNode,
  ResourceCstNode,
  ResourceItemCstNode,
  TypedefCstChildren,
  TypedefCstNode,
} from '../../grammar/cst.js';
import type { Span } from '../base/source.js';
import type {
  Attribute,
  CaseNode,
  ConstructorNode,
  Docs,
  FieldNode,
  FunctionNode,
  LabelNode,
  MethodNode,
  ParameterNode,
  ResourceItem,
  Typedef,
  TypeNode,
} from './ast.js';
import { buildAttributes } from './build-attributes.js';
import {
  buildAll,
  type BuildContext,
  childrenOf,
  docsBefore,
  nameAt,
  nodeSpan,
  tokenAt,
} from './build-context.js';
import { buildMembers } from './build-lists.js';
import { buildType, requiredType } from './build-types.js';
import { tokenSpan } from './tokens-of.js';

/** What stands before an item and where the item stands. */
export interface Annotations {
  readonly span: Span;
  readonly docs: Docs | undefined;
  readonly attributes: readonly Attribute[];
}

type Children = Partial<TypedefCstChildren>;
type BuildTypedef = (children: Children, before: Annotations, cx: BuildContext) => Typedef | undefined;

/** One builder for each alternative of the rule `typedef`. */
const builders: { readonly [Key in keyof Required<TypedefCstChildren>]: BuildTypedef } = {
  typeAlias: ({ typeAlias }, before, cx) => {
    const { Name, type } = childrenOf(typeAlias?.[0]);
    const name = nameAt(Name, cx);
    return name && { kind: 'type-alias', ...before, name, type: requiredType(type?.[0], before.span, cx) };
  },
  record: ({ record }, before, cx) => {
    const { Name, Comma, field } = childrenOf(record?.[0]);
    const name = nameAt(Name, cx);
    const list = { members: field, commas: Comma, closer: '}' } as const;
    const fields = buildMembers(list, cx, (node) => buildField(node, cx));
    return name && { kind: 'record', ...before, name, fields };
  },
  variant: ({ variant }, before, cx) => {
    const children = childrenOf(variant?.[0]);
    const name = nameAt(children.Name, cx);
    const list = { members: children.case, commas: children.Comma, closer: '}' } as const;
    const cases = buildMembers(list, cx, (node) => buildCase(node, cx));
    return name && { kind: 'variant', ...before, name, cases };
  },
  enum: (children, before, cx) => {
    const { Name, labels } = childrenOf(children.enum?.[0]);
    const name = nameAt(Name, cx);
    return name && { kind: 'enum', ...before, name, cases: buildLabels(labels?.[0], cx) };
  },
  flags: ({ flags }, before, cx) => {
    const { Name, labels } = childrenOf(flags?.[0]);
    const name = nameAt(Name, cx);
    return name && { kind: 'flags', ...before, name, flags: buildLabels(labels?.[0], cx) };
  },
  resource: ({ resource }, before, cx) => buildResource(resource?.[0], before, cx),
};

// The table's keys are exactly those of the children; Object.keys forgets it.
const alternatives = Object.keys(builders) as readonly (keyof TypedefCstChildren)[];

/** A declaration of a type, or undefined where even its name is missing. */
export function buildTypedef(
  node: TypedefCstNode,
  before: Annotations,
  cx: BuildContext,
): Typedef | undefined {
  const children: Children = childrenOf(node);
  const alternative = alternatives.find((key) => children[key] !== undefined);
  return alternative && builders[alternative](children, before, cx);
}

function buildField(node: FieldCstNode, cx: BuildContext): FieldNode | undefined {
  const { Name, type } = childrenOf(node);
  const name = nameAt(Name, cx);
  const span = nodeSpan(node, cx);
  return (
    name && { kind: 'field', span, docs: docsBefore(span, cx), name, type: requiredType(type?.[0], span, cx) }
  );
}

function buildCase(node: CaseCstNode, cx: BuildContext): CaseNode | undefined {
  const { Name, type } = childrenOf(node);
  const name = nameAt(Name, cx);
  if (!name) return undefined;
  const span = nodeSpan(node, cx);
  const payload = type?.[0] && buildType(type[0], cx);
  return { kind: 'case', span, docs: docsBefore(span, cx), name, type: payload };
}

function buildLabels(node: LabelsCstNode | undefined, cx: BuildContext): readonly LabelNode[] {
  const { Name, Comma } = childrenOf(node);
  const list = { members: Name, commas: Comma, closer: '}' } as const;
  return buildMembers(list, cx, (token) => buildLabel(token, cx));
}

function buildLabel(token: IToken, cx: BuildContext): LabelNode | undefined {
  const name = nameAt([token], cx);
  return name && { kind: 'label', span: name.span, docs: docsBefore(name.span, cx), name };
}

function buildResource(
  node: ResourceCstNode | undefined,
  before: Annotations,
  cx: BuildContext,
): Typedef | undefined {
  const { Name, resourceItem } = childrenOf(node);
  const name = nameAt(Name, cx);
  const items = buildAll(resourceItem, (item) => buildResourceItem(item, cx));
  return name && { kind: 'resource', ...before, name, items };
}

function buildResourceItem(node: ResourceItemCstNode, cx: BuildContext): ResourceItem | undefined {
  const children = childrenOf(node);
  const span = nodeSpan(node, cx);
  const attributes = buildAttributes(children.attribute, cx);
  const before = { span, docs: docsBefore(span, cx), attributes };
  return buildConstructor(node, before, cx) ?? buildMethod(node, before, cx);
}

function buildConstructor(
  node: ResourceItemCstNode,
  before: Annotations,
  cx: BuildContext,
): ConstructorNode | undefined {
  const children = childrenOf(childrenOf(node).constructorItem?.[0]);
  const token = tokenAt(children.Keyword_constructor);
  if (!token) return undefined;
  return {
    kind: 'constructor',
    ...before,
    name: { kind: 'name', text: 'constructor', span: tokenSpan(token, cx.file) },
    parameters: buildParameters(children.parameters?.[0], cx),
    result: buildFunctionResult(children.functionResult?.[0], cx),
  };
}

function buildMethod(
  node: ResourceItemCstNode,
  before: Annotations,
  cx: BuildContext,
): MethodNode | undefined {
  const children = childrenOf(childrenOf(node).method?.[0]);
  const name = nameAt(children.Name, cx);
  const signature = buildFunction(children.function?.[0], cx);
  const isStatic = tokenAt(children.Keyword_static) !== undefined;
  if (!name || !signature) return undefined;
  return { kind: 'method', ...before, name, isStatic, function: signature };
}

/** A function's signature. */
export function buildFunction(node: FunctionCstNode | undefined, cx: BuildContext): FunctionNode | undefined {
  if (!node) return undefined;
  const { Keyword_async, parameters, functionResult } = childrenOf(node);
  return {
    kind: 'function',
    span: nodeSpan(node, cx),
    isAsync: tokenAt(Keyword_async) !== undefined,
    parameters: buildParameters(parameters?.[0], cx),
    result: buildFunctionResult(functionResult?.[0], cx),
  };
}

function buildFunctionResult(
  node: FunctionResultCstNode | undefined,
  cx: BuildContext,
): TypeNode | undefined {
  return node && requiredType(childrenOf(node).type?.[0], nodeSpan(node, cx), cx);
}

function buildParameters(node: ParametersCstNode | undefined, cx: BuildContext): readonly ParameterNode[] {
  const { parameter, Comma } = childrenOf(node);
  const list = { members: parameter, commas: Comma, closer: ')' } as const;
  return buildMembers(list, cx, (member) => buildParameter(member, cx));
}

function buildParameter(node: ParameterCstNode, cx: BuildContext): ParameterNode | undefined {
  const { Name, type } = childrenOf(node);
  const name = nameAt(Name, cx);
  const span = nodeSpan(node, cx);
  return name && { kind: 'parameter', span, name, type: requiredType(type?.[0], span, cx) };
}
