/**
 * Emitted text as a tree: nothing is pasted into strings, indented by guessing, or included by hand.
 *
 * - `Inline` is text within a line. A `need` inside it travels with the text and ends up in the
 *   file's sorted list of includes (or `use`s), so whoever writes a line asks for its header there.
 * - `Block` is whole lines. In a block a bare string is one line.
 */
export type Inline = string | Need | readonly Inline[];

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

/** Rendered text and what it needs; collect `needs` over a file and print them once, sorted. */
export interface Rendered<Text> {
  readonly text: Text;
  readonly needs: ReadonlySet<string>;
}

export function renderInline(code: Inline): Rendered<string> {
  const needs = new Set<string>();
  return { text: inlineText(code, needs), needs };
}

/** Lines without line ends, indented by `unit` for every level. */
export function renderBlock(code: Block, unit: string): Rendered<readonly string[]> {
  const needs = new Set<string>();
  const lines: string[] = [];
  const visit = (block: Block, prefix: string): void => {
    if (typeof block === 'string') lines.push(block === '' ? '' : prefix + block);
    else if ('line' in block) lines.push(prefix + inlineText(block.line, needs));
    else if ('indented' in block) visit(block.indented, prefix + unit);
    else for (const part of block) visit(part, prefix);
  };
  visit(code, '');
  return { text: lines, needs };
}

function inlineText(code: Inline, needs: Set<string>): string {
  if (typeof code === 'string') return code;
  if ('need' in code) {
    needs.add(code.need);
    return '';
  }
  return code.map((part) => inlineText(part, needs)).join('');
}
