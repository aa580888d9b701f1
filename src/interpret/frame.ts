import { invariant } from '../base/invariant.js';
import { sizeInBytes } from '../abi/layout.js';
import type { CoreLocal, Layout, Local, Op, Operand, Place, Size, ValueLocal } from '../abi/plan.js';
import type { Activation } from './activation.js';
import { bytesOf, truncated, type Bits } from './bits.js';
import type { Component } from './component.js';
import type { Heap } from './heap.js';
import { execute } from './ops.js';
import type { Value } from './values.js';

/** What a body is given: core values, values, or both, by the locals that it knows them by. */
export interface Given {
  readonly cores?: readonly (readonly [object, Bits])[];
  readonly values?: readonly (readonly [object, Value])[];
}

/** Runs a body; what it leaves is in the frame. */
export function runBody(
  body: readonly Op[],
  component: Component,
  activation: Activation,
  given: Given,
): Frame {
  const frame = new Frame(component, activation, given);
  frame.run(body);
  return frame;
}

/** The locals of one body. */
export class Frame {
  readonly #cores: Map<object, Bits>;
  readonly #values: Map<object, Value>;
  #returned: Local | undefined;

  constructor(
    readonly component: Component,
    readonly activation: Activation,
    { cores = [], values = [] }: Given,
  ) {
    this.#cores = new Map(cores);
    this.#values = new Map(values);
  }

  /** Looks at what a core value points at, if that is memory of the other side's. */
  checkForeign(local: CoreLocal): void {
    const area = this.activation.plan?.foreignAreas.find(({ pointer }) => pointer === local);
    if (!area) return;
    const { size, align } = area.layout;
    this.heap.checkArea(this.bits(local), this.bytes(size), this.alignment(align));
  }

  /** Runs another body, a helper's, with locals of its own. */
  inside(body: readonly Op[], given: Given): Frame {
    return runBody(body, this.component, this.activation, given);
  }

  get heap(): Heap {
    return this.component.heap;
  }

  run(body: readonly Op[]): void {
    for (const op of body) execute(op, this);
  }

  bits(operand: Operand): Bits {
    if (operand.kind === 'constant') return BigInt(operand.value);
    const bits = this.#cores.get(operand);
    invariant(bits !== undefined, `the core value ${operand.hint} to be there`);
    return bits;
  }

  value(local: ValueLocal): Value {
    const value = this.#values.get(local);
    invariant(value !== undefined, `the value ${local.hint} to be there`);
    return value;
  }

  setBits(local: CoreLocal, bits: Bits): void {
    this.#cores.set(local, truncated(bits, bytesOf(local.type, this.heap.pointerBytes)));
  }

  setValue(local: ValueLocal, value: Value): void {
    this.#values.set(local, value);
  }

  /** The address of a place. */
  address({ base, offset }: Place): Bits {
    return truncated(this.bits(base) + BigInt(this.bytes(offset)), this.heap.pointerBytes);
  }

  /** A size here. */
  bytes(size: Size): number {
    return sizeInBytes(size, this.heap.pointerBytes);
  }

  alignment(align: Layout['align']): number {
    return align === 'pointer' ? this.heap.pointerBytes : align;
  }

  /** Ends the body with an answer. */
  return(local: Local | undefined): void {
    this.#returned = local;
  }

  get returnedValue(): Value | undefined {
    return this.#returned?.kind === 'value' ? this.value(this.#returned) : undefined;
  }

  get returnedCore(): Bits | undefined {
    return this.#returned?.kind === 'core' ? this.bits(this.#returned) : undefined;
  }
}
