/** How tokens stand in lines: evidence of what a writer meant. */
import type { IToken, TokenType } from 'chevrotain';
import { lineStarts, type SourceFile } from '../../base/source.js';
import { EOF } from '../../../grammar/chevrotain.js';

/** The lines of a list of tokens. The end of the file counts as a token in a line of its own. */
export class Layout {
  /** For each token the first one of its line. */
  readonly #first: number[] = [];
  readonly #columns: number[] = [];

  constructor(
    readonly tokens: readonly IToken[],
    file: SourceFile,
  ) {
    const starts = lineStarts(file);
    let [line, first] = [-1, 0];
    for (const [index, { startOffset }] of tokens.entries()) {
      const isNewLine = (starts[line + 1] ?? Infinity) <= startOffset;
      while ((starts[line + 1] ?? Infinity) <= startOffset) line++;
      if (isNewLine) first = index;
      this.#first.push(first);
      this.#columns.push(startOffset - (starts[line] ?? 0) + 1);
    }
  }

  /** Is a token the first of its line? */
  isLineStart(index: number): boolean {
    return (this.#first[index] ?? index) === index;
  }

  /** The column of a token; the end of the file stands before every column. */
  column(index: number): number {
    return this.#columns[index] ?? 0;
  }

  /** The column in which the line of a token begins. */
  indentation(index: number): number {
    return this.column(this.#first[index] ?? index);
  }
}

/** The kind of a token, or of the end of the file. */
export function typeAt(index: number, { tokens }: Layout): TokenType {
  return tokens[index]?.tokenType ?? EOF;
}
