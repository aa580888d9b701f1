/** Values to core values and memory. CanonicalABI.md "Storing" and "Flat Lowering". */
import { invariant, unreachable } from '../base/invariant.js';
import type { Type, TypeDecl } from '../resolve/model.js';
import { flatten, flattenPayload } from './flatten.js';
import { discriminantWidth, noSize, placeAfter, placeAt } from './layout.js';
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
  LowerArm,
  Operand,
  Ownership,
  Passing,
  Place,
  ValueLocal,
} from './plan.js';
import { shapeOf, type Part, type Shape, type SumCase } from './shape.js';

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/**
 * Plans how values leave. With `lent` memory the receiver looks at the sender's own strings and at
 * scratch arrays; with `given` memory everything behind a pointer is handed over.
 */
export class Lowering {
  #usesScratch = false;

  constructor(
    private readonly cx: PlanContext,
    private readonly ownership: Ownership,
  ) {}

  /** Whether anything planned so far allocates scratch memory. */
  get usesScratch(): boolean {
    return this.#usesScratch;
  }

  /** The core values of a value, in order. */
  flat(value: ValueLocal, ops: Ops): readonly CoreLocal[] {
    const shape = shapeOf(value.type);
    switch (shape.kind) {
      case 'scalar':
      case 'flags':
      case 'handle':
      case 'opaque':
        return this.#word(shape, value, ops);
      case 'product':
        return this.#fields(shape, value, ops).flatMap((part) => this.flat(part, ops));
      case 'array':
        return this.#elementsApart(shape, value, ops).flatMap((item) => this.flat(item, ops));
      case 'sum':
        return this.#flatSum(shape, value, ops);
      case 'sequence':
      case 'list':
      case 'map':
        return this.#pointerAndLength(shape, value, ops);
      default:
        return unreachable(shape);
    }
  }

  /** Writes a value to memory. Named records and variants go through their helper. */
  store(value: ValueLocal, at: Place, ops: Ops): void {
    const helped = helpedDecl(shapeOf(value.type));
    if (!helped) {
      this.#storeInline(value, at, ops);
      return;
    }
    const helper = this.#helper(helped, value.passing);
    this.#usesScratch ||= helper.usesScratch;
    ops.push({ kind: 'call-store', helper, at, value });
  }

  #helper(decl: TypeDecl, passing: Passing): HelperPlan {
    return this.cx.helper(`store ${this.ownership} ${passing}`, decl, () => {
      const inner = new Lowering(this.cx, this.ownership);
      const base = coreLocal('at', 'pointer');
      const value = this.cx.value('value', { kind: 'named', decl }, passing);
      const body: Ops = [];
      inner.#storeInline(value, placeAt(base), body);
      return {
        direction: 'store',
        decl,
        ownership: this.ownership,
        base,
        value,
        body,
        usesScratch: inner.usesScratch,
      };
    });
  }

  #storeInline(value: ValueLocal, at: Place, ops: Ops): void {
    const shape = shapeOf(value.type);
    switch (shape.kind) {
      case 'scalar':
        ops.push({ kind: 'store-scalar', at, of: shape.of, width: scalarWidth(shape.of), value });
        return;
      case 'flags':
        this.#storeFlags(shape, value, at, ops);
        return;
      case 'handle':
      case 'opaque': {
        const [handle] = this.#word(shape, value, ops);
        invariant(handle, 'a handle to be one core value');
        ops.push({ kind: 'store', at, width: handle.type === 'i32' ? 'i32' : 'pointer', value: handle });
        return;
      }
      case 'product':
        this.#storeProduct(shape, value, at, ops);
        return;
      case 'array':
        this.#storeElements(shape.element, value, at, ops);
        return;
      case 'sum':
        this.#storeSum(shape, value, at, ops);
        return;
      case 'sequence':
      case 'list':
      case 'map': {
        const [pointer, length] = this.#pointerAndLength(shape, value, ops);
        ops.push({ kind: 'store', at, width: 'pointer', value: pointer });
        ops.push({ kind: 'store', at: placeAfter(at, onePointer), width: 'length', value: length });
        return;
      }
      default:
        unreachable(shape);
    }
  }

  /** Scalars, flags and handles: no memory behind them. */
  #word(
    shape: ShapeOf<'scalar' | 'flags' | 'handle' | 'opaque'>,
    value: ValueLocal,
    ops: Ops,
  ): readonly CoreLocal[] {
    const types = flatten(value.type, this.cx.convention.handle.core);
    const outs = types.map((type) => coreLocal(`${value.hint}-core`, type));
    if (shape.kind === 'flags') {
      if (outs.length > 0) ops.push({ kind: 'flags-to-core', decl: shape.decl, value, outs });
      return outs;
    }
    const [out] = outs;
    invariant(out, 'one core value');
    if (shape.kind === 'scalar') ops.push({ kind: 'scalar-to-core', of: shape.of, value, out });
    else if (shape.kind === 'opaque') ops.push({ kind: 'opaque-to-core', of: shape.of, value, out });
    else {
      const resource = this.cx.resource(shape.resource);
      ops.push({ kind: 'handle-to-core', handle: shape.handle, resource, value, out });
    }
    return outs;
  }

  #storeFlags(shape: ShapeOf<'flags'>, value: ValueLocal, at: Place, ops: Ops): void {
    const words = this.#word(shape, value, ops);
    const widths = flagWidths(shape.count);
    words.forEach((word, index) => {
      const width = widths[index];
      invariant(width, 'as many words in memory as in core values');
      ops.push({ kind: 'store', at: placeAfter(at, flagWordOffset(index)), width, value: word });
    });
  }

  #fields(shape: ShapeOf<'product'>, value: ValueLocal, ops: Ops): readonly ValueLocal[] {
    const outs = shape.parts.map((part) => this.cx.part(value, partHint(part, value), part.type));
    ops.push({ kind: 'fields', of: shape.of, ownership: this.ownership, value, outs });
    return outs;
  }

  #elementsApart(shape: ShapeOf<'array'>, value: ValueLocal, ops: Ops): readonly ValueLocal[] {
    const outs = Array.from({ length: shape.count }, (_, index) =>
      this.cx.part(value, `${value.hint}-${String(index)}`, shape.element),
    );
    ops.push({ kind: 'fields', of: shape.of, ownership: this.ownership, value, outs });
    return outs;
  }

  #storeProduct(shape: ShapeOf<'product'>, value: ValueLocal, at: Place, ops: Ops): void {
    const offsets = this.cx.offsets(shape.parts.map((part) => part.type));
    this.#fields(shape, value, ops).forEach((part, index) => {
      this.store(part, placeAfter(at, offsets[index] ?? noSize), ops);
    });
  }

  #flatSum(shape: ShapeOf<'sum'>, value: ValueLocal, ops: Ops): readonly CoreLocal[] {
    const slots = flattenPayload(shape.cases, this.cx.convention.handle.core);
    const outs = [
      coreLocal(`${value.hint}-tag`, 'i32'),
      ...slots.map((slot, index) => coreLocal(`${value.hint}-${String(index)}`, slot)),
    ];
    const arms = shape.cases.map((each, index) =>
      this.#arm(each, index, value, (payload, body): readonly Operand[] => {
        const flat = payload ? this.flat(payload, body) : [];
        const tag: Operand = { kind: 'constant', type: 'i32', value: index };
        return [tag, ...slots.map((slot, position) => inSlot(flat[position], slot, body))];
      }),
    );
    ops.push({ kind: 'match', of: shape.of, ownership: this.ownership, value, arms, outs });
    return outs;
  }

  #storeSum(shape: ShapeOf<'sum'>, value: ValueLocal, at: Place, ops: Ops): void {
    const width = discriminantWidth(shape.cases.length);
    const payloadAt = placeAfter(at, this.cx.payloadOffset(shape.cases));
    const arms = shape.cases.map((each, index) =>
      this.#arm(each, index, value, (payload, body) => {
        const tag: Operand = { kind: 'constant', type: 'i32', value: index };
        body.push({ kind: 'store', at, width, value: tag });
        if (payload) this.store(payload, payloadAt, body);
        return [];
      }),
    );
    ops.push({ kind: 'match', of: shape.of, ownership: this.ownership, value, arms, outs: [] });
  }

  #arm(
    each: SumCase,
    index: number,
    value: ValueLocal,
    lower: (payload: ValueLocal | undefined, body: Ops) => readonly Operand[],
  ): LowerArm {
    const payload = each.type && this.cx.part(value, payloadHint(each, value), each.type);
    const body: Ops = [];
    const yields = lower(payload, body);
    return { index, name: each.name, payload, body, yields };
  }

  #pointerAndLength(
    shape: ShapeOf<'sequence' | 'list' | 'map'>,
    value: ValueLocal,
    ops: Ops,
  ): readonly [CoreLocal, CoreLocal] {
    const pointer = coreLocal(`${value.hint}-ptr`, 'pointer');
    const length = coreLocal(`${value.hint}-len`, 'length');
    const sequence = this.cx.sequence(value, 'sent');
    if (sequence) {
      ops.push({ kind: 'data', of: sequence, ownership: this.ownership, value, pointer, length });
    } else if (shape.kind === 'map') {
      this.#allocateBeside(shape.entry, value, pointer, length, ops);
      this.#storeEntries(shape, value, placeAt(pointer), ops);
    } else {
      this.#allocateBeside(shape.element, value, pointer, length, ops);
      this.#storeElements(shape.element, value, placeAt(pointer), ops);
    }
    return [pointer, length];
  }

  /** An array beside the value, never the value's own memory: the sender's list stays as it is. */
  #allocateBeside(element: Type, value: ValueLocal, base: CoreLocal, length: CoreLocal, ops: Ops): void {
    const lifetime = this.ownership === 'lent' ? 'scratch' : 'given';
    if (lifetime === 'scratch') this.#usesScratch = true;
    ops.push({ kind: 'length', value, out: length });
    ops.push({ kind: 'allocate', lifetime, count: length, element: this.cx.layout(element), out: base });
  }

  #storeElements(element: Type, list: ValueLocal, base: Place, ops: Ops): void {
    const stride = this.cx.layout(element).size;
    const item = this.cx.part(list, `${list.hint}-item`, element);
    const slot = coreLocal(`${list.hint}-slot`, 'pointer');
    const body: Ops = [];
    this.store(item, placeAt(slot), body);
    ops.push({ kind: 'each', ownership: this.ownership, list, item, base, slot, stride, body });
  }

  #storeEntries(shape: ShapeOf<'map'>, map: ValueLocal, base: Place, ops: Ops): void {
    const stride = this.cx.layout(shape.entry).size;
    const key = this.cx.part(map, `${map.hint}-key`, shape.key);
    const entry = this.cx.part(map, `${map.hint}-value`, shape.value);
    const slot = coreLocal(`${map.hint}-slot`, 'pointer');
    const offsets = this.cx.offsets([shape.key, shape.value]);
    const body: Ops = [];
    [key, entry].forEach((part, index) => {
      this.store(part, { base: slot, offset: offsets[index] ?? noSize }, body);
    });
    const { ownership } = this;
    ops.push({ kind: 'each-entry', ownership, map, key, entry, base, slot, stride, body });
  }
}

const onePointer = { bytes: 0, pointers: 1 };

/** The record or variant that has a helper; other types are converted where they stand. */
export function helpedDecl(shape: Shape): TypeDecl | undefined {
  if (shape.kind !== 'product' && shape.kind !== 'sum') return undefined;
  return shape.of.kind === 'record' || shape.of.kind === 'variant' ? shape.of.decl : undefined;
}

/** A part is known by its own name; the parts of a tuple by the tuple's. */
export function partHint(part: Part, whole: Pick<ValueLocal, 'hint'>): string {
  return /^\d/.test(part.name) ? `${whole.hint}-${part.name}` : part.name;
}

/** A payload is known by its case, `some` and `ok` by what they are in. */
export function payloadHint(each: SumCase, whole: Pick<ValueLocal, 'hint'>): string {
  return each.name === 'some' || each.name === 'ok' ? `${whole.hint}-value` : each.name;
}

/** A core value as its slot wants it; a slot that the case leaves empty is zero. */
function inSlot(core: CoreLocal | undefined, slot: CoreType, ops: Ops): Operand {
  if (!core) return { kind: 'constant', type: slot, value: 0 };
  if (core.type === slot) return core;
  const out = coreLocal(`${core.hint}-slot`, slot);
  ops.push({ kind: 'cast', value: core, out });
  return out;
}
