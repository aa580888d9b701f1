/** From WIT to files: the five steps of the whole program. */
import { checkSymbols } from '../abi/support.js';
import { conventions, type AbiName } from '../abi/conventions/index.js';
import { planWorld } from '../abi/plan-world.js';
import type { WorldPlan } from '../abi/plan.js';
import type { Backend } from '../backends/backend.js';
import { checkLinkages, checkSupport } from '../backends/support.js';
import { DiagnosticBag, hasErrors, inReadingOrder, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { readBundledFolder } from '../base/node-host.js';
import type { LintLevels } from '../base/lints.js';
import { OutputCollector, type GeneratedFile } from '../emit/output.js';
import { compileTemplates } from '../emit/templates.js';
import type { World } from '../resolve/model.js';
import { resolve, type Resolution } from '../resolve/resolve.js';
import { selectWorld } from '../resolve/select-world.js';
import { checkLintLevels } from './lint-levels.js';
import { parseOptions } from './options.js';

/** Which packages to read. */
export interface PackagesRequest {
  /** Folders or files of WIT, in order: later ones may use packages of earlier ones; the last is the main package. */
  readonly wit: string | readonly string[];
  /** `@unstable` features to switch on. */
  readonly features?: readonly string[] | 'all' | undefined;
  /** How much to make of rules that the reference implementation does not check. */
  readonly lints?: LintLevels | undefined;
}

/** Which world to read. */
export interface WorldRequest extends PackagesRequest {
  /** The world's name, short or qualified; may be left out if the main package has one world. */
  readonly world?: string | undefined;
}

export interface GenerateRequest extends WorldRequest {
  readonly abi: AbiName;
  readonly backend: Backend;
  /** Options of the backend, as texts. */
  readonly options?: Readonly<Record<string, string>>;
}

/** `files` is empty if there are errors: output is whole or not at all. */
export interface GenerateResult {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates bindings. Reads through the host, writes nothing, and throws only for mistakes of ours:
 * everything wrong with the input is a diagnostic.
 */
export async function generate(request: GenerateRequest, host: Host): Promise<GenerateResult> {
  const { world, diagnostics } = await readWorld(request, host);
  if (!world) return { files: [], diagnostics };
  const bag = new DiagnosticBag();
  const options = parseOptions(request.backend, request.options ?? {}, bag.report);
  checkSupport(world, request.backend, bag.report);
  const plan = planned(world, request.abi, bag);
  if (plan) checkLinkages(plan, request.backend, bag.report);
  const files = plan && !hasErrors(bag.diagnostics) ? await spell(plan, request.backend, options) : [];
  return { files, diagnostics: inReadingOrder([...diagnostics, ...bag.diagnostics]) };
}

/** Reads and resolves WIT; without errors there is a model. The diagnostics are in reading order. */
export async function readPackages(
  { wit, features = [], lints = {} }: PackagesRequest,
  host: Host,
): Promise<Resolution> {
  const bag = new DiagnosticBag();
  checkLintLevels(lints, bag.report);
  const roots = typeof wit === 'string' ? [wit] : wit;
  const enabled = features === 'all' ? features : new Set(features);
  const resolution = await resolve({ roots, features: enabled, lints }, host);
  return {
    ...resolution,
    resolved: hasErrors(bag.diagnostics) ? undefined : resolution.resolved,
    diagnostics: inReadingOrder([...bag.diagnostics, ...resolution.diagnostics]),
  };
}

/** Reads and resolves WIT and picks the world; without errors there is one. */
export async function readWorld(
  request: WorldRequest,
  host: Host,
): Promise<{ readonly world: World | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { resolved, diagnostics } = await readPackages(request, host);
  if (!resolved) return { world: undefined, diagnostics };
  const selected = selectWorld(resolved, request.world);
  const all = inReadingOrder([...diagnostics, ...selected.diagnostics]);
  return { world: hasErrors(all) ? undefined : selected.world, diagnostics: all };
}

/** The plan of a world, unless something has been or is reported against it. */
export function planned(world: World, abi: AbiName, bag: DiagnosticBag): WorldPlan | undefined {
  if (hasErrors(bag.diagnostics)) return undefined;
  const plan = planWorld(world, conventions[abi]);
  checkSymbols(plan, bag.report);
  return hasErrors(bag.diagnostics) ? undefined : plan;
}

async function spell(plan: WorldPlan, backend: Backend, options: object): Promise<readonly GeneratedFile[]> {
  const folder = await readBundledFolder(backend.templates);
  const output = new OutputCollector(folder, compileTemplates(folder));
  backend.generate(plan, options, output);
  return output.files;
}
