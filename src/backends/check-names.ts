/** Whether what an option names is there. */
import type { WorldPlan } from '../abi/plan.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { backendErrors } from './errors.js';

/** The parts of a world that an option names. */
export interface NamedParts {
  /** Those that the option gives. */
  readonly names: readonly string[];
  /** Those that it could give. */
  readonly known: readonly string[];
}

/** Reports each name that an option gives and the world does not have. */
export function reportUnused(
  option: string,
  { names, known }: NamedParts,
  { world }: WorldPlan,
  report: Report,
): void {
  const isKnown = new Set(known);
  for (const name of names.filter((each) => !isKnown.has(each))) {
    const values = { option, name, world: world.name };
    report(backendErrors.unusedOption, world.origin, values, { hint: didYouMean(name, known) });
  }
}
