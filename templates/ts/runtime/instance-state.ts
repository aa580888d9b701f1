import { InvalidValue } from './invalid-value.js';
import { Trap } from './trap.js';

/** Whether an instance can be entered and left. CanonicalABI.md "Component Instance State". */
export class InstanceState {
  /** False while it allocates or cleans up: then it calls no imports. */
  mayLeave = true;
  #isEntered = false;
  #death: { readonly cause: unknown } | undefined;

  /** Whether it has trapped. */
  get isDead(): boolean {
    return this.#death !== undefined;
  }

  /** Begins a call of an export. Refused while another goes on, and after a trap. */
  enter(): void {
    if (this.#death) throw new Trap('the instance has trapped before', { cause: this.#death.cause });
    if (this.#isEntered) throw new Trap('the instance is called while it runs');
    this.#isEntered = true;
  }

  /**
   * Ends a call of an export, however it went. `release` is what the module wants to have called with what it answered
   * when that has been read; it is not called for an instance that has trapped, or has not answered.
   */
  exit<Answer>(release?: (answer: Answer) => void, answer?: Answer): void {
    try {
      if (release !== undefined && answer !== undefined && !this.#death) {
        this.mayLeave = false;
        release(answer);
        this.mayLeave = true;
      }
    } catch (error) {
      throw this.trapped(error);
    } finally {
      this.#isEntered = false;
    }
  }

  /**
   * Says of an error that ended a call of an export what it means for the instance. Before it is called nothing but a wrong
   * argument leaves it as it was, and nothing but a trap ends it when it `hasAnswered`: between the two all does, since
   * nobody knows in what state it is.
   */
  failed(error: unknown, hasAnswered = false): unknown {
    const isOurs = hasAnswered ? !(error instanceof Trap) : error instanceof InvalidValue;
    if (!isOurs) this.trapped(error);
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
