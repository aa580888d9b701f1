/**
 * `--compat-errors`: the text that the reference implementation, the crate wit-parser, prints for the same input.
 * It stops at its first error, so what it says depends on the order of its work: see `stages.ts`.
 */
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
import { fromPaths } from './from-paths.js';
import { fromWorlds } from './from-worlds.js';
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
      ...fromFiles(root),
      ...fromDiagnostics(diagnostics, root),
      ...fromPaths(root),
      ...fromMentions(root),
      ...fromWorlds(root),
    ];
    const [first] = [...candidates].sort((a, b) => compareTurns(a.turn, b.turn));
    if (first) return withContext(first, path, groups);
    earlier.push(...root.order);
  }
  return undefined;
}

function rootOf(groups: LoadedRoot, earlier: readonly PackageUnit[], features: Features): Root {
  const units = groups.map(unitsOf);
  const order = inDependencyOrder(units.flatMap(allUnits), new Set(), () => undefined);
  return { groups: units, order, earlier: [...earlier], features };
}

function withContext({ problem, group }: Candidate, root: string, groups: LoadedRoot): string {
  const text = framed(problem);
  const [main] = groups;
  const isFile = main?.files.length === 1 && main.files[0]?.file.path === main.path;
  if (isFile) return text;
  const path = group === undefined ? undefined : groups[group]?.path;
  return path === undefined ? inFolder(root, text) : inGroup(root, path, text);
}
