/** What is in a package and in an interface by name, as far as the tree tells. */
import { isTypedef, isUse } from '../resolve/item-kinds.js';
import type { PackageUnit } from '../resolve/packages.js';
import type { AstNode, InterfaceNode, WorldNode } from '../syntax/ast.js';
import { entriesByName } from './bodies.js';

/** A name of an interface. */
export interface Member {
  readonly kind: 'type' | 'function';
  /** The node with its attributes. */
  readonly node: AstNode;
}

/** The interface or world of a name. */
export function itemIn(unit: PackageUnit | undefined, name: string): InterfaceNode | WorldNode | undefined {
  return unit && entriesByName(unit).get(name)?.node;
}

/** The names of an interface. */
export function membersOf({ items }: InterfaceNode): ReadonlyMap<string, Member> {
  return new Map(
    items.flatMap((node): readonly (readonly [string, Member])[] => {
      if (isUse(node)) {
        return node.names.map(({ name, alias = name }) => [alias.text, { kind: 'type', node }]);
      }
      return [[node.name.text, { kind: isTypedef(node) ? 'type' : 'function', node }]];
    }),
  );
}
