/**
 * Types without a name as the reference implementation keeps them: one for each structure in a package, made where
 * it is written first. One that is made for a gated definition is gated like it.
 */
import type { PackageUnit } from '../resolve/packages.js';
import { isTypedef } from '../resolve/item-kinds.js';
import type { AstNode, InterfaceItem, TypeNode, Typedef, WorldItemNode } from '../syntax/ast.js';
import { childrenOfNode } from '../syntax/walk.js';
import { bodiesInOrder, typedefsInOrder } from './bodies.js';

/** The first type that is made for the parts of a definition. */
export function firstPartOf(typedef: Typedef, unit: PackageUnit): TypeNode | undefined {
  if (typedef.kind === 'resource') return undefined;
  const known = made.get(unit) ?? new Workshop(unit).made;
  made.set(unit, known);
  return partsOf(typedef).find((part) => known.has(part));
}

const made = new WeakMap<PackageUnit, ReadonlySet<TypeNode>>();

/** Makes the types of a package in the order of work. */
class Workshop {
  readonly made = new Set<TypeNode>();
  readonly #structures = new Set<string>();
  #bodies = 0;

  constructor(unit: PackageUnit) {
    for (const { items } of bodiesInOrder(unit)) this.#body(items);
  }

  #body(items: readonly (InterfaceItem | WorldItemNode)[]): void {
    const body = String(this.#bodies++);
    for (const typedef of typedefsInOrder(items)) if (typedef.kind !== 'resource') this.#make(typedef, body);
    for (const item of items) {
      if (item.kind === 'extern' && item.target.kind === 'extern-inline') this.#body(item.target.items);
      else if (!isTypedef(item) || item.kind === 'resource') this.#make(item, body);
    }
  }

  #make(node: AstNode, body: string): void {
    for (const part of partsOf(node)) {
      const structure = structureOf(part, body);
      if (!this.#structures.has(structure)) this.made.add(part);
      this.#structures.add(structure);
    }
  }
}

/** The types within a node that have no name, each after its own parts. What a name is defined as has that name. */
function partsOf(node: AstNode): readonly TypeNode[] {
  const parts = childrenOfNode(node).flatMap(partsWithin);
  return node.kind === 'type-alias' ? parts.filter((part) => part !== node.type) : parts;
}

function partsWithin(node: AstNode): readonly TypeNode[] {
  const parts = childrenOfNode(node).flatMap(partsWithin);
  return isAnonymous(node) ? [...parts, node] : parts;
}

/** `own<r>` within a type is `r` itself. */
function isAnonymous(node: AstNode): node is TypeNode {
  if (node.kind === 'builtin-type' || node.kind === 'named-type') return false;
  return node.kind.endsWith('-type') && !(node.kind === 'handle-type' && node.ownership === 'own');
}

/** What makes two types the same: a name means something in its own body only. */
function structureOf(node: AstNode, body: string): string {
  if (node.kind === 'builtin-type') return node.text;
  if (node.kind === 'named-type') return `${node.name.text}#${body}`;
  if (node.kind === 'handle-type') {
    const resource = `${node.resource.text}#${body}`;
    return node.ownership === 'own' ? resource : `borrow<${resource}>`;
  }
  if (node.kind === 'result-type') {
    const [ok, err] = [node.ok, node.err].map((part) => (part ? structureOf(part, body) : '_'));
    return `result<${ok ?? ''},${err ?? ''}>`;
  }
  const parts = childrenOfNode(node).map((part) => structureOf(part, body));
  const length = node.kind === 'list-type' && node.length !== undefined ? [String(node.length)] : [];
  return `${node.kind}<${[...parts, ...length].join()}>`;
}
