/** What the reference implementation refuses in interfaces and worlds, also where we do not look: in what is left out. */
import { isTypedef, isUse } from '../resolve/item-kinds.js';
import type { PackageUnit } from '../resolve/packages.js';
import type {
  EnumNode,
  Extern,
  InterfaceItem,
  InterfaceNode,
  Name,
  VariantNode,
  WorldItemNode,
  WorldNode,
} from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import { entriesOf } from './bodies.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { isForeign, packageKey, targetOf } from './paths.js';
import { placeOf } from './place.js';
import type { Stage } from './stages.js';
import type { TurnHints } from './turns.js';
import { allUnits } from './units.js';

const text = 'found a reference to a type which is excluded due to its feature not being activated';

/**
 * Variants and enums without cases, interfaces that are imported or exported twice, and types that are left out while
 * their world is not.
 */
export function fromBodies(root: Root): readonly Candidate[] {
  return root.groups.flatMap(allUnits).flatMap((unit) => [
    ...emptyChoices(unit).flatMap(({ kind, name }) =>
      at('bodies', name, { found: 0 }, `empty ${kind}`, root),
    ),
    ...leftOutTypes(unit, root).flatMap((name) => at('worlds', name, { found: 0 }, text, root)),
    ...twice(unit).flatMap(({ name, direction }) => {
      const sentence = `interface cannot be ${direction}ed more than once`;
      return at('bodies', name, { found: 0, inBody: 'name' }, sentence, root);
    }),
  ]);
}

function at(stage: Stage, name: Name, hints: TurnHints, sentence: string, root: Root): readonly Candidate[] {
  const place = placeOf(name.span, root.groups);
  return place ? [candidate(stage, place, hints, { text: sentence, mark: name.span }, root)] : [];
}

function emptyChoices(unit: PackageUnit): readonly (VariantNode | EnumNode)[] {
  return entriesOf(unit)
    .flatMap(({ node }) => itemsOf(node))
    .filter((item): item is VariantNode | EnumNode => item.kind === 'variant' || item.kind === 'enum')
    .filter(({ cases }) => cases.length === 0);
}

/** The items of an interface or world, and those of inline interfaces in it. */
function itemsOf({ items }: InterfaceNode | WorldNode): readonly (InterfaceItem | WorldItemNode)[] {
  return items.flatMap((item): readonly (InterfaceItem | WorldItemNode)[] =>
    item.kind === 'extern' && item.target.kind === 'extern-inline' ? item.target.items : [item],
  );
}

interface Repeated {
  readonly name: Name;
  readonly direction: Extern['direction'];
}

function twice(unit: PackageUnit): readonly Repeated[] {
  return entriesOf(unit).flatMap(({ node, source }) => {
    const seen = new Set<string>();
    return node.items.flatMap((item) => {
      if (item.kind !== 'extern' || item.target.kind !== 'extern-path' || item.target.label) return [];
      const target = targetOf(item.target.path, source);
      const key = `${item.direction} ${isForeign(target) ? packageKey(target) : ''}/${target.name.text}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew ? [] : [{ name: item.target.path.name, direction: item.direction }];
    });
  });
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
