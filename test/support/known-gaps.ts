/** Where we differ from the reference implementation, with the reason. This list may only shrink. */
import type { TierName } from './conformance.js';

/** A case of the corpus in which one tier differs. */
export interface KnownGap {
  readonly tier: TierName;
  readonly id: string;
  readonly reason: string;
}

const wasm = 'packages encoded as WebAssembly cannot be read yet: io-wasm-dependency';

export const knownGaps: readonly KnownGap[] = [
  { tier: 'json', id: 'ui/simple-wasm-text.wat', reason: wasm },
  { tier: 'wit', id: 'ui/simple-wasm-text.wat', reason: wasm },
  { tier: 'text', id: 'ui/simple-wasm-text.wat', reason: wasm },
];
