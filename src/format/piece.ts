/** Parts of a text as prettier documents, each without the gap before it. */
import type { IToken } from 'chevrotain';
import type { Doc } from './doc.js';
import type { Gaps } from './gap.js';

/** A token or a node, printed. */
export interface Piece {
  readonly first: IToken;
  readonly last: IToken;
  readonly doc: Doc;
  /** Whether blank lines set it apart from its neighbours. */
  readonly standsApart: boolean;
}

/** What printing needs of the file. */
export interface PrintContext {
  readonly text: string;
  readonly gaps: Gaps;
  /** The token after one. */
  readonly next: (token: IToken) => IToken | undefined;
}
