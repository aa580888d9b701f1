import type { IToken, TokenType } from 'chevrotain';

/** A token that the text does not have: what is made of it is a hole in the tree. */
export function hole(type: TokenType): IToken {
  return {
    image: '',
    startOffset: NaN,
    endOffset: NaN,
    isInsertedInRecovery: true,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
  };
}
