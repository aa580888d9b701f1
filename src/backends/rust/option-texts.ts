/** From the texts of options to their values. Undefined is a text that is none. */
import { each, keyAndValue } from '../option-kinds.js';
import { keywords } from './names.js';
import type { Mapping, SelectedAttribute } from './options.js';

const name = /(?:r#)?[A-Za-z_][A-Za-z0-9_]*/;
const wholePath = new RegExp(`^(?:::)?${name.source}(?:::${name.source})*$`);

/** `a::b::C`. */
export const path = (text: string): string | undefined => (wholePath.test(text) ? text : undefined);

/** A name that Rust has no other meaning for. */
export const identifier = (text: string): string | undefined =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(text) && !keywords.includes(text) ? text : undefined;

export const paths = (text: string): readonly string[] | undefined => each(text, path);

/** Names of WIT. */
export const names = (text: string): readonly string[] | undefined =>
  each(text, (part) => (/^[^\s,=]+$/.test(part) ? part : undefined));

/** `a:b/c=path,a:b/d=generate`. */
export const mappings = (text: string): readonly Mapping[] | undefined => each(text, mapping);

function mapping(text: string): Mapping | undefined {
  const [key, given] = keyAndValue(text) ?? [];
  if (key === undefined || given === undefined || !wholePath.test(given)) return undefined;
  return { key, path: given === 'generate' ? undefined : given };
}

/** `a:b/c/point=#[attribute]`. The attribute is taken as it is, so there is one in a text. */
export function selectedAttribute(text: string): readonly SelectedAttribute[] | undefined {
  const [, selector, attribute] = /^([^\s=]+)\s*=\s*(#\[[^\n]+\])$/.exec(text.trim()) ?? [];
  return selector !== undefined && attribute !== undefined ? [{ selector, attribute }] : undefined;
}
