/** What lies between WIT and code, as text. */
import { plainStyles, type ApiName } from '../abi/api-style.js';
import { type AbiName, conventions, defaultAbi } from '../abi/conventions/index.js';
import { diffPlans } from '../abi/diff-plans.js';
import { dumpPlan, dumpSymbols } from '../abi/dump.js';
import { planWorld } from '../abi/plan-world.js';
import type { WorldPlan } from '../abi/plan.js';
import { defaultSymbols, type SymbolOptions } from '../abi/symbol-options.js';
import { checkPlannable } from '../abi/support.js';
import { DiagnosticBag, inReadingOrder, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { witGen } from '../encode/component.js';
import { encodePackage } from '../encode/encode-package.js';
import { printJson } from '../print/json/json.js';
import { printLayout } from '../print/layout.js';
import { printWit, withoutDocs } from '../print/wit-text.js';
import { dependenciesFirst } from '../resolve/dependencies-first.js';
import type { Resolved } from '../resolve/model.js';
import { checkIdle, planned } from './generate.js';
import { readPackages, readWorld, type WorldRequest } from './read.js';

/** A format prints either all packages that were read, or the plan of one world; one is the main package as bytes. */
type Printer =
  | { readonly of: 'packages'; readonly print: (resolved: Resolved) => string }
  | { readonly of: 'main-package'; readonly encode: (resolved: Resolved) => Uint8Array }
  | { readonly of: 'plan'; readonly print: (plan: WorldPlan) => string };

/** What can be printed. docs/inspect.md describes each for its readers. */
export type InspectFormat = 'json' | 'layout' | 'plan' | 'symbols' | 'wasm' | 'wit';

const printers: Readonly<Record<InspectFormat, Printer>> = {
  /** Everything that was read, with ids, as the reference implementation writes it. */
  json: { of: 'packages', print: (resolved) => printJson(dependenciesFirst(resolved)) },
  /** How each type lies in memory and how each function is called, as the reference implementation computes it. */
  layout: { of: 'packages', print: (resolved) => printLayout(dependenciesFirst(resolved)) },
  /** What happens to every value of every function. */
  plan: { of: 'plan', print: dumpPlan },
  /** What is defined and needed, as nm writes it. */
  symbols: { of: 'plan', print: dumpSymbols },
  /** The main package as WebAssembly, as tools keep WIT. */
  wasm: { of: 'main-package', encode: (resolved) => encodePackage(resolved, [witGen]) },
  /** The canonical text of all packages. */
  wit: { of: 'packages', print: printWit },
};

const bareWit: Printer = { of: 'packages', print: (resolved) => withoutDocs(printWit(resolved)) };

export const inspectFormats: readonly string[] = Object.keys(printers);

/** `world`, `abi`, `api` and `symbols` matter to the formats that print a plan; the others print all that was read. */
export interface InspectRequest extends WorldRequest {
  readonly abi?: AbiName | undefined;
  /** Whether the plan is that of functions which get values or views; `std` if absent. */
  readonly api?: ApiName | undefined;
  readonly symbols?: Partial<SymbolOptions> | undefined;
  readonly format: InspectFormat;
  /** Where a plan is printed: only what is different from the plan under this ABI. */
  readonly diff?: AbiName | undefined;
  /** Whether canonical text has no documentation. */
  readonly withoutDocs?: boolean | undefined;
}

/** The text asked for, or the bytes of a format that is no text; absent if there are errors. */
export interface InspectResult {
  readonly text: string | undefined;
  readonly bytes?: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints what wit-gen makes of WIT. */
export async function inspect(request: InspectRequest, host: Host): Promise<InspectResult> {
  const printer = request.format === 'wit' && request.withoutDocs ? bareWit : printers[request.format];
  switch (printer.of) {
    case 'packages':
      return inspectPackages(request, printer.print, host);
    case 'main-package':
      return encodeMainPackage(request, printer.encode, host);
    case 'plan':
      return inspectPlan(request, printer.print, host);
  }
}

async function encodeMainPackage(
  request: InspectRequest,
  encode: (resolved: Resolved) => Uint8Array,
  host: Host,
): Promise<InspectResult> {
  const { resolved, diagnostics } = await readPackages(request, host);
  return { text: undefined, bytes: resolved && encode(resolved), diagnostics };
}

async function inspectPackages(
  request: InspectRequest,
  print: (resolved: Resolved) => string,
  host: Host,
): Promise<InspectResult> {
  const { resolved, diagnostics } = await readPackages(request, host);
  return { text: resolved && print(resolved), diagnostics };
}

async function inspectPlan(
  request: InspectRequest,
  print: (plan: WorldPlan) => string,
  host: Host,
): Promise<InspectResult> {
  const { world, diagnostics } = await readWorld(request, host);
  if (!world) return { text: undefined, diagnostics };
  const bag = new DiagnosticBag();
  checkPlannable(world, bag.report);
  const { abi = defaultAbi, diff } = request;
  checkIdle(request.symbols, diff === undefined ? [abi] : [abi, diff], bag.report);
  const style = plainStyles[request.api ?? 'std'];
  const plan = planned(world, { ...request, abi, style }, bag);
  return {
    text: plan && printOrDiff(plan, print, request),
    diagnostics: inReadingOrder([...diagnostics, ...bag.diagnostics]),
  };
}

/** The other plan is only looked at: nothing is linked by it, and nothing reported against it. */
function printOrDiff(
  plan: WorldPlan,
  print: (plan: WorldPlan) => string,
  { diff, format, api = 'std', symbols = {} }: InspectRequest,
): string {
  if (diff === undefined || format !== 'plan') return print(plan);
  const options = { ...defaultSymbols, ...symbols };
  return diffPlans(planWorld(plan.world, conventions[diff], plainStyles[api], options), plan);
}
