import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { optionSpecs, type Backend, type OptionSpec } from '../backends/backend.js';
import { driverErrors } from './errors.js';
import { optionOwners } from './option-owners.js';

/** The options of a backend as texts, by name; several texts where an option is given several times. */
export type OptionTexts = Readonly<Record<string, string | readonly string[]>>;

/**
 * The options of a backend from texts; whatever is not given has its initial value. An option that the backend does not
 * have is looked for in the other languages, to say whose it is.
 */
export function parseOptions(
  backend: Backend,
  given: OptionTexts,
  report: Report,
  languages: readonly Backend[] = [],
): object {
  const table = optionSpecs(backend);
  const options = Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, spec.initial]));
  for (const [name, texts] of Object.entries(given)) {
    const spec = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!spec) {
      const hint = optionOwners(name, languages) ?? didYouMean(name, Object.keys(table));
      report(driverErrors.unknownOption, undefined, { backend: backend.id, name }, { hint });
      continue;
    }
    const values = [texts].flat().flatMap((text) => {
      const value = spec.parse(text);
      if (value !== undefined) return [value];
      const hint = `write \`${name}=${spec.placeholder}\``;
      report(driverErrors.optionValue, undefined, { backend: backend.id, name, value: text }, { hint });
      return [];
    });
    if (values.length > 0) options[name] = together(values, spec);
  }
  return options;
}

/** All values of an option as one. */
function together(values: readonly unknown[], { add }: OptionSpec<unknown>): unknown {
  return add ? values.reduce(add) : values.at(-1);
}
