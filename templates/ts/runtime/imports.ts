import { InvalidValue } from './invalid-value.js';

/** Functions and classes by their names, and within a class its static functions. */
interface Names {
  readonly [name: string]: Names;
}

type Parts = Readonly<Record<string, unknown>>;

/** What every object has, and nobody has given. */
const common = Object.prototype as unknown as Parts;

/**
 * Looks whether the host gives all that the world imports, before anything runs, and says all that is missing. Methods are not
 * looked for: a class may give them to each of its objects.
 */
export function checkImports<Imports extends object>(
  imports: Imports,
  names: Readonly<Record<keyof Imports, Names>>,
): void {
  const missing: string[] = [];
  const look = (given: unknown, path: string, parts: Names, expected = 'a function'): void => {
    // `an object` and `a function` end with what `typeof` says.
    if (!given || !expected.endsWith(typeof given)) {
      missing.push(new InvalidValue(expected, given, path).message);
      return;
    }
    for (const [name, within] of Object.entries(parts)) {
      const part = (given as Parts)[name];
      if (path === 'imports') look(part, `${path}['${name}']`, within, expected);
      else look(part === common[name] ? undefined : part, `${path}.${name}`, within);
    }
  };
  look(imports, 'imports', names, 'an object');
  if (missing.length > 0) throw new TypeError(missing.join('\n'));
}
