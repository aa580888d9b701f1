/** Freeing what a result points to, for conventions in which the callee does that when it is told to. */
import { unreachable } from '../base/invariant.js';
import type { Type } from '../resolve/model.js';
import { discriminantWidth, noSize } from './layout.js';
import { coreLocal, placeAfter, placeAt, type Ops, type PlanContext } from './plan-context.js';
import type { CoreLocal, Place } from './plan.js';
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
    case 'unplanned':
      return;
    case 'product': {
      const offsets = cx.partOffsets(shape.parts);
      shape.parts.forEach((part, index) => {
        release(part.type, placeAfter(at, offsets[index] ?? noSize), cx, ops);
      });
      return;
    }
    case 'sum':
      releaseSum(shape, at, cx, ops);
      return;
    case 'sequence':
    case 'list':
      releaseElements(shape.element, at, cx, ops);
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
  const slot = coreLocal('slot', 'pointer');
  const body: Ops = [];
  release(element, placeAt(slot), cx, body);
  if (body.length > 0) ops.push({ kind: 'each-slot', pointer, length, stride: layout.size, slot, body });
  ops.push({ kind: 'free', pointer, count: length, element: layout });
}
