/** Where we differ from the reference implementation, with the reason. This list may only shrink. */
import type { TierName } from './conformance.js';

/** A case of the corpus in which one tier differs. */
export interface KnownGap {
  readonly tier: TierName;
  readonly id: string;
  readonly reason: string;
}

export const knownGaps: readonly KnownGap[] = [];
