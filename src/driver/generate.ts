/** From WIT to files: the five steps of the whole program. */
import type { ApiName, ApiStyle } from '../abi/api-style.js';
import { conventions, type AbiName } from '../abi/conventions/index.js';
import { planWorld } from '../abi/plan-world.js';
import type { WorldPlan } from '../abi/plan.js';
import { checkSymbols } from '../abi/support.js';
import { styleOf, type Backend } from '../backends/backend.js';
import { checkApi, checkLinkages, checkSupport } from '../backends/support.js';
import { DiagnosticBag, hasErrors, inReadingOrder, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { readBundledFolder } from '../base/node-host.js';
import { OutputCollector, type GeneratedFile } from '../emit/output.js';
import { compileTemplates } from '../emit/templates.js';
import type { World } from '../resolve/model.js';
import { type OptionTexts, parseOptions } from './options.js';
import { readWorld, type WorldRequest } from './read.js';

export interface GenerateRequest extends WorldRequest {
  readonly abi: AbiName;
  /** What the user's functions deal in; `std` if absent. */
  readonly api?: ApiName | undefined;
  readonly backend: Backend;
  /** Options of the backend, as texts. */
  readonly options?: OptionTexts;
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
  const api = request.api ?? 'std';
  checkApi(world, request.backend, api, bag.report);
  const plan = planned(world, request.abi, styleOf(request.backend, world, api, options), bag);
  if (plan) {
    checkLinkages(plan, request.backend, bag.report);
    request.backend.check?.(plan, options, bag.report);
  }
  const files = plan && !hasErrors(bag.diagnostics) ? await spell(plan, request.backend, options) : [];
  return { files, diagnostics: inReadingOrder([...diagnostics, ...bag.diagnostics]) };
}

/** The plan of a world, unless something has been or is reported against it. */
export function planned(
  world: World,
  abi: AbiName,
  style: ApiStyle,
  bag: DiagnosticBag,
): WorldPlan | undefined {
  if (hasErrors(bag.diagnostics)) return undefined;
  const plan = planWorld(world, conventions[abi], style);
  checkSymbols(plan, bag.report);
  return hasErrors(bag.diagnostics) ? undefined : plan;
}

async function spell(plan: WorldPlan, backend: Backend, options: object): Promise<readonly GeneratedFile[]> {
  const folder = await readBundledFolder(backend.templates);
  const output = new OutputCollector(folder, compileTemplates(folder));
  backend.generate(plan, options, output);
  return output.files;
}
