/** What shows a reader how a diagnostic comes about. */
import { invariant } from './invariant.js';

/** WIT, or a call, or both; where neither can show it, a sentence. */
export type Example =
  | { readonly wit: string; readonly command?: string }
  | { readonly command: string }
  | { readonly told: string };

/**
 * WIT as an example, without the indentation that it has in our source and without escapes.
 * Several files stand in one text, each after a line `// file: deps/stock/stock.wit`; alone, a file needs none.
 */
export function wit(texts: TemplateStringsArray, ...holes: readonly string[]): { readonly wit: string } {
  const text = texts.raw.reduce((sentence, piece, index) => sentence + (holes[index - 1] ?? '') + piece);
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return { wit: lines.map((line) => line.slice(indent).trimEnd()).join('\n') + '\n' };
}

/** The files of an example below a folder `wit`: one, or those that follow their `// file: path` lines. */
export function exampleFiles(text: string): Readonly<Record<string, string>> {
  const [before = '', ...rest] = text.split(/^\/\/ file: (.+)\n/m);
  if (rest.length === 0) return { 'wit/shop.wit': text };
  invariant(before === '', 'no text before the first `// file:` line of an example');
  const pairs = rest.flatMap((path, index) =>
    index % 2 === 0 ? [[path, rest[index + 1] ?? ''] as const] : [],
  );
  return Object.fromEntries(pairs.map(([path, content]) => [`wit/${path}`, `${content.trimEnd()}\n`]));
}
