/** What a repaired text does not tell. */
import type { IToken } from 'chevrotain';
import { Identifier } from '../../../grammar/tokens.js';
import type { SourceFile, Span } from '../../base/source.js';
import { tokenSpan } from '../tokens-of.js';
import type { Mistake } from './repair.js';

/** Places of a text at which it was repaired. */
export interface Damage {
  /** All of them: nothing is said about the style there. */
  readonly disturbed: readonly Span[];
  /** Those at which something may have been declared: nobody knows what. */
  readonly lost: readonly Span[];
}

/** In these rules a name that is missing is no declaration. */
const referring: ReadonlySet<string> = new Set([
  'type',
  'borrowType',
  'ownType',
  'attribute',
  'attributeArgument',
]);

/** The damage that mistakes do. */
export function damageOf(mistakes: readonly Mistake[], tokens: readonly IToken[], file: SourceFile): Damage {
  const places = mistakes.map((mistake) => ({ span: spanOf(mistake, tokens, file), mistake }));
  return {
    disturbed: places.map(({ span }) => span),
    lost: places.filter(({ mistake }) => losesNames(mistake, tokens)).map(({ span }) => span),
  };
}

function spanOf({ repair: { from, to } }: Mistake, tokens: readonly IToken[], file: SourceFile): Span {
  const [first, last] = [tokens[from], tokens[Math.max(from, to - 1)]];
  const start = first ? tokenSpan(first, file).start : file.text.length;
  const end = to > from && last ? tokenSpan(last, file).end : start;
  return { file, start, end: Math.max(start, end) };
}

function losesNames(
  { repair: { from, to, inserted, isReplacement } }: Mistake,
  tokens: readonly IToken[],
): boolean {
  const leftOut = tokens.slice(isReplacement ? from + 1 : from, to);
  const added = isReplacement ? inserted.slice(1) : inserted;
  return (
    leftOut.some(({ tokenType }) => tokenType === Identifier) ||
    added.some(({ type, rule }) => type === Identifier && !referring.has(rule))
  );
}
