import { InvalidValue } from './invalid-value.js';
import { Trap } from './trap.js';

/** Whether an instance can be entered and left. CanonicalABI.md "Component Instance State". */
export class InstanceState {
  /** False while it allocates or cleans up: then it calls no imports. */
  mayLeave = true;
  #isEntered = false;
  #death: { readonly cause: unknown } | undefined;

  /** Begins a call of an export. Refused while another goes on, and after a trap. */
  enter(): void {
    if (this.#death) throw new Trap('the instance has trapped before', { cause: this.#death.cause });
    if (this.#isEntered) throw new Trap('the instance is called while it runs');
    this.#isEntered = true;
  }

  /** Ends a call of an export, however it went. */
  exit(): void {
    this.#isEntered = false;
  }

  /**
   * Says of an error that ended a call of an export, or of an import, that the instance has trapped: nobody knows in
   * what state it is. A wrong argument is the exception, since it is found before the instance has run.
   */
  failed(error: unknown): unknown {
    if (!(error instanceof InvalidValue)) this.trapped(error);
    return error;
  }

  /** The same of an error that passes through the instance itself, whatever it is. */
  trapped(error: unknown): unknown {
    this.#death ??= { cause: error };
    return error;
  }

  /** Checked by every import. */
  checkLeaving(): void {
    if (!this.mayLeave) throw new Trap('the instance calls out while it allocates or cleans up');
  }
}
