/**
 * Emitted text as a tree: nothing is pasted into strings, indented by guessing, or included by hand.
 *
 * - `Inline` is text within a line. A `need` inside it travels with the text and ends up in the
 *   file's sorted list of includes (or `use`s), so whoever writes a line asks for its header there.
 *   A layout inside it says how the text is broken where it is too long for a line.
 * - `Block` is whole lines. In a block a bare string is one line.
 */
import type { Layout } from './layout.js';

export type Inline = string | Need | Layout | readonly Inline[];

/** A header, module or support item that the text around it cannot do without. */
export interface Need {
  readonly need: string;
}

export type Block = string | Line | Indented | readonly Block[];

export interface Line {
  readonly line: Inline;
}

export interface Indented {
  readonly indented: Block;
}

export const need = (name: string): Need => ({ need: name });
export const line = (...parts: readonly Inline[]): Line => ({ line: parts });
export const indent = (...blocks: readonly Block[]): Indented => ({ indented: blocks });

/** `a, b, c`. */
export function join(parts: readonly Inline[], separator: string): Inline {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
