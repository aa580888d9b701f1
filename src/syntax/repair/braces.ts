/** Which braces are not closed, and where the indentation shows that they should be. */
import { LeftBrace, RightBrace } from '../../../grammar/tokens.js';
import type { Layout } from './layout.js';

/** The openers that end before a token, innermost first. */
export type ClosedByIndentation = ReadonlyMap<number, readonly number[]>;

interface Block {
  readonly opener: number;
  readonly indentation: number;
  /** Whether its content is indented deeper than it is: only then does indentation show its end. */
  readonly isIndented: boolean;
}

/** Looks at the indentation only if braces do not balance: most people let a formatter indent for them. */
export function closedByIndentation(layout: Layout): ClosedByIndentation {
  const closed = new Map<number, readonly number[]>();
  if (excessOfOpeners(layout) <= 0) return closed;
  const blocks: Block[] = [];
  for (const [index, { tokenType }] of layout.tokens.entries()) {
    if (layout.isLineStart(index)) {
      const openers = popEnded(blocks, layout.column(index), tokenType === RightBrace);
      if (openers.length > 0) closed.set(index, openers);
    }
    if (tokenType === LeftBrace) blocks.push(blockAt(index, layout));
    else if (tokenType === RightBrace) blocks.pop();
  }
  return closed;
}

function excessOfOpeners({ tokens }: Layout): number {
  return tokens.reduce(
    (excess, { tokenType }) => excess + Number(tokenType === LeftBrace) - Number(tokenType === RightBrace),
    0,
  );
}

function blockAt(opener: number, layout: Layout): Block {
  const indentation = layout.indentation(opener);
  const isIndented = layout.isLineStart(opener + 1) && layout.column(opener + 1) > indentation;
  return { opener, indentation, isIndented };
}

/** Removes the blocks that have ended before a line. A `}` may stand as deep as the line of its opener. */
function popEnded(blocks: Block[], column: number, isCloser: boolean): readonly number[] {
  const openers: number[] = [];
  for (let last = blocks.at(-1); last?.isIndented; last = blocks.at(-1)) {
    const hasEnded = isCloser ? last.indentation > column : last.indentation >= column;
    if (!hasEnded) break;
    openers.push(last.opener);
    blocks.pop();
  }
  return openers;
}
