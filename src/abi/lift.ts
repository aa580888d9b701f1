/** Core values and memory to values. CanonicalABI.md "Loading" and "Flat Lifting". */
import { invariant, unreachable } from '../base/invariant.js';
import type { Type, TypeDecl } from '../resolve/model.js';
import { flatten, flattenPayload } from './flatten.js';
import { discriminantWidth, noSize, placeAfter, placeAt } from './layout.js';
import { helpedDecl, partHint, payloadHint } from './lower.js';
import {
  coreLocal,
  flagWidths,
  flagWordOffset,
  scalarWidth,
  type Ops,
  type PlanContext,
} from './plan-context.js';
import type {
  CoreLocal,
  CoreType,
  HelperPlan,
  LiftArm,
  Ownership,
  Passing,
  Place,
  ValueLocal,
  Width,
} from './plan.js';
import { shapeOf, type Shape } from './shape.js';

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** Plans how values arrive; views or shallow views where `wanted` and possible, else values of the receiver's own. */
export class Lifting {
  #usesScratch = false;

  constructor(
    private readonly cx: PlanContext,
    private readonly ownership: Ownership,
    private readonly wanted: Passing,
  ) {}

  /** Whether anything planned so far keeps what views look at until the function returns. */
  get usesScratch(): boolean {
    return this.#usesScratch;
  }

  /** A value of the type from its core values, of which there are as many as flattening says. */
  flat(type: Type, cores: readonly CoreLocal[], hint: string, ops: Ops): ValueLocal {
    return this.#flat(this.cx.value(hint, type, this.wanted), cores, ops);
  }

  /** A value read from memory. */
  load(type: Type, at: Place, hint: string, ops: Ops): ValueLocal {
    return this.#load(this.cx.value(hint, type, this.wanted), at, ops);
  }

  #flat(out: ValueLocal, cores: readonly CoreLocal[], ops: Ops): ValueLocal {
    const shape = shapeOf(out.type);
    switch (shape.kind) {
      case 'scalar':
      case 'flags':
      case 'handle':
      case 'opaque':
        this.#word(shape, cores, out, ops);
        return out;
      case 'product': {
        const locals = shape.parts.map((part) => this.cx.part(out, partHint(part, out), part.type));
        ops.push({ kind: 'make', of: shape.of, parts: this.#flatParts(locals, cores, ops), out });
        return out;
      }
      case 'array': {
        const locals = Array.from({ length: shape.count }, (_, index) =>
          this.cx.part(out, `${out.hint}-${String(index)}`, shape.element),
        );
        ops.push({ kind: 'make', of: shape.of, parts: this.#flatParts(locals, cores, ops), out });
        return out;
      }
      case 'sum':
        this.#flatSum(shape, cores, out, ops);
        return out;
      case 'sequence':
      case 'list':
      case 'map': {
        const [pointer, length] = cores;
        invariant(pointer && length, 'a pointer and a length');
        this.#sequence(shape, pointer, length, out, ops);
        return out;
      }
      default:
        return unreachable(shape);
    }
  }

  /** Named records and variants go through their helper. */
  #load(out: ValueLocal, at: Place, ops: Ops): ValueLocal {
    const helped = helpedDecl(shapeOf(out.type));
    if (!helped) {
      this.#loadInline(at, out, ops);
      return out;
    }
    const helper = this.#helper(helped, out.passing);
    this.#usesScratch ||= helper.usesScratch;
    ops.push({ kind: 'call-load', helper, at, out });
    return out;
  }

  #helper(decl: TypeDecl, passing: Passing): HelperPlan {
    return this.cx.helper(`load ${this.ownership} ${passing}`, decl, () => {
      const inner = new Lifting(this.cx, this.ownership, passing);
      const base = coreLocal('at', 'pointer');
      const value = this.cx.value('value', { kind: 'named', decl }, passing);
      const body: Ops = [];
      inner.#loadInline(placeAt(base), value, body);
      const { ownership } = this;
      return { direction: 'load', decl, ownership, base, value, body, usesScratch: inner.usesScratch };
    });
  }

  #loadInline(at: Place, out: ValueLocal, ops: Ops): void {
    const shape = shapeOf(out.type);
    switch (shape.kind) {
      case 'scalar':
        ops.push({ kind: 'load-scalar', at, of: shape.of, width: scalarWidth(shape.of), out });
        return;
      case 'flags':
      case 'handle':
      case 'opaque':
        this.#word(shape, this.#loadWords(shape, at, out, ops), out, ops);
        return;
      case 'product': {
        const offsets = this.cx.offsets(shape.parts.map((part) => part.type));
        const parts = shape.parts.map((part, index) =>
          this.#load(
            this.cx.part(out, partHint(part, out), part.type),
            placeAfter(at, offsets[index] ?? noSize),
            ops,
          ),
        );
        ops.push({ kind: 'make', of: shape.of, parts, out });
        return;
      }
      case 'array':
        this.#loadArray(shape, at, out, ops);
        return;
      case 'sum':
        this.#loadSum(shape, at, out, ops);
        return;
      case 'sequence':
      case 'list':
      case 'map': {
        const pointer = this.#loadCore(at, 'pointer', `${out.hint}-ptr`, ops);
        const length = this.#loadCore(placeAfter(at, onePointer), 'length', `${out.hint}-len`, ops);
        this.#sequence(shape, pointer, length, out, ops);
        return;
      }
      default:
        unreachable(shape);
    }
  }

  #loadCore(at: Place, width: Width, hint: string, ops: Ops): CoreLocal {
    const out = coreLocal(hint, width === 'pointer' || width === 'length' ? width : 'i32');
    ops.push({ kind: 'load', at, width, out });
    return out;
  }

  #loadWords(
    shape: ShapeOf<'flags' | 'handle' | 'opaque'>,
    at: Place,
    out: ValueLocal,
    ops: Ops,
  ): readonly CoreLocal[] {
    const hint = `${out.hint}-core`;
    if (shape.kind === 'flags') {
      return flagWidths(shape.count).map((width, index) =>
        this.#loadCore(placeAfter(at, flagWordOffset(index)), width, hint, ops),
      );
    }
    const [type] = flatten(out.type, this.cx.convention.handle.core);
    return [this.#loadCore(at, type === 'pointer' ? 'pointer' : 'i32', hint, ops)];
  }

  #word(
    shape: ShapeOf<'scalar' | 'flags' | 'handle' | 'opaque'>,
    cores: readonly CoreLocal[],
    out: ValueLocal,
    ops: Ops,
  ): void {
    if (shape.kind === 'flags') {
      ops.push({ kind: 'core-to-flags', decl: shape.decl, values: cores, out });
      return;
    }
    const [value] = cores;
    invariant(value, 'one core value');
    if (shape.kind === 'scalar') ops.push({ kind: 'core-to-scalar', of: shape.of, value, out });
    else if (shape.kind === 'opaque') ops.push({ kind: 'core-to-opaque', of: shape.of, value, out });
    else {
      const resource = this.cx.resource(shape.resource);
      ops.push({ kind: 'core-to-handle', handle: shape.handle, resource, value, out });
    }
  }

  #flatParts(parts: readonly ValueLocal[], cores: readonly CoreLocal[], ops: Ops): readonly ValueLocal[] {
    let next = 0;
    return parts.map((part) => {
      const count = flatten(part.type, this.cx.convention.handle.core).length;
      return this.#flat(part, cores.slice(next, (next += count)), ops);
    });
  }

  #flatSum(shape: ShapeOf<'sum'>, cores: readonly CoreLocal[], out: ValueLocal, ops: Ops): void {
    const [discriminant, ...slots] = cores;
    invariant(discriminant, 'a discriminant');
    invariant(
      slots.length === flattenPayload(shape.cases, this.cx.convention.handle.core).length,
      'all slots',
    );
    const arms = shape.cases.map((each, index): LiftArm => {
      const body: Ops = [];
      const payload =
        each.type && this.#fromSlots(this.cx.part(out, payloadHint(each, out), each.type), slots, body);
      return { index, name: each.name, body, payload };
    });
    ops.push({ kind: 'switch', of: shape.of, discriminant, arms, out });
  }

  /** The payload of one case, whose core values stand in slots that fit every case. */
  #fromSlots(payload: ValueLocal, slots: readonly CoreLocal[], ops: Ops): ValueLocal {
    const cores = flatten(payload.type, this.cx.convention.handle.core).map((core, index) => {
      const slot = slots[index];
      invariant(slot, 'a slot for every core value of a case');
      return fromSlot(slot, core, ops);
    });
    return this.#flat(payload, cores, ops);
  }

  #loadSum(shape: ShapeOf<'sum'>, at: Place, out: ValueLocal, ops: Ops): void {
    const width = discriminantWidth(shape.cases.length);
    const discriminant = this.#loadCore(at, width, `${out.hint}-tag`, ops);
    const payloadAt = placeAfter(at, this.cx.payloadOffset(shape.cases));
    const arms = shape.cases.map((each, index): LiftArm => {
      const body: Ops = [];
      const payload =
        each.type && this.#load(this.cx.part(out, payloadHint(each, out), each.type), payloadAt, body);
      return { index, name: each.name, body, payload };
    });
    ops.push({ kind: 'switch', of: shape.of, discriminant, arms, out });
  }

  #loadArray(shape: ShapeOf<'array'>, base: Place, out: ValueLocal, ops: Ops): void {
    const { element, count } = shape;
    const stride = this.cx.layout(element).size;
    const slot = coreLocal(`${out.hint}-slot`, 'pointer');
    const body: Ops = [];
    const item = this.#load(this.cx.part(out, `${out.hint}-item`, element), placeAt(slot), body);
    ops.push({ kind: 'build-array', element, count, base, stride, slot, body, item, out });
  }

  /**
   * How memory becomes a value: the one place that decides between viewing, copying and taking over.
   *
   * | memory | the user looks at it                   | the user wants an owner |
   * |--------|----------------------------------------|-------------------------|
   * | lent   | view                                   | copy                    |
   * | given  | adopt, kept until the function returns | adopt                   |
   *
   * What the parts own is theirs either way: a shallow list of what does not lie as it crosses is built of
   * copies, which are kept, too.
   */
  #sequence(
    shape: ShapeOf<'sequence' | 'list' | 'map'>,
    pointer: CoreLocal,
    length: CoreLocal,
    out: ValueLocal,
    ops: Ops,
  ): void {
    const isOwner = out.passing === 'owner';
    const how = this.ownership === 'given' ? 'adopt' : isOwner ? 'copy' : 'view';
    const sequence = this.cx.sequence(out, 'received');
    // Elements that own something are copied one by one.
    if (!sequence || (how === 'copy' && shape.kind !== 'sequence')) {
      this.#build(shape, pointer, length, out, ops);
      return;
    }
    if (!isOwner && how === 'adopt') this.#usesScratch = true;
    ops.push({ kind: 'lift-sequence', of: sequence, how, pointer, length, out });
  }

  /** Elements and entries that are converted one by one; the array that they came in is freed if it was given. */
  #build(
    shape: ShapeOf<'sequence' | 'list' | 'map'>,
    pointer: CoreLocal,
    length: CoreLocal,
    out: ValueLocal,
    ops: Ops,
  ): void {
    if (out.passing !== 'owner') this.#usesScratch = true;
    const layout = this.cx.layout(shape.kind === 'map' ? shape.entry : shape.element);
    const slot = coreLocal(`${out.hint}-slot`, 'pointer');
    const body: Ops = [];
    const memory = { pointer, length, align: layout.align, stride: layout.size, slot, body, out };
    if (shape.kind === 'map')
      ops.push({ kind: 'build-map', of: shape.of, ...memory, ...this.#entry(shape, slot, out, body) });
    else {
      const { element } = shape;
      const item = this.#load(this.cx.part(out, `${out.hint}-item`, element), placeAt(slot), body);
      ops.push({ kind: 'build-list', element, ...memory, item });
    }
    if (this.ownership === 'given') ops.push({ kind: 'free', pointer, count: length, element: layout });
  }

  #entry(
    shape: ShapeOf<'map'>,
    slot: CoreLocal,
    out: ValueLocal,
    body: Ops,
  ): { readonly key: ValueLocal; readonly entry: ValueLocal } {
    const [keyAt = noSize, valueAt = noSize] = this.cx.offsets([shape.key, shape.value]);
    const key = this.#load(
      this.cx.part(out, `${out.hint}-key`, shape.key),
      { base: slot, offset: keyAt },
      body,
    );
    const entry = this.#load(
      this.cx.part(out, `${out.hint}-value`, shape.value),
      { base: slot, offset: valueAt },
      body,
    );
    return { key, entry };
  }
}

const onePointer = { bytes: 0, pointers: 1 };

function fromSlot(slot: CoreLocal, type: CoreType, ops: Ops): CoreLocal {
  if (slot.type === type) return slot;
  const out = coreLocal(`${slot.hint}-as`, type);
  ops.push({ kind: 'cast', value: slot, out });
  return out;
}
