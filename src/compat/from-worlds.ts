/** What the reference implementation refuses in worlds whatever we find there. */
import { isTypedef, isUse } from '../resolve/item-kinds.js';
import type { PackageUnit } from '../resolve/packages.js';
import type { Extern, Name, WorldItemNode } from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import { entriesOf } from './bodies.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { isForeign, packageKey, targetOf } from './paths.js';
import { placeOf } from './place.js';
import type { Stage } from './stages.js';
import type { TurnHints } from './turns.js';

const text = 'found a reference to a type which is excluded due to its feature not being activated';

/** Types that are left out while their world is not, and interfaces that are imported or exported twice. */
export function fromWorlds(root: Root): readonly Candidate[] {
  return root.order.flatMap((unit) => [
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
