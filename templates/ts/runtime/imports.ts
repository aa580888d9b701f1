import { InvalidValue } from './invalid-value.js';

/**
 * Functions and classes by their names, and within a class its static functions. What every object or class has under such a
 * name stands there for a function: that is what nobody has given.
 */
type Names = Readonly<Record<string, object>>;

/**
 * Looks whether the host gives all that the world imports, before anything runs, and says all that is missing. Methods are not
 * looked for: a class may give them to each of its objects.
 */
export function checkImports<Imports extends object>(
  imports: Imports,
  names: Readonly<Record<keyof Imports, Names>>,
): void {
  const missing: string[] = [];
  const look = (given: unknown, path: string, parts: object, expected = 'a function'): void => {
    // `an object` and `a function` end with what `typeof` says.
    if (!given || !expected.endsWith(typeof given)) {
      missing.push(new InvalidValue(expected, given, path).message);
      return;
    }
    for (const [name, within] of Object.entries(parts as Names)) {
      const part = (given as Readonly<Record<string, unknown>>)[name];
      if (path === 'imports') look(part, `${path}['${name}']`, within, expected);
      else look(part === within ? undefined : part, `${path}.${name}`, within);
    }
  };
  look(imports, 'imports', names, 'an object');
  if (missing.length > 0) throw new TypeError(missing.join('\n'));
}
