import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { optionSpecs, type Backend } from '../backends/backend.js';
import { driverErrors } from './errors.js';

/** The options of a backend from texts; whatever is not given has its initial value. */
export function parseOptions(
  backend: Backend,
  given: Readonly<Record<string, string>>,
  report: Report,
): object {
  const table = optionSpecs(backend);
  const options = Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, spec.initial]));
  for (const [name, text] of Object.entries(given)) {
    const spec = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!spec) {
      const hint = didYouMean(name, Object.keys(table));
      report(driverErrors.unknownOption, undefined, { backend: backend.id, name }, { hint });
      continue;
    }
    const value = spec.parse(text);
    if (value !== undefined) options[name] = value;
    else {
      const hint = `write \`${name}=${spec.placeholder}\``;
      report(driverErrors.optionValue, undefined, { backend: backend.id, name, value: text }, { hint });
    }
  }
  return options;
}
