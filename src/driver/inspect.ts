/** What lies between WIT and code, as text. */
import { dumpPlan, dumpSymbols } from '../abi/dump.js';
import type { AbiName } from '../abi/conventions/index.js';
import type { WorldPlan } from '../abi/plan.js';
import { checkPlannable } from '../abi/support.js';
import { DiagnosticBag, inReadingOrder, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { planned, readWorld, type WorldRequest } from './generate.js';

/** `plan`: what happens to every value of every function. `symbols`: what is defined and needed, as nm writes it. */
const formats = { plan: dumpPlan, symbols: dumpSymbols } satisfies Record<
  string,
  (plan: WorldPlan) => string
>;

export type InspectFormat = keyof typeof formats;

export const inspectFormats: readonly string[] = Object.keys(formats);

export interface InspectRequest extends WorldRequest {
  readonly abi: AbiName;
  readonly format: InspectFormat;
}

/** The text asked for, absent if there are errors. */
export async function inspect(
  request: InspectRequest,
  host: Host,
): Promise<{ readonly text: string | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { world, diagnostics } = await readWorld(request, host);
  if (!world) return { text: undefined, diagnostics };
  const bag = new DiagnosticBag();
  checkPlannable(world, bag.report);
  const plan = planned(world, request.abi, bag);
  return {
    text: plan && formats[request.format](plan),
    diagnostics: inReadingOrder([...diagnostics, ...bag.diagnostics]),
  };
}
