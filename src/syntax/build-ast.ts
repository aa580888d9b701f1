/** CST to AST. Recovered nodes have holes; what has no name is left out, a diagnostic already says why. */
import type { FileCstNode, ItemCstNode, PackageCstNode, TopUseCstNode } from '../../grammar/cst.js';
import type { FileNode, Item, NestedPackage, PackageHeader, TopUse } from './ast.js';
import {
  buildAll,
  type BuildContext,
  childrenOf,
  docsBefore,
  nameAt,
  nodeSpan,
  spanFrom,
  tokenAt,
} from './build-context.js';
import { buildPackageName, buildUsePath } from './build-paths.js';
import type { Annotations } from './build-typedefs.js';
import { annotations, buildInterface, buildWorld } from './build-worlds.js';
import { errors } from './errors.js';
import { tokenSpan } from './tokens-of.js';

/** Builds the tree of a file. */
export function buildAst(cst: FileCstNode, cx: BuildContext): FileNode {
  const { item: nodes = [] } = childrenOf(cst);
  const [first, ...others] = nodes;
  const hasHeader = first !== undefined && isHeader(first);
  const header = hasHeader ? buildHeader(first, cx) : undefined;
  const items = buildItems(hasHeader ? others : nodes, cx);
  return {
    kind: 'file',
    span: { file: cx.file, start: 0, end: cx.file.text.length },
    header,
    hasBrokenHeader: hasHeader && !header,
    lost: cx.damage.lost,
    items,
  };
}

/** The items of a file. After a second header come those of the package that it names. */
function buildItems(nodes: readonly ItemCstNode[], cx: BuildContext): readonly Item[] {
  const second = nodes.findIndex(isHeader);
  if (second === -1) return buildAll(nodes, (node) => buildItem(node, cx));
  const own = buildAll(nodes.slice(0, second + 1), (node) => buildItem(node, cx));
  const rest = buildItems(nodes.slice(second + 1), cx);
  const last = own.at(-1);
  if (last?.kind !== 'nested-package') return [...own, ...rest];
  const end = rest.findIndex(({ kind }) => kind === 'nested-package');
  const [inside, after] = end === -1 ? [rest, []] : [rest.slice(0, end), rest.slice(end)];
  const span = spanFrom(last.span, inside.at(-1)?.span ?? last.span);
  return [...own.slice(0, -1), { ...last, span, items: inside }, ...after];
}

/** A `package` that is no block. */
function isHeader(node: ItemCstNode): boolean {
  const [packageNode] = childrenOf(node).package ?? [];
  return packageNode !== undefined && !childrenOf(packageNode).LeftBrace;
}

/** The first statement of a file is its header if it is a package that ends with `;`. */
function buildHeader(node: ItemCstNode, cx: BuildContext): PackageHeader | undefined {
  const [packageNode] = childrenOf(node).package ?? [];
  if (!packageNode) return undefined;
  const { packageName } = childrenOf(packageNode);
  const name = buildPackageName(packageName?.[0], cx);
  if (!name) return undefined;
  refuseAttributes(node, packageNode, cx);
  const span = nodeSpan(node, cx);
  return { kind: 'package-header', span, docs: docsBefore(span, cx), name };
}

function buildItem(node: ItemCstNode, cx: BuildContext): Item | undefined {
  const children = childrenOf(node);
  const [packageNode] = children.package ?? [];
  if (packageNode) return buildNestedPackage(node, packageNode, cx);
  const before = annotations(node, children.attribute, cx);
  if (children.interface?.[0]) return buildInterface(children.interface[0], before, cx);
  if (children.world?.[0]) return buildWorld(children.world[0], before, cx);
  return children.topUse?.[0] && buildTopUse(children.topUse[0], before, cx);
}

function buildNestedPackage(
  node: ItemCstNode,
  packageNode: PackageCstNode,
  cx: BuildContext,
): NestedPackage | undefined {
  const { packageName, Semicolon, item } = childrenOf(packageNode);
  const name = buildPackageName(packageName?.[0], cx);
  refuseAttributes(node, packageNode, cx);
  const semicolon = tokenAt(Semicolon);
  if (semicolon) {
    const values = { expected: '`{`', found: '`;`' };
    const hint =
      'a `package …;` header comes first in its file; other packages are written `package … { … }`';
    cx.report(errors.expected, tokenSpan(semicolon, cx.file), values, { hint });
  }
  const items = buildAll(item, (nested) => buildItem(nested, cx));
  const span = nodeSpan(node, cx);
  return name && { kind: 'nested-package', span, docs: docsBefore(span, cx), name, items };
}

function refuseAttributes(node: ItemCstNode, packageNode: PackageCstNode, cx: BuildContext): void {
  const keyword = tokenAt(childrenOf(packageNode).Keyword_package);
  if (!childrenOf(node).attribute || !keyword) return;
  cx.report(errors.attributeOnPackage, tokenSpan(keyword, cx.file), {});
}

function buildTopUse(node: TopUseCstNode, before: Annotations, cx: BuildContext): TopUse | undefined {
  const { usePath, alias } = childrenOf(node);
  const path = buildUsePath(usePath?.[0], cx);
  return path && { kind: 'top-use', ...before, path, alias: nameAt(alias, cx) };
}
