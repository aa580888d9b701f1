/** The order in which packages are linked: dependencies first. */
import type { Fix, Report } from '../base/diagnostics.js';
import { isWithin } from '../base/source.js';
import type { PackagePath } from '../syntax/ast.js';
import { errors } from './errors.js';
import { mentionsOf } from './mentions.js';
import { type PackageName, packageNameText } from './model.js';
import { packageNameOf, type PackageUnit } from './packages.js';
import type { CutPaths } from './program.js';
import { compareVersions } from './versions.js';

/** One package that waits for its dependencies. */
interface Visit {
  readonly unit: PackageUnit;
  readonly mentions: readonly PackagePath[];
  next: number;
}

/** Depth first over the packages; mentions in a circle are reported and passed over. */
export function inDependencyOrder(
  units: readonly PackageUnit[],
  cutPaths: CutPaths,
  report: Report,
): readonly PackageUnit[] {
  const byKey = withoutDuplicates(units, report);
  const state = new Map<PackageUnit, 'open' | 'done'>();
  const order: PackageUnit[] = [];
  const told = new Set<PackageUnit>();
  const visit = (start: PackageUnit): void => {
    const path: Visit[] = [];
    const enter = (unit: PackageUnit): void => {
      state.set(unit, 'open');
      path.push({ unit, mentions: mentionsOf(unit), next: 0 });
    };
    enter(start);
    for (let visited = path.at(-1); visited; visited = path.at(-1)) {
      const mention = visited.mentions[visited.next++];
      if (!mention) {
        state.set(visited.unit, 'done');
        order.push(visited.unit);
        path.pop();
        continue;
      }
      const target = byKey.get(packageNameText(packageNameOf(mention)));
      if (!target || state.get(target) === 'done') continue;
      if (state.get(target) === 'open') {
        cutPaths.add(mention);
        const circle = path.slice(path.findIndex(({ unit }) => unit === target)).map(({ unit }) => unit);
        // A package is told once that it is in a circle, but of each place where it names itself.
        const isNew = circle.length === 1 || !circle.some((unit) => told.has(unit));
        if (isNew) reportCycle(mention, target, path, report);
        if (circle.length > 1) for (const unit of circle) told.add(unit);
      } else enter(target);
    }
  };
  for (const unit of inStartingOrder([...byKey.values()])) {
    if (!state.has(unit)) visit(unit);
  }
  return order;
}

/** Encoded packages as they are met, then all others by name. */
function inStartingOrder(units: readonly PackageUnit[]): readonly PackageUnit[] {
  const encoded = units.filter((unit) => unit.encoded !== undefined);
  const others = units.filter((unit) => unit.encoded === undefined);
  return [...encoded, ...others.sort((a, b) => comparePackages(a.name, b.name))];
}

function withoutDuplicates(units: readonly PackageUnit[], report: Report): ReadonlyMap<string, PackageUnit> {
  const byKey = new Map<string, PackageUnit>();
  for (const unit of units) {
    const earlier = byKey.get(unit.key);
    if (earlier) reportDuplicate(unit, earlier.origin, report);
    // The other one may have other items.
    byKey.set(unit.key, earlier ? { ...earlier, isIncomplete: true } : unit);
  }
  return byKey;
}

/** Reports that a package was already defined somewhere. */
export function reportDuplicate(unit: PackageUnit, earlier: PackagePath, report: Report): void {
  const related = [{ span: earlier.span, message: 'first defined here' }];
  report(errors.duplicatePackage, unit.origin.span, { name: unit.key }, { related });
}

/**
 * Reports at the mention that closes the circle; where that leads to the package with which the search
 * began, at that package's own mention, as the reference implementation does.
 */
function reportCycle(
  closing: PackagePath,
  target: PackageUnit,
  path: readonly Visit[],
  report: Report,
): void {
  const circle = path.slice(path.findIndex(({ unit }) => unit === target));
  const mentions = circle.flatMap((visit) => visit.mentions[visit.next - 1] ?? []);
  const [first = closing] = mentions;
  const primary = path[0]?.unit === target ? first : closing;
  const name = packageNameText(packageNameOf(primary));
  const related = mentions
    .filter((mention) => mention !== primary)
    .map(({ span }) => ({ span, message: 'the circle goes on here' }));
  const extras = circle.length === 1 ? { hint: selfHint, fix: withoutPackage(primary, target) } : {};
  report(errors.packageCycle, primary.span, { name }, { related, ...extras });
}

const selfHint = 'a package names its own interfaces without a path: write only what stands after the `/`';

/** `ns:package/name@1.0.0` becomes `name`. */
function withoutPackage({ span, version }: PackagePath, { sources }: PackageUnit): Fix | undefined {
  const [, name] = /^\/([\w-]+)/.exec(span.file.text.slice(span.end, span.end + 100)) ?? [];
  const items = sources.flatMap((source) => source.items);
  const from = items.find((item) => isWithin(span, item.span));
  // An interface that uses itself has another problem.
  if (name === undefined || (from?.kind === 'interface' && from.name.text === name)) return undefined;
  const package_ = { span: { ...span, end: span.end + 1 }, newText: '' };
  if (!version) return { title: 'remove the name of the package', edits: [package_] };
  const at = { span: { ...version.span, start: version.span.start - 1 }, newText: '' };
  return { title: 'remove the name of the package', edits: [package_, at] };
}

/** By namespace, name and version; no version comes first. */
function comparePackages(a: PackageName, b: PackageName): number {
  return (
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name) ||
    compareOptional(a.version, b.version)
  );
}

function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareVersions(a, b);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
