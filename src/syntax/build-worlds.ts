/** CST to AST: interfaces and worlds. */
import type { CstNode, IToken } from 'chevrotain';
import type {
  AttributeCstNode,
  ExternCstNode,
  ExternPathCstNode,
  IncludeCstNode,
  InterfaceBodyCstNode,
  InterfaceCstNode,
  InterfaceItemCstNode,
  NamedFunctionCstNode,
  UseCstNode,
  WorldCstNode,
  WorldItemCstNode,
} from '../../grammar/cst.js';
import type {
  Extern,
  ExternPath,
  ExternTarget,
  FunctionItem,
  Include,
  InterfaceItem,
  InterfaceNode,
  Name,
  Use,
  UsePath,
  WorldItemNode,
  WorldNode,
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
import { buildUsePath, localPath, pathInPackage, qualifiedPath } from './build-paths.js';
import { type Annotations, buildFunction, buildTypedef } from './build-typedefs.js';

/** The documentation and attributes before an item. */
export function annotations(
  node: CstNode,
  attributes: readonly AttributeCstNode[] | undefined,
  cx: BuildContext,
): Annotations {
  const span = nodeSpan(node, cx);
  return { span, docs: docsBefore(span, cx), attributes: buildAttributes(attributes, cx) };
}

/** A named interface. */
export function buildInterface(
  node: InterfaceCstNode,
  before: Annotations,
  cx: BuildContext,
): InterfaceNode | undefined {
  const { Name, interfaceBody } = childrenOf(node);
  const name = nameAt(Name, cx);
  const items = buildInterfaceItems(interfaceBody?.[0], cx);
  return name && { kind: 'interface', ...before, name, items };
}

function buildInterfaceItems(
  node: InterfaceBodyCstNode | undefined,
  cx: BuildContext,
): readonly InterfaceItem[] {
  return buildAll(childrenOf(node).interfaceItem, (item) => buildInterfaceItem(item, cx));
}

function buildInterfaceItem(node: InterfaceItemCstNode, cx: BuildContext): InterfaceItem | undefined {
  const { attribute, use, typedef, namedFunction } = childrenOf(node);
  const before = annotations(node, attribute, cx);
  if (use?.[0]) return buildUse(use[0], before, cx);
  if (typedef?.[0]) return buildTypedef(typedef[0], before, cx);
  return namedFunction?.[0] && buildNamedFunction(namedFunction[0], before, cx);
}

function buildNamedFunction(
  node: NamedFunctionCstNode,
  before: Annotations,
  cx: BuildContext,
): FunctionItem | undefined {
  const children = childrenOf(node);
  const name = nameAt(children.Name, cx);
  const signature = buildFunction(children.function?.[0], cx);
  return name && signature && { kind: 'function-item', ...before, name, function: signature };
}

function buildUse(node: UseCstNode, before: Annotations, cx: BuildContext): Use | undefined {
  const { usePath, useName, Comma } = childrenOf(node);
  const path = buildUsePath(usePath?.[0], cx);
  const list = { members: useName, commas: Comma, closer: '}' } as const;
  const names = buildMembers(list, cx, (used) => {
    const { Name, alias } = childrenOf(used);
    const name = nameAt(Name, cx);
    const span = nodeSpan(used, cx);
    return name && ({ kind: 'use-name', span, name, alias: nameAt(alias, cx) } as const);
  });
  return path && { kind: 'use', ...before, path, names };
}

/** A world. */
export function buildWorld(node: WorldCstNode, before: Annotations, cx: BuildContext): WorldNode | undefined {
  const { Name, worldItem } = childrenOf(node);
  const name = nameAt(Name, cx);
  const items = buildAll(worldItem, (item) => buildWorldItem(item, cx));
  return name && { kind: 'world', ...before, name, items };
}

function buildWorldItem(node: WorldItemCstNode, cx: BuildContext): WorldItemNode | undefined {
  const children = childrenOf(node);
  const before = annotations(node, children.attribute, cx);
  const [imported] = children.import ?? [];
  if (imported) return buildExtern('import', childrenOf(imported).extern?.[0], before, cx);
  const [exported] = children.export ?? [];
  if (exported) return buildExtern('export', childrenOf(exported).extern?.[0], before, cx);
  const { use, typedef, include } = children;
  if (use?.[0]) return buildUse(use[0], before, cx);
  if (typedef?.[0]) return buildTypedef(typedef[0], before, cx);
  return include?.[0] && buildInclude(include[0], before, cx);
}

function buildExtern(
  direction: Extern['direction'],
  node: ExternCstNode | undefined,
  before: Annotations,
  cx: BuildContext,
): Extern | undefined {
  const target = node && buildExternTarget(node, cx);
  return target && { kind: 'extern', ...before, direction, target };
}

function buildExternTarget(node: ExternCstNode, cx: BuildContext): ExternTarget | undefined {
  const { Name, Colon, externKind } = childrenOf(node);
  const name = nameAt(Name, cx);
  if (!name) return undefined;
  const span = nodeSpan(node, cx);
  if (!Colon) return externPath(undefined, localPath(name));
  const kind = childrenOf(externKind?.[0]);
  const signature = buildFunction(kind.function?.[0], cx);
  if (signature) return { kind: 'extern-function', span, name, function: signature };
  const [body] = kind.interfaceBody ?? [];
  if (body) return { kind: 'extern-inline', span, name, items: buildInterfaceItems(body, cx) };
  const [path] = kind.externPath ?? [];
  return path && buildExternPath(name, { node: path, colon: tokenAt(Colon) }, cx);
}

/**
 * What `name` means is decided by what follows: `name:b/c` is a path, `name: b` and `name: a:b/c` are labelled. Without a
 * space `name:a:b/c` is a path with a nested namespace. Spec: WIT.md "Item: `world`", the note about 🪺.
 */
function buildExternPath(
  name: Name,
  { node, colon }: { readonly node: ExternPathCstNode; readonly colon: IToken | undefined },
  cx: BuildContext,
): ExternPath | undefined {
  const { Name, subPath, qualification } = childrenOf(node);
  const next = nameAt(Name, cx);
  if (!next) return undefined;
  if (subPath) return externPath(undefined, pathInPackage([name, next], subPath[0], cx));
  const isTight = colon?.startOffset === next.span.start - 1;
  if (isTight && qualification)
    return externPath(undefined, qualifiedPath([name, next], qualification[0], cx));
  return externPath(name, qualifiedPath([next], qualification?.[0], cx));
}

function externPath(label: Name | undefined, path: UsePath | undefined): ExternPath | undefined {
  if (!path) return undefined;
  const start = label?.span.start ?? path.span.start;
  return { kind: 'extern-path', span: { ...path.span, start }, label, path };
}

function buildInclude(node: IncludeCstNode, before: Annotations, cx: BuildContext): Include | undefined {
  const { usePath, includeNames } = childrenOf(node);
  const path = buildUsePath(usePath?.[0], cx);
  const { includeName, Comma } = childrenOf(includeNames?.[0]);
  const list = { members: includeName, commas: Comma, closer: '}' } as const;
  const names = buildMembers(list, cx, (rename) => {
    const children = childrenOf(rename);
    const [name, alias] = [nameAt(children.Name, cx), nameAt(children.alias, cx)];
    const span = nodeSpan(rename, cx);
    return name && alias && ({ kind: 'include-name', span, name, alias } as const);
  });
  return path && { kind: 'include', ...before, path, names };
}
