import type { ValueLocal } from '../../abi/plan.js';
import { isReference, owned, type Mode, type Modes } from './modes.js';

/**
 * How the locals of one function are spelled. Of values that leave, whether the local *is* a reference;
 * of values that arrive, whether one has to be made of it. Those not noted are owned.
 */
export class HeldLocals {
  readonly #modes = new Map<ValueLocal, Mode>();
  readonly #references = new Set<ValueLocal>();

  constructor(private readonly modes: Modes) {}

  /** Notes the mode that a local's type is spelled with. */
  noteSpelled(local: ValueLocal, mode: Mode): void {
    this.#modes.set(local, mode);
    if (isReference(local.type, mode)) this.#references.add(local);
  }

  noteReference(local: ValueLocal): void {
    this.#references.add(local);
  }

  modeOf(local: ValueLocal): Mode {
    return this.#modes.get(local) ?? owned;
  }

  isReference(local: ValueLocal): boolean {
    return this.#references.has(local);
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
    if (this.isReference(whole) || this.needsReference(whole)) this.noteReference(part);
    else this.noteSpelledPart(part, whole);
  }

  /** Notes that a part is spelled as the type of the whole says. */
  noteSpelledPart(part: ValueLocal, whole: ValueLocal): void {
    this.noteSpelled(part, this.modes.within(whole.type, this.modeOf(whole), part.type));
  }
}
