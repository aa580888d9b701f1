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

/**
 * The options with those that `--transport` stands for; undefined if the backend has none or not this one, or if the user
 * wrote others than these with `-O`, which is reported.
 */
export function withTransport(
  transport: string,
  { backend, options, languages }: TransportRequest,
  report: Report,
): OptionTexts | undefined {
  const table = optionSpecs(backend);
  const meant = { emit: 'glue', transport };
  if (!Object.keys(meant).every((name) => Object.hasOwn(table, name))) {
    const hint = optionOwners('transport', languages, '--transport');
    report(driverErrors.unknownOption, undefined, { backend: backend.id, name: '--transport' }, { hint });
    return undefined;
  }
  const { transport: spec } = table;
  if (spec?.parse(transport) === undefined) {
    const given = { backend: backend.id, name: '--transport', value: transport };
    report(driverErrors.optionValue, undefined, given, {
      hint: `write \`--transport ${spec?.placeholder ?? ''}\``,
    });
    return undefined;
  }
  const others = Object.entries(meant).flatMap(([name, value]) => {
    const written = lastText(options, name);
    return written === undefined || written === value ? [] : [`-O ${name}=${written}`];
  });
  const one = `--transport ${transport}`;
  const hint = `\`${one}\` is the same as \`-O emit=glue -O transport=${transport}\``;
  for (const other of others) report(driverErrors.contradiction, undefined, { one, other }, { hint });
  return others.length === 0 ? { ...options, ...meant } : undefined;
}

/** The text of an option that counts where it is given several times. */
function lastText(options: OptionTexts, name: string): string | undefined {
  return Object.hasOwn(options, name) ? [options[name]].flat().at(-1) : undefined;
}
