/** Going through the tree by the `childKeys` table. */
import { type AstNode, childKeys, type Name, type TypeNode } from './ast.js';

/** The children of a node in the order of the text. */
export function childrenOfNode(node: AstNode): readonly AstNode[] {
  // The keys of a node's kind name members that hold nodes, lists of nodes or nothing: the table's type demands it.
  const members = node as unknown as Readonly<Record<string, AstNode | readonly AstNode[] | undefined>>;
  return (childKeys[node.kind] as readonly string[]).flatMap((key) => members[key] ?? []);
}

/** The names of declared types that a type refers to, in the order of the text. */
export function namesInType(type: TypeNode): readonly Name[] {
  if (type.kind === 'named-type') return [type.name];
  if (type.kind === 'handle-type') return [type.resource];
  // The children of a type are types, but for the two kinds above.
  return (childrenOfNode(type) as readonly TypeNode[]).flatMap(namesInType);
}
