/** From WIT to files: the five steps of the whole program. */
import type { ApiName, ApiStyle } from '../abi/api-style.js';
import { checkComponent } from '../abi/check-component.js';
import { checkCoreNames } from '../abi/check-core-names.js';
import { checkSymbols } from '../abi/check-symbols.js';
import { conventions, hostConventions, type AbiName } from '../abi/conventions/index.js';
import { planWorld } from '../abi/plan-world.js';
import type { WorldPlan } from '../abi/plan.js';
import {
  defaultSymbols,
  isSymbolPrefix,
  symbolFlagNames,
  type SymbolOptions,
} from '../abi/symbol-options.js';
import { sideOf, styleOf, type Backend, type PlanSide } from '../backends/backend.js';
import { backendErrors } from '../backends/errors.js';
import { checkApi, checkLinkages, checkSupport } from '../backends/support.js';
import {
  DiagnosticBag,
  hasErrors,
  inReadingOrder,
  type Diagnostic,
  type Report,
} from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { reportingAt } from '../base/lints.js';
import { readBundledFolder } from '../base/node-host.js';
import { componentTypes, type ComponentTypes } from '../encode/component-type.js';
import { OutputCollector, type GeneratedFile } from '../emit/output.js';
import { compileTemplates } from '../emit/templates.js';
import type { World } from '../resolve/model.js';
import { driverErrors } from './errors.js';
import { type OptionTexts, parseOptions } from './options.js';
import { readWorld, type WorldRequest } from './read.js';

export interface GenerateRequest extends WorldRequest {
  readonly abi: AbiName;
  /** What the user's functions deal in; `std` if absent. */
  readonly api?: ApiName | undefined;
  /** How native symbols are called; what is left out is as in `defaultSymbols`. */
  readonly symbols?: Partial<SymbolOptions> | undefined;
  readonly backend: Backend;
  /** Options of the backend, as texts. */
  readonly options?: OptionTexts;
  /** The languages that there are, to say whose an option is that the backend does not have; none if absent. */
  readonly languages?: readonly Backend[];
}

/** What a plan depends on beside the world. */
export interface PlanRequest extends Pick<GenerateRequest, 'abi' | 'symbols' | 'lints'> {
  readonly style: ApiStyle;
  /** Whose plan; the component's if absent. */
  readonly side?: PlanSide;
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
  const reading = await readWorld(request, host);
  const { world, diagnostics } = reading;
  if (!world) return { files: [], diagnostics };
  const bag = new DiagnosticBag();
  checkIdle(request.symbols, [request.abi], bag.report);
  const options = parseOptions(request.backend, request.options ?? {}, bag.report, request.languages);
  checkSupport(world, request.backend, bag.report);
  const api = request.api ?? 'std';
  checkApi(world, request.backend, api, bag.report);
  const style = styleOf(request.backend, world, api, options);
  const side = sideOf(request.backend, options);
  const plan = planned(world, { ...request, style, side }, bag);
  if (plan) {
    checkLinkages(plan, request.backend, bag.report);
    request.backend.check?.(plan, options, reportingAt(request.lints ?? {}, bag.report));
  }
  const { becomesComponent } = conventions[request.abi];
  const types = becomesComponent ? componentTypes(world, reading.resolved) : undefined;
  const { backend } = request;
  const files = plan && !hasErrors(bag.diagnostics) ? await spell(plan, { backend, options, types }) : [];
  return { files, diagnostics: inReadingOrder([...diagnostics, ...bag.diagnostics]) };
}

/** The plan of a world, unless something has been or is reported against it. */
export function planned(
  world: World,
  { abi, style, side = 'component', symbols = {}, lints = {} }: PlanRequest,
  bag: DiagnosticBag,
): WorldPlan | undefined {
  checkPrefixes(symbols, bag.report);
  if (hasErrors(bag.diagnostics)) return undefined;
  const convention = side === 'host' ? hostConventions[abi] : conventions[abi];
  const plan = planWorld(world, convention, style, { ...defaultSymbols, ...symbols });
  checkSymbols(plan, reportingAt(lints, bag.report));
  checkCoreNames(plan, bag.report);
  if (conventions[abi].becomesComponent) checkComponent(world, reportingAt(lints, bag.report));
  return hasErrors(bag.diagnostics) ? undefined : plan;
}

function checkPrefixes(symbols: Partial<SymbolOptions>, report: Report): void {
  const { importPrefix = '', exportPrefix = '', worldPrefix = '' } = symbols;
  for (const text of [importPrefix, exportPrefix, worldPrefix]) {
    if (!isSymbolPrefix(text)) report(driverErrors.symbolPrefix, undefined, { text });
  }
}

// The type of the table says that it has exactly these.
const symbolOptionNames = Object.keys(symbolFlagNames) as readonly (keyof SymbolOptions)[];

/** Reports options that no ABI of these heeds. What is said as it is anyway is no request. */
export function checkIdle(
  symbols: Partial<SymbolOptions> = {},
  [abi, ...others]: readonly [AbiName, ...AbiName[]],
  report: Report,
): void {
  const said = { ...defaultSymbols, ...symbols };
  for (const option of symbolOptionNames) {
    const heeded = [abi, ...others].some((each) => conventions[each].symbolOptions.has(option));
    if (heeded || said[option] === defaultSymbols[option]) continue;
    report(backendErrors.idleOption, undefined, { option: symbolFlagNames[option], abi });
  }
}

/** What a plan is spelled with. */
interface Spelling {
  readonly backend: Backend;
  readonly options: object;
  readonly types: ComponentTypes | undefined;
}

async function spell(
  plan: WorldPlan,
  { backend, options, types }: Spelling,
): Promise<readonly GeneratedFile[]> {
  const folder = await readBundledFolder(backend.templates);
  const output = new OutputCollector(folder, compileTemplates(folder));
  backend.generate(plan, options, output, types);
  return output.files;
}
