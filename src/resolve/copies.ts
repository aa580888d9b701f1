/** Packages that are there several times. WIT.md "Filesystem structure": such copies must have the same contents. */
import type { PackageUnit, SourceUnit } from './packages.js';

/** The units without those of which one with the same contents came before, among `earlier` ones or in another file. */
export function withoutCopies(
  units: readonly PackageUnit[],
  earlier: readonly PackageUnit[],
): readonly PackageUnit[] {
  const known = new Map<string, PackageUnit>();
  for (const unit of earlier) known.set(unit.key, known.get(unit.key) ?? unit);
  return units.filter((unit) => {
    const first = known.get(unit.key);
    if (!first) known.set(unit.key, unit);
    return !first || !isCopy(unit, first);
  });
}

/** What has mistakes may mean anything, and who writes a package twice in one file has made one. */
function isCopy(unit: PackageUnit, first: PackageUnit): boolean {
  const isElsewhere = unit.origin.span.file !== first.origin.span.file;
  return isElsewhere && !unit.isIncomplete && !first.isIncomplete && contentsOf(unit) === contentsOf(first);
}

/** The text of the items, whatever the files are called and whatever stands between items. */
const contentsOf = ({ sources }: PackageUnit): string =>
  JSON.stringify(
    sources
      .map(itemsOf)
      .filter((items) => items !== '')
      .sort(),
  );

const itemsOf = ({ file, items }: SourceUnit): string =>
  items.map(({ span }) => file.text.slice(span.start, span.end)).join('\n');
