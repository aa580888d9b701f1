import type { Opaque as OpaqueType, ResourcePlan } from '../abi/plan.js';
import type { Bits } from './bits.js';
import { trapIf } from './trap.js';
import { Token } from './values.js';

/** What a component holds of a resource: the value of an `own` or a `borrow`. */
export class Handle extends Token {
  #isSpent = false;

  constructor(
    readonly ownership: 'own' | 'borrow',
    readonly resource: ResourcePlan,
    /** An index, a pointer, or the representation where the component's own resource is lent to it. */
    private readonly core: Bits,
  ) {
    super();
  }

  /** Whether it was given away or dropped. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Its core value, to look at. */
  bits(): Bits {
    trapIf(this.#isSpent, 'spent-handle', () => `${this.ownership}<${this.resource.decl.name}>`);
    return this.core;
  }

  /** Its core value, given away: it has it no longer. */
  spend(): Bits {
    const bits = this.bits();
    this.#isSpent = true;
    return bits;
  }
}

/** A value of a stream, a future or an error context. */
export class Opaque extends Token {
  constructor(
    readonly kind: OpaqueType['kind'],
    /** An index or a pointer. */
    readonly bits: Bits,
  ) {
    super();
  }
}
