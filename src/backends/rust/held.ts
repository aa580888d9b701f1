import type { ValueLocal } from '../../abi/plan.js';
import { isReference, owned, type Mode, type Modes } from './modes.js';

/** How a local holds its value: behind so many references, as a value of the mode. */
interface Held {
  readonly references: number;
  readonly mode: Mode;
}

const byValue: Held = { references: 0, mode: owned };

/**
 * How the locals of one function hold their values. Of values that leave, what the references of a local
 * are; of values that arrive, what has to be made of it. Those not noted are owned.
 */
export class HeldLocals {
  readonly #held = new Map<ValueLocal, Held>();

  constructor(private readonly modes: Modes) {}

  /** Notes that a local's type is spelled with a mode. */
  noteSpelled(local: ValueLocal, mode: Mode): void {
    this.#held.set(local, this.#spelled(local, mode));
  }

  /** Notes that a local is a reference to what is spelled with a mode. */
  noteReference(local: ValueLocal, mode: Mode = owned): void {
    const { references, mode: behind } = this.#spelled(local, mode);
    this.#held.set(local, { references: references + 1, mode: behind });
  }

  /** The mode of the value, behind all references. */
  modeOf(local: ValueLocal): Mode {
    return this.#of(local).mode;
  }

  isReference(local: ValueLocal): boolean {
    return this.#of(local).references > 0;
  }

  /** The operators that lead from a local to its value. */
  dereferenced(local: ValueLocal): string {
    return '*'.repeat(this.#of(local).references);
  }

  /**
   * Whether a value must be taken by reference before it is looked into, so that looking does not
   * move what the sender has to keep until the call is over.
   */
  needsReference(local: ValueLocal): boolean {
    return !this.isReference(local) && this.modes.owns(local.type, this.modeOf(local));
  }

  /** Notes how a part of a lent value is held. */
  notePart(part: ValueLocal, whole: ValueLocal): void {
    if (this.isReference(whole) || this.needsReference(whole)) this.noteReferredPart(part, whole);
    else this.noteSpelledPart(part, whole);
  }

  /** Notes that a part is spelled as the type of the whole says. */
  noteSpelledPart(part: ValueLocal, whole: ValueLocal): void {
    this.noteSpelled(part, this.#modeWithin(part, whole));
  }

  /** Notes that a local refers to a part that is spelled as the type of the whole says. */
  noteReferredPart(part: ValueLocal, whole: ValueLocal): void {
    this.noteReference(part, this.#modeWithin(part, whole));
  }

  #of(local: ValueLocal): Held {
    return this.#held.get(local) ?? byValue;
  }

  #modeWithin(part: ValueLocal, whole: ValueLocal): Mode {
    return this.modes.within(whole.type, this.modeOf(whole), part.type);
  }

  #spelled({ type }: ValueLocal, mode: Mode): Held {
    if (!isReference(type, mode) || mode.lifetime === undefined) return { references: 0, mode };
    return { references: 1, mode: this.modes.of(type, 'owned', mode.lifetime) };
  }
}
