/** Freeing what a result points to, for conventions in which the callee does that when it is told to. */
import { unreachable } from '../base/invariant.js';
import type { Type } from '../resolve/model.js';
import { discriminantWidth, noSize, placeAfter, placeAt } from './layout.js';
import { coreLocal, type Ops, type PlanContext } from './plan-context.js';
import type { CoreLocal, Operand, Place } from './plan.js';
import { shapeOf, type Shape } from './shape.js';
import { factsOf } from './type-facts.js';

/** Plans the frees of everything behind a value in memory. Handles are the receiver's and stay. */
export function release(type: Type, at: Place, cx: PlanContext, ops: Ops): void {
  if (!factsOf(type).hasList) return;
  const shape = shapeOf(type);
  switch (shape.kind) {
    case 'scalar':
    case 'flags':
    case 'handle':
    case 'opaque':
      return;
    case 'product': {
      const offsets = cx.offsets(shape.parts.map((part) => part.type));
      shape.parts.forEach((part, index) => {
        release(part.type, placeAfter(at, offsets[index] ?? noSize), cx, ops);
      });
      return;
    }
    case 'sum':
      releaseSum(shape, at, cx, ops);
      return;
    case 'array':
      releaseEach(shape.element, at, { kind: 'constant', type: 'length', value: shape.count }, cx, ops);
      return;
    case 'sequence':
    case 'list':
      releaseElements(shape.element, at, cx, ops);
      return;
    case 'map':
      releaseElements(shape.entry, at, cx, ops);
      return;
    default:
      unreachable(shape);
  }
}

function releaseSum(shape: Extract<Shape, { kind: 'sum' }>, at: Place, cx: PlanContext, ops: Ops): void {
  const discriminant = coreLocal('tag', 'i32');
  ops.push({ kind: 'load', at, width: discriminantWidth(shape.cases.length), out: discriminant });
  const payloadAt = placeAfter(at, cx.payloadOffset(shape.cases));
  const arms = shape.cases.flatMap(({ type }, index) => {
    const body: Ops = [];
    if (type) release(type, payloadAt, cx, body);
    return body.length === 0 ? [] : [{ index, body }];
  });
  ops.push({ kind: 'branch', discriminant, arms });
}

function releaseElements(element: Type, at: Place, cx: PlanContext, ops: Ops): void {
  const pointer: CoreLocal = coreLocal('ptr', 'pointer');
  const length = coreLocal('len', 'length');
  const layout = cx.layout(element);
  ops.push({ kind: 'load', at, width: 'pointer', out: pointer });
  ops.push({
    kind: 'load',
    at: placeAfter(at, { bytes: 0, pointers: 1 }),
    width: 'length',
    out: length,
  });
  releaseEach(element, placeAt(pointer), length, cx, ops);
  ops.push({ kind: 'free', pointer, count: length, element: layout });
}

function releaseEach(element: Type, base: Place, count: Operand, cx: PlanContext, ops: Ops): void {
  const slot = coreLocal('slot', 'pointer');
  const body: Ops = [];
  release(element, placeAt(slot), cx, body);
  const stride = cx.layout(element).size;
  if (body.length > 0) ops.push({ kind: 'each-slot', base, count, stride, slot, body });
}
