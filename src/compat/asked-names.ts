/** Names and versions as the reference implementation checks them where it meets them. */
import { quoted } from './rust-text.js';
import { semverProblem } from './semver.js';
import { Refusal, type TokenStream } from './token-stream.js';
import type { Token } from './tokens.js';

/** A name with its text, which is without a `%`. */
export interface AskedName {
  readonly text: string;
  readonly token: Token;
}

/** Asks for a name and checks that it is kebab-case. */
export function checkedName(tokens: TokenStream): AskedName {
  const token = tokens.take();
  if (token.kind !== 'an identifier' && token.kind !== "an '%' identifier") {
    tokens.refuseInsteadOf('an identifier or string', token);
  }
  const text = tokens.textOf(token).replace(/^%/, '');
  const problem = nameProblem(text);
  if (problem === undefined) return { text, token };
  throw new Refusal({ text: problem, mark: { file: tokens.file, start: token.start, end: token.start } });
}

function nameProblem(name: string): string | undefined {
  for (const [index, word] of name.split('-').entries()) {
    if (word === '') return "identifiers must have characters between '-'s";
    const first = index === 0 ? /^[^a-zA-Z]/u.exec(word)?.[0] : undefined;
    const wrong = first ?? wrongInWord(word);
    if (wrong !== undefined) return `invalid character in identifier ${quoted(wrong)}`;
  }
  return undefined;
}

/** The first character that is neither a digit nor a letter of the case of the first letter. */
function wrongInWord(word: string): string | undefined {
  const start = /^[0-9]*(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)?/.exec(word)?.[0] ?? '';
  const code = word.codePointAt(start.length);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

/** Asks for a version: three numbers, and after `-` and `+` whatever could belong to it. */
export function checkedVersion(tokens: TokenStream): void {
  const { start } = tokens.expect('an integer');
  tokens.expect('.');
  tokens.expect('an integer');
  tokens.expect('.');
  let { end } = tokens.expect('an integer');
  end = endOfSuffix('-', end, tokens);
  end = endOfSuffix('+', end, tokens);
  const problem = semverProblem(tokens.textOf({ start, end }));
  if (problem !== undefined) tokens.refuse(problem, { start, end });
}

const versionParts: ReadonlySet<string> = new Set(['an identifier', 'an integer', '-']);

/** A dot belongs to the version only if one more part follows: `use a:b/c@1.0.0-rc.{d}`. */
function endOfSuffix(prefix: '-' | '+', endBefore: number, tokens: TokenStream): number {
  let end = endBefore;
  if (!tokens.eat(prefix)) return end;
  for (;;) {
    const { position } = tokens;
    tokens.eat('.');
    if (!versionParts.has(tokens.peek().kind)) {
      tokens.position = position;
      return end;
    }
    ({ end } = tokens.take());
  }
}
