/** Characters that the reference implementation refuses before it reads a file. */
import { forbiddenKind, forbiddenMatches } from '../syntax/characters.js';
import type { SourceFile } from '../base/source.js';
import { escaped } from './rust-text.js';
import { Refusal } from './token-stream.js';

const sentences = {
  control: (character: string) => `Control code '${escaped(character)}'`,
  bidi: (character: string) => `Input contains bidirectional override codepoint ${debugged(character)}`,
  discouraged: (character: string) => `Codepoint ${debugged(character)} is discouraged by Unicode`,
} as const;

/** Refuses the first character that may stand nowhere. */
export function refuseForbidden(file: SourceFile): void {
  const [first] = forbiddenMatches(file.text);
  if (!first) return;
  const [character] = first;
  const mark = { file, start: first.index, end: first.index };
  throw new Refusal({ text: sentences[forbiddenKind(character)](character), mark }, true);
}

/** The reference prints the inside of one of its values. */
function debugged(character: string): string {
  return `EscapeUnicode(EscapeIterInner('${escaped(character)}'))`;
}
