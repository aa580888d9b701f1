/** How tokens stand in lines: evidence of what a writer meant. */
import type { IToken, TokenType } from 'chevrotain';
import { EOF } from '../../../grammar/chevrotain.js';

/** The lines of a list of tokens. The end of the file counts as a token in a line of its own. */
export class Layout {
  /** For each token the first one of its line. */
  readonly #first: readonly number[];

  constructor(readonly tokens: readonly IToken[]) {
    let first = 0;
    this.#first = tokens.map(({ startLine }, index) => {
      if (tokens[index - 1]?.startLine !== startLine) first = index;
      return first;
    });
  }

  /** Is a token the first of its line? */
  isLineStart(index: number): boolean {
    return (this.#first[index] ?? index) === index;
  }

  /** The column of a token; the end of the file stands before every column. */
  column(index: number): number {
    return this.tokens[index]?.startColumn ?? 0;
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
