/** Which languages have an option that another one was given. */
import { optionSpecs, type Backend } from '../backends/backend.js';

/** "`debug` is for C++ (`--lang cpp`)", if a language has the option; `written` is how the user wrote it. */
export function optionOwners(
  name: string,
  languages: readonly Backend[],
  written = name,
): string | undefined {
  const owners = languages.filter((language) => Object.hasOwn(optionSpecs(language), name));
  if (owners.length === 0) return undefined;
  return `\`${written}\` is for ${owners.map(({ id, title }) => `${title} (\`--lang ${id}\`)`).join(' and ')}`;
}
