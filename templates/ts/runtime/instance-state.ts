import { InvalidValue } from './invalid-value.js';
import { Trap } from './trap.js';

/**
 * `0`: nobody has called an instance; `1`: it runs; `2`: it has trapped, and is of no more use. Each call reads and writes
 * this: numbers written out take half the time of text, constants and booleans.
 */
type Phase = 0 | 1 | 2;

/** Whether an instance can be entered and left. CanonicalABI.md "Component Instance State". */
export class InstanceState {
  /** False while it allocates or cleans up: then it calls no imports. */
  mayLeave = true;
  #phase: Phase = 0;
  /** What ended it. */
  #cause: unknown;

  /** Whether it has trapped. */
  get isDead(): boolean {
    return this.#phase === 2;
  }

  /** Begins a call of an export. Refused while another goes on, and after a trap. */
  enter(): void {
    if (this.#phase !== 0) throw this.#refusal();
    this.#phase = 1;
  }

  #refusal(): Trap {
    return this.isDead
      ? new Trap('the instance has trapped before', { cause: this.#cause })
      : new Trap('the instance is called while it runs');
  }

  /**
   * Ends a call of an export, however it went. `release` is what the module wants to have called with what it answered
   * when that has been read; it is not called for an instance that has trapped, or has not answered.
   */
  exit<Answer>(release?: (answer: Answer) => void, answer?: Answer): void {
    // The error comes out also where the module has caught it, which WebAssembly lets it do with what JavaScript throws.
    if (this.isDead) throw this.#cause;
    if (release && answer !== undefined) this.#release(release, answer);
    this.#phase = 0;
  }

  #release<Answer>(release: (answer: Answer) => void, answer: Answer): void {
    this.mayLeave = false;
    try {
      release(answer);
    } catch (error) {
      throw this.trapped(error);
    }
    this.mayLeave = true;
  }

  /** Says of an error that ended a call what it means for the instance. */
  failed(error: unknown, answer?: unknown, isCalled = true): unknown {
    // Before the component is called, neither a wrong argument nor what a getter throws does harm; after its answer
    // nothing but a trap does; between the two all does.
    const hasAnswered = answer !== undefined;
    const isHarmless =
      error instanceof InvalidValue
        ? hasAnswered || error.comesOut()
        : (hasAnswered || !isCalled) && this.mayLeave && !(error instanceof Trap);
    if (!isHarmless) this.trapped(error);
    return error;
  }

  /** The same of an error that passes through the instance itself, whatever it is. */
  trapped(error: unknown): unknown {
    if (!this.isDead) this.#cause = error;
    this.#phase = 2;
    return error;
  }

  /** Checked by every import. */
  checkLeaving(): void {
    if (!this.mayLeave) throw new Trap('the instance calls out while it allocates or cleans up');
    if (this.isDead) throw this.#refusal();
  }
}
