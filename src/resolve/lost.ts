/** What mistakes of the text hide: of a scope that may have lost names nothing is said to be missing. */
import { isWithin, type Span } from '../base/source.js';

/** Was something lost beside these items, not in one of them? `within` is where they stand. */
export function hasLostItems(
  items: readonly { readonly span: Span }[],
  lost: readonly Span[],
  within?: Span,
): boolean {
  return lost.some(
    (place) =>
      (within === undefined || isWithin(place, within)) && !items.some((item) => isWithin(place, item.span)),
  );
}
