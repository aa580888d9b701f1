/** What the reference implementation refuses in mentions of other packages, by itself and before gates. */
import type { PackageUnit } from '../resolve/packages.js';
import type { UsePath } from '../syntax/ast.js';
import { type Candidate, candidate } from './candidates.js';
import type { Root } from './finding.js';
import { type ForeignPath, isForeign, mentionsIn, packageKey, targetOf } from './paths.js';
import { around, type Place, placeOf } from './place.js';
import type { Problem } from './problem.js';
import type { Stage } from './stages.js';

/** Packages that are not there, and items that are mentioned once as interface and once as world. */
export function fromMentions(root: Root): readonly Candidate[] {
  return root.order.flatMap((unit, index) => {
    const known = [...root.earlier, ...root.order.slice(0, index + 1).map(({ key }) => key)];
    return mentionsIn(unit).paths.flatMap((path) => {
      const place = placeOf(path.name.span, root.groups);
      return place ? [missing(path, place, unit, known, root), mixed(path, place, root)].flatMap((it) => it ?? []) : [];
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
  const list = known.map((name) => `\n    ${name}`).join('');
  const problem = {
    text: `package '${packageKey(path)}' not found. known packages:${list}`,
    mark: mentionsIn(unit).firstOfPackage(path).package.span,
  };
  return candidate(stage, place, { found: 0 }, problem, root);
}

/** What an item of another package is, is decided by its first mention. */
function mixed(path: UsePath, place: Place, root: Root): Candidate | undefined {
  const source = place.unit?.sources.find(({ file }) => file === place.span.file);
  const target = targetOf(path, source);
  if (!isForeign(target) || around(place, 'top-use')) return undefined;
  const isWorld = isMentionedAsWorld(target, place, root);
  const isInclude = around(place, 'include') !== undefined;
  if (isWorld === isInclude) return undefined;
  const [is, wanted] = isWorld ? ['a world', 'an interface'] : ['an interface', 'a world'];
  const problem: Problem = {
    text: `name \`${path.name.text}\` is defined as ${is}, not ${wanted}`,
    mark: path.name.span,
  };
  const stage = around(place, 'use') ? 'used interfaces' : 'bodies';
  return candidate(stage, place, { found: 0 }, problem, root);
}

function isMentionedAsWorld(target: ForeignPath, { unit }: Place, root: Root): boolean {
  const first = unit && mentionsIn(unit).first(target);
  const place = first && placeOf(first.name.span, root.groups);
  return place !== undefined && around(place, 'include') !== undefined;
}
