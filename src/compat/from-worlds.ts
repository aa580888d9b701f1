/** What only the reference implementation refuses: a type of a world that is left out while the world is not. */
import { isTypedef, isUse } from '../resolve/link-interface.js';
import type { PackageUnit } from '../resolve/packages.js';
import type { Name, WorldItemNode } from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import { entriesOf } from './bodies.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { placeOf } from './place.js';

const text = 'found a reference to a type which is excluded due to its feature not being activated';

/** The left out types of the worlds of all packages. */
export function fromWorlds(root: Root): readonly Candidate[] {
  return root.order.flatMap((unit) =>
    leftOutTypes(unit, root).flatMap((name) => {
      const place = placeOf(name.span, root.groups);
      return place ? [candidate('worlds', place, { found: 0 }, { text, mark: name.span }, root)] : [];
    }),
  );
}

function leftOutTypes(unit: PackageUnit, { features }: Root): readonly Name[] {
  return entriesOf(unit).flatMap(({ node }) =>
    node.kind === 'world' && !isLeftOut(node, features)
      ? node.items.filter((item) => isLeftOut(item, features)).flatMap(typeNames)
      : [],
  );
}

function typeNames(item: WorldItemNode): readonly Name[] {
  if (isUse(item)) return item.names.map(({ name, alias = name }) => alias);
  return isTypedef(item) ? [item.name] : [];
}
