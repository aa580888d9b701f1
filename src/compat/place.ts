/** Where something stands in the tree. */
import type { Span } from '../base/source.js';
import type { PackageUnit, SourceUnit } from '../resolve/packages.js';
import type { AstNode, InterfaceNode, WorldNode } from '../syntax/ast.js';
import { childrenOfNode } from '../syntax/walk.js';
import type { GroupUnits } from './units.js';

/** A place in the files of a root. */
export interface Place {
  readonly span: Span;
  /** Which group of files. */
  readonly group: number;
  /** Which file of the group. */
  readonly file: number;
  /** The package; absent where it has no name. */
  readonly unit: PackageUnit | undefined;
  readonly isNested: boolean;
  /** The nodes that contain the place, from the file to the innermost one. */
  readonly way: readonly AstNode[];
}

/** Finds a place among the groups of a root. */
export function placeOf(span: Span, groups: readonly GroupUnits[]): Place | undefined {
  for (const [group, units] of groups.entries()) {
    const file = units.group.files.findIndex((parsed) => parsed.file === span.file);
    const ast = units.group.files[file]?.ast;
    if (!ast) continue;
    const way = wayTo(span, ast);
    const top = way[1];
    const isNested = top?.kind === 'nested-package';
    const unit = isNested ? units.nested.get(top) : units.main;
    return { span, group, file, unit, isNested, way };
  }
  return undefined;
}

function wayTo({ start, end }: Span, root: AstNode): readonly AstNode[] {
  const way = [root];
  for (let node = childAt(root, start); node && end <= node.span.end; node = childAt(node, start))
    way.push(node);
  return way;
}

const childrenIn = new WeakMap<AstNode, readonly AstNode[]>();

/** The last child that does not start after an offset. A file may have very many. */
function childAt(node: AstNode, offset: number): AstNode | undefined {
  const children = childrenIn.get(node) ?? childrenOfNode(node);
  childrenIn.set(node, children);
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.span.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return children[low - 1];
}

/** The innermost node of some kinds around a place. */
export function around<Kind extends AstNode['kind']>(
  place: Place,
  ...kinds: readonly Kind[]
): Extract<AstNode, { kind: Kind }> | undefined {
  const wanted: ReadonlySet<string> = new Set(kinds);
  const isWanted = (node: AstNode): node is Extract<AstNode, { kind: Kind }> => wanted.has(node.kind);
  return place.way.findLast(isWanted);
}

/** The interface or world of the package that a place is in. */
export function bodyOf(place: Place): InterfaceNode | WorldNode | undefined {
  return around(place, 'interface', 'world');
}

/** The items of the package in the file of a place. */
export function sourceOf({ unit, span }: Place): SourceUnit | undefined {
  return unit?.sources.find(({ file }) => file === span.file);
}
