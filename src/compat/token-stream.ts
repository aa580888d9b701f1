/** The tokens of a file one by one, and refusing what is not expected. */
import type { SourceFile } from '../base/source.js';
import type { Problem } from './problem.js';
import { describe, type LexicalProblem, type Token, tokenAfter, type TokenKind } from './tokens.js';

/** A problem on its way out of the grammar; it never leaves this layer. */
export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    /** Whether the place is counted from the start of the package's first file. */
    readonly isCountedInPackage = false,
  ) {
    super(problem.text);
  }
}

/** A position in a file. Asking refuses by throwing: the reference stops at its first problem. */
export class TokenStream {
  /** How many types are open around this place. */
  typeDepth = 0;
  /** How many packages are open around this place. */
  packageDepth = 0;
  /** Where the next token is looked for. */
  position: number;
  #ahead: { readonly from: number; readonly token: Token | LexicalProblem } | undefined;

  constructor(readonly file: SourceFile) {
    this.position = file.text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The next token, which stays. */
  peek(): Token {
    if (this.#ahead?.from !== this.position) {
      this.#ahead = { from: this.position, token: tokenAfter(this.file.text, this.position) };
    }
    const { token } = this.#ahead;
    if (token.kind !== 'problem') return token;
    const mark = { file: this.file, start: token.at, end: token.at };
    throw new Refusal({ text: token.text, mark }, token.isCountedInPackage);
  }

  /** The next token. */
  take(): Token {
    const token = this.peek();
    this.position = token.end;
    return token;
  }

  /** Takes the next token if it is of a kind. */
  eat(kind: TokenKind): boolean {
    const token = this.peek();
    if (token.kind !== kind) return false;
    this.position = token.end;
    return true;
  }

  /** Takes a token that must come next. The reference marks one byte of another one. */
  expect(kind: TokenKind): Token {
    const token = this.take();
    if (token.kind === kind) return token;
    const text = `expected ${describe(kind)}, found ${describe(token.kind)}`;
    throw new Refusal({ text, mark: { file: this.file, start: token.start, end: token.start } });
  }

  /** Refuses a token where one of several things could stand. */
  refuseInsteadOf(expected: string, found: Token): never {
    this.refuse(`expected ${expected}, found ${describe(found.kind)}`, found);
  }

  refuse(text: string, { start, end }: Pick<Token, 'start' | 'end'>): never {
    throw new Refusal({ text, mark: { file: this.file, start, end } });
  }

  textOf({ start, end }: Pick<Token, 'start' | 'end'>): string {
    return this.file.text.slice(start, end);
  }
}
