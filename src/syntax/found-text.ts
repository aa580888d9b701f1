import type { IToken } from 'chevrotain';
import { EOF } from '../../grammar/chevrotain.js';
import { Integer, isKeyword, StringLiteral } from '../../grammar/tokens.js';

/** How a token is called where something else was expected; none is the end of the file. */
export function foundText(token: IToken | undefined): string {
  if (!token || token.tokenType === EOF) return 'the end of the file';
  if (isKeyword(token.tokenType)) return `the keyword \`${token.image}\``;
  if (token.tokenType === StringLiteral) return 'a string';
  if (token.tokenType === Integer) return `the number \`${token.image}\``;
  const shown = token.image.length > 40 ? `${token.image.slice(0, 40)}…` : token.image;
  return `\`${shown}\``;
}
