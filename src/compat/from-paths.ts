/** What the reference implementation refuses in paths: they lead to nothing, to the wrong kind, or to what is left out. */
import type { PackageUnit } from '../resolve/packages.js';
import type { Use, UsePath } from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { itemIn, membersOf } from './members.js';
import { type ForeignPath, isForeign, mentionsIn, targetOf } from './paths.js';
import { around, bodyOf, type Place, placeOf, sourceOf } from './place.js';
import { excluded } from './said-of-gates.js';
import type { Stage } from './stages.js';
import { allUnits } from './units.js';

/** Paths that are refused because of what they lead to. */
export function fromPaths(root: Root): readonly Candidate[] {
  return root.groups.flatMap(allUnits).flatMap((unit) =>
    mentionsIn(unit).paths.flatMap((path) => {
      const place = placeOf(path.name.span, root.groups);
      return place ? fromPath({ path, target: meaningOf(path, place), place, unit, root }) : [];
    }),
  );
}

/** A path where it stands, and what it means in its file. */
interface Step {
  readonly path: UsePath;
  readonly target: UsePath;
  readonly place: Place;
  readonly unit: PackageUnit;
  readonly root: Root;
}

/** The names that a file gives do not hold for each other. */
function meaningOf(path: UsePath, place: Place): UsePath {
  return around(place, 'top-use') ? path : targetOf(path, sourceOf(place));
}

function fromPath(step: Step): readonly Candidate[] {
  return [notFound(step), wrongKind(step), leftOut(step)].flatMap((each) => each ?? []);
}

function refuse(stage: Stage, text: string, mark: Place['span'], { place, root }: Step): Candidate {
  return candidate(stage, place, { found: 0 }, { text, mark }, root);
}

function notFound(step: Step): Candidate | undefined {
  const { path, target, unit, place } = step;
  const isOwn = target === path && !isForeign(target);
  if (!isOwn || itemIn(unit, path.name.text)) return undefined;
  const text = `interface or world \`${path.name.text}\` does not exist`;
  return refuse(stageOfMissing(place), text, path.name.span, step);
}

function stageOfMissing(place: Place): Stage {
  if (around(place, 'top-use')) return 'top-level uses';
  if (around(place, 'extern-path')) return 'bodies';
  const decidesOrder = around(place, 'include') ?? (around(place, 'interface') && around(place, 'use'));
  return decidesOrder ? 'names in files' : 'used interfaces';
}

function wrongKind(step: Step): Candidate | undefined {
  const { path, target, unit, place, root } = step;
  const isWorld = isForeign(target)
    ? isTakenForWorld(target, unit, root)
    : itemIn(unit, target.name.text)?.kind === 'world';
  const isThere = isForeign(target) || itemIn(unit, target.name.text);
  const isInclude = around(place, 'include') !== undefined;
  if (!isThere || isWorld === isInclude || around(place, 'top-use')) return undefined;
  const [is, wanted] = isWorld ? ['a world', 'an interface'] : ['an interface', 'a world'];
  const text = `name \`${path.name.text}\` is defined as ${is}, not ${wanted}`;
  return refuse(around(place, 'use') ? 'used interfaces' : 'bodies', text, path.name.span, step);
}

/** What an item of another package is taken for is decided by its first mention. */
export function isTakenForWorld(target: ForeignPath, unit: PackageUnit, root: Root): boolean {
  const place = placeOf(mentionsIn(unit).first(target).name.span, root.groups);
  return place !== undefined && around(place, 'include') !== undefined;
}

/** A path to an item of the package that is left out, or from which something is used that is. */
function leftOut(step: Step): Candidate | undefined {
  const { path, target, unit, place, root } = step;
  const item = isForeign(target) ? undefined : itemIn(unit, target.name.text);
  const use = around(place, 'use');
  if (use) return item?.kind === 'interface' ? usedFrom(item, use, step) : undefined;
  if (!item || !isLeftOut(item, root.features)) return undefined;
  const statement = around(place, 'include', 'extern');
  if (!statement || [statement, bodyOf(place)].some((node) => isLeftOut(node, root.features)))
    return undefined;
  if (statement.kind === 'include') return refuse('includes', excluded('world'), path.name.span, step);
  const label = around(place, 'extern-path')?.label;
  return refuse('worlds', excluded('interface'), (label ?? path.name).span, step);
}

/** The types of an interface that is left out are refused where they are declared, unless they are left out, too. */
function usedFrom(item: Parameters<typeof membersOf>[0], use: Use, step: Step): Candidate | undefined {
  const { features } = step.root;
  const members = membersOf(item);
  const used = use.names.map(({ name }) => ({ name, member: members.get(name.text) }));
  const wrong = used.find(({ member }) => member?.kind !== 'type');
  if (wrong) {
    const { text, span } = wrong.name;
    const sentence = wrong.member ? `cannot import function \`${text}\`` : `name \`${text}\` does not exist`;
    return refuse('bodies', sentence, span, step);
  }
  const gone = used.find(({ member }) => isLeftOut(member?.node, features));
  return gone && !isLeftOut(use, features)
    ? refuse('types', excluded('type'), gone.name.span, step)
    : undefined;
}
