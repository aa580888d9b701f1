/** `// prettier-ignore`: what follows stays as it was written. */
import { type Doc, join, literalline } from './doc.js';
import type { Gap } from './gap.js';
import type { Piece, PrintContext } from './piece.js';

/** Whether the comment directly before something asks to leave it alone. */
export function isIgnored({ comments }: Gap): boolean {
  const last = comments.at(-1)?.text ?? '';
  return /^\/[/*]+\s*prettier-ignore\s*(?:\*+\/)?$/.test(last);
}

/** The text as it was written. */
export function verbatim({ first, last }: Piece, { text }: PrintContext): Doc {
  const written = text.slice(first.startOffset, last.startOffset + last.image.length);
  return join(literalline, written.split(/\r?\n/));
}
