/** The first steps of every run: WIT to a model, and a world of it. */
import { DiagnosticBag, hasErrors, inReadingOrder, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import type { LintLevels } from '../base/lints.js';
import { mergeImports as mergeVersions, type Merged } from '../resolve/merge-imports.js';
import type { Resolved, World } from '../resolve/model.js';
import { resolve, type Resolution } from '../resolve/resolve.js';
import { selectWorld } from '../resolve/select-world.js';
import { checkLintLevels, levelsForPlans, neededByPlans } from './lint-levels.js';

/** Which packages to read. */
export interface PackagesRequest {
  /** Folders or files of WIT, in order: later ones may use packages of earlier ones; the last is the main package. */
  readonly wit: string | readonly string[];
  /** `@unstable` features to switch on. */
  readonly features?: readonly string[] | 'all' | undefined;
  /** How much to make of rules that the reference implementation does not check. */
  readonly lints?: LintLevels | undefined;
  /** A world of which compatible versions of an imported interface are merged to the latest. */
  readonly mergeImports?: string | undefined;
}

/** Which world to read. */
export interface WorldRequest extends PackagesRequest {
  /** The world's name, short or qualified; may be left out if the main package has one world. */
  readonly world?: string | undefined;
}

/**
 * Reads and resolves WIT; without errors there is a model. The diagnostics are in reading order. Below `deps` there are no
 * lints but those named.
 */
export async function readPackages(
  { wit, features = [], lints = {}, mergeImports }: PackagesRequest,
  host: Host,
  lintsOfDependencies: readonly string[] = [],
): Promise<Resolution> {
  const bag = new DiagnosticBag();
  checkLintLevels(lints, bag.report);
  const roots = typeof wit === 'string' ? [wit] : wit;
  const enabled = features === 'all' ? features : new Set(features);
  const resolution = await resolve({ roots, features: enabled, lints, lintsOfDependencies }, host);
  const merged = merge(resolution.resolved, mergeImports);
  const diagnostics = [...bag.diagnostics, ...resolution.diagnostics, ...merged.diagnostics];
  return {
    ...resolution,
    resolved: hasErrors(bag.diagnostics) ? undefined : merged.resolved,
    diagnostics: inReadingOrder(diagnostics),
  };
}

function merge(resolved: Resolved | undefined, world: string | undefined): Merged {
  if (!resolved || world === undefined) return { resolved, diagnostics: [] };
  return mergeVersions(resolved, world);
}

/** A world and what it is one of, or why there is none. */
export type WorldReading =
  | { readonly world: World; readonly resolved: Resolved; readonly diagnostics: readonly Diagnostic[] }
  | { readonly world: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads and resolves WIT and picks the world; without errors there is one. */
export async function readWorld(request: WorldRequest, host: Host): Promise<WorldReading> {
  const lints = levelsForPlans(request.lints ?? {});
  const { resolved, diagnostics } = await readPackages({ ...request, lints }, host, neededByPlans);
  if (!resolved) return { world: undefined, diagnostics };
  const selected = selectWorld(resolved, request.world);
  const all = inReadingOrder([...diagnostics, ...selected.diagnostics]);
  const { world } = selected;
  return world && !hasErrors(all)
    ? { world, resolved, diagnostics: all }
    : { world: undefined, diagnostics: all };
}
