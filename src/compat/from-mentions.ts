/** What the reference implementation refuses in paths to other packages, by itself and before gates. */
import type { PackageUnit } from '../resolve/packages.js';
import type { UsePath } from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { itemIn, membersOf } from './members.js';
import { type ForeignPath, isForeign, mentionsIn, packageKey, targetOf } from './paths.js';
import { isTakenForWorld } from './from-paths.js';
import { around, type Place, placeOf, sourceOf } from './place.js';
import type { Problem } from './problem.js';
import type { Stage } from './stages.js';

/** Packages, interfaces, worlds and types that are not there. */
export function fromMentions(root: Root): readonly Candidate[] {
  return root.order.flatMap((unit, index) => {
    const known = [...root.earlier, ...root.order.slice(0, index + 1)].map(({ key }) => key);
    return mentionsIn(unit).paths.flatMap((path) => {
      const place = placeOf(path.name.span, root.groups);
      if (!place) return [];
      const found = [
        missing(path, place, unit, known, root),
        absent(path, place, unit, root),
        ...absentTypes(path, place, root),
      ];
      return found.flatMap((each) => each ?? []);
    });
  });
}

function missing(
  path: UsePath,
  place: Place,
  unit: PackageUnit,
  known: readonly string[],
  root: Root,
): Candidate | undefined {
  if (!isForeign(path) || known.includes(packageKey(path))) return undefined;
  const stage: Stage = around(place, 'include') ? 'foreign worlds' : 'foreign interfaces';
  // The package is looked for before the gate of the mention is read, and what is in it after that.
  const at = { ...place, span: path.package.span };
  const list = known.map((name) => `\n    ${name}`).join('');
  const problem = {
    text: `package '${packageKey(path)}' not found. known packages:${list}`,
    mark: mentionsIn(unit).firstOfPackage(path).package.span,
  };
  return candidate(stage, at, { found: 0 }, problem, root);
}

/** An item of another package that is not there, or is left out there, unless each mention of it is left out. */
function absent(path: UsePath, place: Place, unit: PackageUnit, root: Root): Candidate | undefined {
  const other = isForeign(path) ? unitOf(path, root) : undefined;
  if (!isForeign(path) || !other) return undefined;
  const isWorld = isTakenForWorld(path, unit, root);
  const kind = isWorld ? 'world' : 'interface';
  const item = itemIn(other, path.name.text);
  if (item?.kind === kind && !isLeftOut(item, root.features)) return undefined;
  const mentions = mentionsIn(unit).all(path);
  if (mentions.every((each) => isMentionLeftOut(each, root))) return undefined;
  const problem: Problem = {
    text: `${kind} '${path.name.text}' not found in package '${other.key}'`,
    mark: (mentions[0] ?? path).name.span,
  };
  const at = { ...place, span: { ...place.span, start: place.span.end } };
  return candidate(isWorld ? 'foreign worlds' : 'foreign interfaces', at, { found: 0 }, problem, root);
}

function isMentionLeftOut(path: ForeignPath, { groups, features }: Root): boolean {
  const place = placeOf(path.name.span, groups);
  return place !== undefined && isLeftOut(around(place, 'use', 'include', 'extern', 'top-use'), features);
}

/** Types of another package's interface that are not there, or are left out there. */
function absentTypes(path: UsePath, place: Place, root: Root): readonly Candidate[] {
  const use = around(place, 'use');
  const target = use && targetOf(path, sourceOf(place));
  if (!use || !isForeign(target) || isLeftOut(use, root.features)) return [];
  const item = itemIn(unitOf(target, root), target.name.text);
  if (item?.kind !== 'interface') return [];
  const members = membersOf(item);
  return use.names.flatMap(({ name }) => {
    const member = members.get(name.text);
    if (member?.kind === 'type' && !isLeftOut(member.node, root.features)) return [];
    const problem: Problem = { text: `type \`${name.text}\` not defined in interface`, mark: name.span };
    return candidate('foreign types', { ...place, span: name.span }, { found: 0 }, problem, root);
  });
}

function unitOf(path: ForeignPath, root: Root): PackageUnit | undefined {
  return [...root.earlier, ...root.order].find(({ key }) => key === packageKey(path));
}
