/** `--transport NAME`: a shorter way to write two options of TypeScript. */
import { optionSpecs, type Backend } from '../backends/backend.js';
import type { Report } from '../base/diagnostics.js';
import { driverErrors } from './errors.js';
import { optionOwners } from './option-owners.js';
import type { OptionTexts } from './options.js';

/** What `--transport` is given together with. */
export interface TransportRequest {
  readonly backend: Backend;
  readonly options: OptionTexts;
  /** All languages, to name the one that has transports. */
  readonly languages: readonly Backend[];
}

/** The options with those that `--transport` stands for; undefined if the backend has none, which is reported. */
export function withTransport(
  transport: string,
  { backend, options, languages }: TransportRequest,
  report: Report,
): OptionTexts | undefined {
  const meant = { emit: 'glue', transport };
  const table = optionSpecs(backend);
  if (!Object.keys(meant).every((name) => Object.hasOwn(table, name))) {
    const hint = optionOwners('transport', languages, '--transport');
    report(driverErrors.unknownOption, undefined, { backend: backend.id, name: '--transport' }, { hint });
    return undefined;
  }
  return { ...options, ...meant };
}
