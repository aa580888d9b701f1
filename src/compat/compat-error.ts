/**
 * `--compat-errors`: the text that the reference implementation, the crate wit-parser, prints for the same input.
 * It stops at its first error, so what it says depends on the order of its work: see `stages.ts`.
 */
import type { Diagnostic } from '../base/diagnostics.js';
import type { Features } from '../resolve/gates.js';
import type { LoadedRoot } from '../resolve/load.js';
import { inDependencyOrder } from '../resolve/package-order.js';
import type { PackageUnit } from '../resolve/packages.js';
import type { Resolution } from '../resolve/resolve.js';
import { type Candidate, fromDiagnostics } from './candidates.js';
import { inFolder, inGroup } from './context.js';
import type { Root } from './finding.js';
import { framed } from './frame.js';
import { fromFiles } from './from-files.js';
import { fromMentions } from './from-mentions.js';
import { fromReading, unreadPath } from './from-io.js';
import { fromPaths } from './from-paths.js';
import { fromBodies } from './from-bodies.js';
import { compareTurns } from './stages.js';
import { allUnits, unitsOf } from './units.js';

/** What was resolved. */
export interface CompatRequest {
  readonly roots: readonly string[];
  readonly features: Features;
}

/** What the reference implementation says about what was resolved; undefined if it accepts it. */
export function compatError(
  { roots, features }: CompatRequest,
  { roots: loaded, diagnostics }: Resolution,
): string | undefined {
  const earlier: PackageUnit[] = [];
  for (const [index, path] of roots.entries()) {
    const groups = loaded[index] ?? [];
    const root = rootOf(groups, earlier, features);
    const candidates = [
      ...fromReading(diagnostics, path, root),
      ...fromFiles(root),
      ...fromDiagnostics(diagnostics, root),
      ...fromPaths(root),
      ...fromMentions(root),
      ...fromBodies(root),
    ];
    const [first] = [...candidates].sort((a, b) => compareTurns(a.turn, b.turn));
    if (first) return withContext(first, path, isFileRoot(path, groups, diagnostics));
    earlier.push(...root.order);
  }
  return undefined;
}

function rootOf(groups: LoadedRoot, earlier: readonly PackageUnit[], features: Features): Root {
  const units = groups.map(unitsOf);
  const order = inDependencyOrder(units.flatMap(allUnits), new Set(), () => undefined);
  return { groups: units, order, earlier: [...earlier], features };
}

/** A file by itself has no context; a folder may be given with a slash at its end. */
function withContext({ problem, group }: Candidate, path: string, isFile: boolean): string {
  const text = framed(problem);
  if (isFile) return text;
  return group === undefined ? inFolder(path, text) : inGroup(path, group, text);
}

/** Is the root a file, read or not? */
function isFileRoot(path: string, groups: LoadedRoot, diagnostics: readonly Diagnostic[]): boolean {
  const isRead = groups.some(({ files }) => files.some(({ file }) => file.path === path));
  return isRead || diagnostics.some((diagnostic) => unreadPath(diagnostic) === path);
}
