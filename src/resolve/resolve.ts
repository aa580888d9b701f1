/** Files to one linked model. */
import { type Diagnostic, DiagnosticBag, hasErrors } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { atLevels, type LintLevels } from '../base/lints.js';
import type { SourceFile } from '../base/source.js';
import { checkPackage } from './checks/index.js';
import { withoutCopies } from './copies.js';
import { withoutParts } from './encoded-packages.js';
import type { Features } from './gates.js';
import { linkPackage } from './link.js';
import { loadRoot, type LoadedRoot } from './load.js';
import type { Package, Resolved } from './model.js';
import { inDependencyOrder, reportDuplicate } from './package-order.js';
import { isUnknown, packagesOf, type PackageUnit } from './packages.js';
import { Program } from './program.js';
import { withoutExcess } from './without-excess.js';

/** What to resolve. */
export interface ResolveRequest {
  /** Files or folders; a later one may use the packages of earlier ones, and the last one is the main one. */
  readonly roots: readonly string[];
  readonly features: Features;
  readonly lints?: LintLevels | undefined;
  /** Codes of lints that dependencies must keep, too. Others are for the user's own text. */
  readonly lintsOfDependencies?: readonly string[] | undefined;
}

/** What came of it. */
export interface Resolution {
  /** Absent if there are errors. */
  readonly resolved: Resolved | undefined;
  /** In the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read. */
  readonly files: readonly SourceFile[];
  /** The same by the package that they make, with their trees. */
  readonly roots: readonly LoadedRoot[];
}

/** Reads and links packages; never throws for bad input. */
export async function resolve(request: ResolveRequest, host: Host): Promise<Resolution> {
  const bag = new DiagnosticBag();
  const roots: LoadedRoot[] = [];
  for (const path of request.roots) roots.push(await loadRoot(path, host, bag.report));
  const parsed = roots.flat().flatMap((group) => group.files);
  const files = parsed.map(({ file }) => file);
  const problems = [...bag.diagnostics, ...parsed.flatMap(({ diagnostics }) => diagnostics)];
  const linking = new DiagnosticBag();
  const program = new Program(request.features, linking.report);
  program.hasUnknownPackages = hasErrors(bag.diagnostics);
  const resolved = link(roots, program, request.lints !== 'compat');
  const found = distinct([...problems, ...linking.diagnostics]);
  const all = atLevels(withoutAdviceToOthers(found, roots, request), request.lints ?? {});
  const diagnostics = withoutExcess(all.map((each) => withoutVainFix(each, roots)));
  return { resolved: hasErrors(diagnostics) ? undefined : resolved, diagnostics, files, roots };
}

/**
 * Links the packages of each root in dependency order. The reference implementation refuses a package that is there twice,
 * be the copies the same.
 */
function link(roots: readonly LoadedRoot[], program: Program, acceptsCopies: boolean): Resolved | undefined {
  const { report } = program;
  const packages: Package[] = [];
  let main: Package | undefined;
  for (const root of roots) {
    const [own, ...others] = root.map((group) => packagesOf(group, report));
    const mainKey = own?.at(-1)?.key;
    const read = [own ?? [], ...others].flat();
    const once = acceptsCopies ? withoutCopies(read, program.units) : read;
    const units = withoutParts(once, program.packages);
    program.units.push(...units);
    program.hasUnknownPackages ||= others.flat().some(isUnknown);
    for (const unit of inDependencyOrder(newUnits(units, program), program.cutPaths, report)) {
      packages.push(linkPackage(unit, program));
    }
    main = mainKey === undefined ? undefined : program.packages.get(mainKey)?.package;
  }
  for (const package_ of packages) checkPackage(package_, report);
  return main && { main, packages };
}

/** A package that an earlier root defined is not defined again. */
function newUnits(units: readonly PackageUnit[], program: Program): readonly PackageUnit[] {
  return units.filter((unit) => {
    const earlier = program.packages.get(unit.key);
    if (!earlier) return true;
    reportDuplicate(unit, earlier.origin, program.report);
    program.packages.set(unit.key, { ...earlier, isIncomplete: true });
    return false;
  });
}

/** Nobody can mend the packages below `deps` but their authors: rules that only lints have are not for them. */
function withoutAdviceToOthers(
  diagnostics: readonly Diagnostic[],
  roots: readonly LoadedRoot[],
  { lintsOfDependencies = [] }: ResolveRequest,
): readonly Diagnostic[] {
  const groups = roots.flatMap(([, ...dependencies]) => dependencies);
  const files = new Set(groups.flatMap((group) => group.files.map(({ file }) => file)));
  return diagnostics.filter(({ lint, code, span }) => {
    const isAdvice = lint === 'stricter' && !lintsOfDependencies.includes(code);
    return !isAdvice || !span || !files.has(span.file);
  });
}

/** Text that we made of a binary file cannot be mended. */
function withoutVainFix(diagnostic: Diagnostic, roots: readonly LoadedRoot[]): Diagnostic {
  const { fix, ...rest } = diagnostic;
  if (!fix) return diagnostic;
  const decoded = roots.flat().filter(({ isDecoded }) => isDecoded);
  const isVain = fix.edits.some(({ span }) => decoded.some(({ path }) => path === span.file.path));
  return isVain ? rest : diagnostic;
}

/** What a world includes is checked with each world that includes it, and reported once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = JSON.stringify([code, message, span?.file.path, span?.start, span?.end]);
    return !seen.has(key) && seen.add(key);
  });
}
