/** The vocabulary in which `asked-grammar.ts` is written: what is asked of the tokens, in which words. */
import { checkedName } from './asked-names.js';
import type { TokenStream } from './token-stream.js';
import type { TokenKind } from './tokens.js';

/** Asks the tokens for something, and refuses them if it is not there. */
export type Ask = (tokens: TokenStream) => void;

/** One thing after the other. */
export function inOrder(...asks: readonly Ask[]): Ask {
  return (tokens) => {
    for (const ask of asks) ask(tokens);
  };
}

/** Exactly this token. */
export function token(kind: TokenKind): Ask {
  return (tokens) => {
    tokens.expect(kind);
  };
}

/** A name. */
export const name: Ask = (tokens) => {
  checkedName(tokens);
};

/** Nothing, or a token and what follows it. */
export function optional(kind: TokenKind, ...then: readonly Ask[]): Ask {
  return (tokens) => {
    if (tokens.eat(kind)) inOrder(...then)(tokens);
  };
}

/** A token and what follows it, or else something different. */
export function either(kind: TokenKind, then: Ask, otherwise: Ask): Ask {
  return (tokens) => {
    (tokens.eat(kind) ? then : otherwise)(tokens);
  };
}

/** Something that may stand at a place, and the token that it begins with. */
export type Choice = readonly [first: TokenKind, ask: Ask];

/** One of several things; `expected` are the words for all of them. */
export function oneOf(expected: string, choices: readonly Choice[]): Ask {
  const byToken = new Map(choices);
  return (tokens) => {
    const next = tokens.peek();
    const chosen = byToken.get(next.kind) ?? tokens.refuseInsteadOf(expected, next);
    chosen(tokens);
  };
}

/** Something that begins with a name, as a choice. */
export function named(ask: Ask): readonly Choice[] {
  return [
    ['an identifier', ask],
    ["an '%' identifier", ask],
  ];
}

/** Members one after the other, up to a closing token. */
export function upTo(closer: TokenKind, member: Ask): Ask {
  return (tokens) => {
    while (!tokens.eat(closer)) member(tokens);
  };
}

/** Members with commas between them, and perhaps after the last one. */
export function list(opener: TokenKind, member: Ask, closer: TokenKind): Ask {
  return (tokens) => {
    tokens.expect(opener);
    while (!tokens.eat(closer)) {
      member(tokens);
      if (tokens.eat(',')) continue;
      tokens.expect(closer);
      return;
    }
  };
}

/** Something that is declared further down. */
export function later(ask: () => Ask): Ask {
  return (tokens) => {
    ask()(tokens);
  };
}
