/** CST to AST: types. */
import type { IToken } from 'chevrotain';
import type {
  ElementCstNode,
  ListTypeCstNode,
  MapTypeCstNode,
  ResultTypeCstNode,
  TypeCstChildren,
  TypeCstNode,
} from '../../grammar/cst.js';
import type { Span } from '../base/source.js';
import type { TypeNode } from './ast.js';
import { type BuildContext, childrenOf, nameAt, nodeSpan, tokenAt } from './build-context.js';
import { buildMembers } from './build-lists.js';
import { errors } from './errors.js';
import { tokenSpan } from './tokens-of.js';

type Children = Partial<TypeCstChildren>;
type BuildType = (children: Children, span: Span, cx: BuildContext) => TypeNode | undefined;

/** One builder for each alternative of the rule `type`; the first whose child exists applies. */
const builders: { readonly [Key in keyof Required<TypeCstChildren>]: BuildType } = {
  BuiltinType: ({ BuiltinType }, span) => {
    const token = tokenAt(BuiltinType);
    return token && { kind: 'builtin-type', span, text: token.image };
  },
  Name: ({ Name }, span, cx) => {
    const name = nameAt(Name, cx);
    return name && { kind: 'named-type', span, name };
  },
  tupleType: ({ tupleType }, span, cx) => {
    const { type, Comma } = childrenOf(tupleType?.[0]);
    const list = { members: type, commas: Comma, closer: '>' } as const;
    return { kind: 'tuple-type', span, items: buildMembers(list, cx, (item) => buildType(item, cx)) };
  },
  listType: ({ listType }, span, cx) => buildList(listType?.[0], span, cx),
  mapType: ({ mapType }, span, cx) => buildMap(mapType?.[0], span, cx),
  optionType: ({ optionType }, span, cx) => ({
    kind: 'option-type',
    span,
    inner: requiredType(childrenOf(optionType?.[0]).type?.[0], span, cx),
  }),
  resultType: ({ resultType }, span, cx) => buildResult(resultType?.[0], span, cx),
  futureType: ({ futureType }, span, cx) => ({
    kind: 'future-type',
    span,
    element: buildElement(childrenOf(futureType?.[0]).element?.[0], cx),
  }),
  streamType: ({ streamType }, span, cx) => ({
    kind: 'stream-type',
    span,
    element: buildElement(childrenOf(streamType?.[0]).element?.[0], cx),
  }),
  borrowType: ({ borrowType }, span, cx) => {
    const resource = nameAt(childrenOf(borrowType?.[0]).Name, cx);
    return resource && { kind: 'handle-type', span, ownership: 'borrow', resource };
  },
  ownType: ({ ownType }, span, cx) => {
    const resource = nameAt(childrenOf(ownType?.[0]).Name, cx);
    return resource && { kind: 'handle-type', span, ownership: 'own', resource };
  },
};

// The table's keys are exactly those of the children; Object.keys forgets it.
const alternatives = Object.keys(builders) as readonly (keyof TypeCstChildren)[];

/** Builds a type; what could not be parsed is an error type. */
export function buildType(node: TypeCstNode, cx: BuildContext): TypeNode {
  const children: Children = childrenOf(node);
  const span = nodeSpan(node, cx);
  const alternative = alternatives.find((key) => children[key] !== undefined);
  const built = alternative && builders[alternative](children, span, cx);
  return built ?? { kind: 'error-type', span };
}

/** A type that the grammar demands: where it is missing there is an error type. */
export function requiredType(node: TypeCstNode | undefined, near: Span, cx: BuildContext): TypeNode {
  return node ? buildType(node, cx) : { kind: 'error-type', span: near };
}

function optionalType(node: TypeCstNode | undefined, cx: BuildContext): TypeNode | undefined {
  return node && buildType(node, cx);
}

function buildElement(node: ElementCstNode | undefined, cx: BuildContext): TypeNode | undefined {
  return node && requiredType(childrenOf(node).type?.[0], nodeSpan(node, cx), cx);
}

function buildList(node: ListTypeCstNode | undefined, span: Span, cx: BuildContext): TypeNode {
  const { type, Integer } = childrenOf(node);
  const length = listLength(tokenAt(Integer), cx);
  return { kind: 'list-type', span, element: requiredType(type?.[0], span, cx), length };
}

function listLength(token: IToken | undefined, cx: BuildContext): number | undefined {
  if (!token) return undefined;
  const length = Number(token.image);
  if (length > 0xffff_ffff) {
    cx.report(errors.listSize, tokenSpan(token, cx.file), { length: token.image });
  }
  if (/^0+[0-9]/.test(token.image)) {
    const span = tokenSpan(token, cx.file);
    const newText = token.image.replace(/^0+(?=[0-9])/, '');
    const fix = { title: `write \`${newText}\``, edits: [{ span, newText }] };
    cx.report(errors.leadingZero, span, { length: token.image }, { fix });
  }
  return length;
}

function buildMap(node: MapTypeCstNode | undefined, span: Span, cx: BuildContext): TypeNode {
  const { key, value } = childrenOf(node);
  return {
    kind: 'map-type',
    span,
    key: requiredType(key?.[0], span, cx),
    value: requiredType(value?.[0], span, cx),
  };
}

function buildResult(node: ResultTypeCstNode | undefined, span: Span, cx: BuildContext): TypeNode {
  const { ok, err } = childrenOf(node);
  return {
    kind: 'result-type',
    span,
    ok: optionalType(ok?.[0], cx),
    err: optionalType(err?.[0], cx),
  };
}
