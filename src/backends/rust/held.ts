import { factsOf } from '../../abi/type-facts.js';
import type { ValueLocal } from '../../abi/plan.js';
import type { Type } from '../../resolve/model.js';
import { isReference, modeOfContent, owned, type Mode } from './types.js';

/** How a local holds its value: as a reference to an owned value, or as a value of a mode. */
export type Held = 'reference' | Mode;

/** How the locals of one function hold their values. Those not noted are owned. */
export class HeldLocals {
  readonly #held = new Map<ValueLocal, Held>();

  /** Notes how a parameter is held, whose type is spelled with this mode. */
  noteSpelled(local: ValueLocal, mode: Mode): void {
    this.#held.set(local, isReference(local.type, mode) ? 'reference' : mode);
  }

  noteReference(local: ValueLocal): void {
    this.#held.set(local, 'reference');
  }

  isReference(local: ValueLocal): boolean {
    return this.#held.get(local) === 'reference';
  }

  /**
   * Whether a value must be taken by reference before it is looked into, so that looking does not
   * move what the sender has to keep until the call is over.
   */
  needsReference(local: ValueLocal): boolean {
    return !this.isReference(local) && factsOf(local.type).hasOwn;
  }

  /** Notes how a part of a lent value is held. */
  notePart(part: ValueLocal, whole: ValueLocal): void {
    const held = this.#held.get(whole) ?? owned;
    if (held === 'reference' || this.needsReference(whole)) this.noteReference(part);
    else this.noteSpelled(part, isAnonymous(whole.type) ? modeOfContent(part.type, held) : owned);
  }
}

/** Types that borrowing reaches into; a named type is one piece. */
const isAnonymous = (type: Type): boolean =>
  type.kind === 'tuple' || type.kind === 'option' || type.kind === 'result';
