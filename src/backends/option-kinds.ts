/** Kinds of options that several languages have. */
import type { OptionSpec } from './backend.js';

/** `yes` or `no`. */
export const onOrOff = (help: string, initial: boolean): OptionSpec<boolean> => ({
  help,
  placeholder: 'yes|no',
  parse: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  initial,
});

/** An option with a list of values, which may also be given several times. */
export const many = <Item>(
  help: string,
  placeholder: string,
  parse: OptionSpec<readonly Item[]>['parse'],
): OptionSpec<readonly Item[]> => ({
  help,
  placeholder,
  parse,
  initial: [],
  add: (before, next) => [...before, ...next],
});

/** The values between commas; undefined unless every one is a value. */
export function each<Value>(
  text: string,
  parse: (part: string) => Value | undefined,
): readonly Value[] | undefined {
  const values = text.split(',').map((part) => parse(part.trim()));
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

/** The two sides of `key=value`, neither of them with spaces. */
export function keyAndValue(text: string): readonly [key: string, value: string] | undefined {
  const [, key, value] = /^([^\s=]+)\s*=\s*(\S+)$/.exec(text) ?? [];
  return key === undefined || value === undefined ? undefined : [key, value];
}
