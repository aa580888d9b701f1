/** Core values and memory to values. CanonicalABI.md "Loading" and "Flat Lifting". */
import { invariant, unreachable } from '../base/invariant.js';
import type { Type, TypeDecl } from '../resolve/model.js';
import { flatten, flattenPayload } from './flatten.js';
import { discriminantWidth, noSize } from './layout.js';
import { helpedDecl, partHint, payloadHint } from './lower.js';
import {
  coreLocal,
  flagWidths,
  flagWordOffset,
  placeAfter,
  placeAt,
  scalarWidth,
  unplannable,
  valueLocal,
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
} from './plan.js';
import { shapeOf, type Shape } from './shape.js';

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/**
 * How memory becomes a value: the one table that decides between viewing, copying and taking over.
 *
 * | memory | the user wants a view       | the user wants an owner |
 * |--------|-----------------------------|-------------------------|
 * | lent   | view                        | copy                    |
 * | given  | view, freed after the call  | adopt                   |
 */
const liftedHow: Readonly<Record<Ownership, Readonly<Record<Passing, 'view' | 'copy' | 'adopt'>>>> = {
  lent: { view: 'view', owner: 'copy' },
  given: { view: 'view', owner: 'adopt' },
};

/** Plans how values arrive. */
export class Lifting {
  constructor(
    private readonly cx: PlanContext,
    private readonly ownership: Ownership,
    private readonly passing: Passing,
  ) {}

  /** A value of the type from its core values, of which there are as many as flattening says. */
  flat(type: Type, cores: readonly CoreLocal[], hint: string, ops: Ops): ValueLocal {
    const shape = shapeOf(type);
    const out = valueLocal(hint, type);
    switch (shape.kind) {
      case 'scalar':
      case 'flags':
      case 'handle':
        this.#word(shape, cores, out, ops);
        return out;
      case 'product': {
        const parts = this.#flatParts(shape, cores, out, ops);
        ops.push({ kind: 'make', of: shape.of, parts, out });
        return out;
      }
      case 'sum':
        this.#flatSum(shape, cores, out, ops);
        return out;
      case 'sequence':
      case 'list': {
        const [pointer, length] = cores;
        invariant(pointer && length, 'a pointer and a length');
        this.#sequence(shape, pointer, length, out, ops);
        return out;
      }
      case 'unplanned':
        return unplannable(shape);
      default:
        return unreachable(shape);
    }
  }

  /** A value read from memory. Named records and variants go through their helper. */
  load(type: Type, at: Place, hint: string, ops: Ops): ValueLocal {
    const out = valueLocal(hint, type);
    const helped = helpedDecl(shapeOf(type));
    if (helped) ops.push({ kind: 'call-load', helper: this.#helper(helped), at, out });
    else this.#loadInline(at, out, ops);
    return out;
  }

  #helper(decl: TypeDecl): HelperPlan {
    return this.cx.helper(`load ${this.ownership} ${this.passing}`, decl, () => {
      const base = coreLocal('at', 'pointer');
      const value = valueLocal('value', { kind: 'named', decl });
      const body: Ops = [];
      this.#loadInline(placeAt(base), value, body);
      return {
        direction: 'load',
        decl,
        ownership: this.ownership,
        base,
        value,
        body,
        usesScratch: false,
      };
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
        this.#word(shape, this.#loadWords(shape, at, out, ops), out, ops);
        return;
      case 'product': {
        const offsets = this.cx.partOffsets(shape.parts);
        const parts = shape.parts.map((part, index) =>
          this.load(part.type, placeAfter(at, offsets[index] ?? noSize), partHint(part, out), ops),
        );
        ops.push({ kind: 'make', of: shape.of, parts, out });
        return;
      }
      case 'sum':
        this.#loadSum(shape, at, out, ops);
        return;
      case 'sequence':
      case 'list': {
        const pointer = this.#load(at, 'pointer', `${out.hint}-ptr`, ops);
        const length = this.#load(placeAfter(at, onePointer), 'length', `${out.hint}-len`, ops);
        this.#sequence(shape, pointer, length, out, ops);
        return;
      }
      case 'unplanned':
        return unplannable(shape);
      default:
        unreachable(shape);
    }
  }

  #load(at: Place, width: 'pointer' | 'length' | 'i8' | 'i16' | 'i32', hint: string, ops: Ops): CoreLocal {
    const out = coreLocal(hint, width === 'pointer' || width === 'length' ? width : 'i32');
    ops.push({ kind: 'load', at, width, out });
    return out;
  }

  #loadWords(
    shape: ShapeOf<'flags'> | ShapeOf<'handle'>,
    at: Place,
    out: ValueLocal,
    ops: Ops,
  ): readonly CoreLocal[] {
    const hint = `${out.hint}-core`;
    if (shape.kind === 'handle') return [this.#load(at, this.cx.convention.handle.core, hint, ops)];
    return flagWidths(shape.count).map((width, index) => {
      const word = coreLocal(hint, 'i32');
      ops.push({ kind: 'load', at: placeAfter(at, flagWordOffset(index)), width, out: word });
      return word;
    });
  }

  #word(
    shape: ShapeOf<'scalar'> | ShapeOf<'flags'> | ShapeOf<'handle'>,
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
    if (shape.kind === 'scalar') {
      ops.push({ kind: 'core-to-scalar', of: shape.of, value, out });
      return;
    }
    const resource = this.cx.resource(shape.resource);
    ops.push({ kind: 'core-to-handle', handle: shape.handle, resource, value, out });
  }

  #flatParts(
    shape: ShapeOf<'product'>,
    cores: readonly CoreLocal[],
    whole: ValueLocal,
    ops: Ops,
  ): readonly ValueLocal[] {
    let next = 0;
    return shape.parts.map((part) => {
      const count = flatten(part.type, this.cx.convention.handle.core).length;
      const own = cores.slice(next, (next += count));
      return this.flat(part.type, own, partHint(part, whole), ops);
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
      const payload = each.type && this.#fromSlots(each.type, slots, payloadHint(each, out), body);
      return { index, name: each.name, body, payload };
    });
    ops.push({ kind: 'switch', of: shape.of, discriminant, arms, out });
  }

  /** The payload of one case, whose core values stand in slots that fit every case. */
  #fromSlots(type: Type, slots: readonly CoreLocal[], hint: string, ops: Ops): ValueLocal {
    const cores = flatten(type, this.cx.convention.handle.core).map((core, index) => {
      const slot = slots[index];
      invariant(slot, 'a slot for every core value of a case');
      return fromSlot(slot, core, ops);
    });
    return this.flat(type, cores, hint, ops);
  }

  #loadSum(shape: ShapeOf<'sum'>, at: Place, out: ValueLocal, ops: Ops): void {
    const width = discriminantWidth(shape.cases.length);
    invariant(width === 'i8' || width === 'i16' || width === 'i32', 'a discriminant to be an integer');
    const discriminant = this.#load(at, width, `${out.hint}-tag`, ops);
    const payloadAt = placeAfter(at, this.cx.payloadOffset(shape.cases));
    const arms = shape.cases.map((each, index): LiftArm => {
      const body: Ops = [];
      const payload = each.type && this.load(each.type, payloadAt, payloadHint(each, out), body);
      return { index, name: each.name, body, payload };
    });
    ops.push({ kind: 'switch', of: shape.of, discriminant, arms, out });
  }

  #sequence(
    shape: ShapeOf<'sequence'> | ShapeOf<'list'>,
    pointer: CoreLocal,
    length: CoreLocal,
    out: ValueLocal,
    ops: Ops,
  ): void {
    if (shape.kind === 'sequence') {
      const how = liftedHow[this.ownership][this.passing];
      ops.push({ kind: 'lift-sequence', of: shape.of, how, pointer, length, out });
      return;
    }
    const { element } = shape;
    const layout = this.cx.layout(element);
    const slot = coreLocal(`${out.hint}-slot`, 'pointer');
    const body: Ops = [];
    const item = this.load(element, placeAt(slot), `${out.hint}-item`, body);
    const stride = layout.size;
    ops.push({ kind: 'build-list', element, pointer, length, stride, slot, body, item, out });
    if (this.ownership === 'given') ops.push({ kind: 'free', pointer, count: length, element: layout });
  }
}

const onePointer = { bytes: 0, pointers: 1 };

function fromSlot(slot: CoreLocal, type: CoreType, ops: Ops): CoreLocal {
  if (slot.type === type) return slot;
  const out = coreLocal(`${slot.hint}-as`, type);
  ops.push({ kind: 'cast', value: slot, out });
  return out;
}
