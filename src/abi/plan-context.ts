import { InternalError, invariant } from '../base/invariant.js';
import { unaliased, type Type, type TypeDecl } from '../resolve/model.js';
import type { Convention } from './convention.js';
import { addSizes, layoutOf, noSize, payloadOffset, recordLayout } from './layout.js';
import type {
  CoreLocal,
  HelperPlan,
  Layout,
  Op,
  Place,
  ResourcePlan,
  Size,
  ValueLocal,
  Width,
} from './plan.js';
import { discriminantWidth } from './layout.js';
import { caseCount, type Part, type Shape, type SumCase } from './shape.js';
import type { PrimitiveName } from '../resolve/model.js';
import type { Scalar } from './plan.js';

/** What planning one world has in common: its convention, its resources and the helpers made so far. */
export class PlanContext {
  readonly helpers: HelperPlan[] = [];
  readonly #helperByKey = new Map<string, Map<TypeDecl, HelperPlan>>();

  constructor(
    readonly convention: Convention,
    private readonly resources: ReadonlyMap<TypeDecl, ResourcePlan>,
  ) {}

  resource(decl: TypeDecl): ResourcePlan {
    const plan = this.resources.get(unaliased(decl));
    invariant(plan, `a plan for resource ${decl.name}`);
    return plan;
  }

  layout(type: Type): Layout {
    return layoutOf(type, this.convention.handle.core);
  }

  partOffsets(parts: readonly Part[]): readonly Size[] {
    return recordLayout(
      parts.map((part) => part.type),
      this.convention.handle.core,
    ).offsets;
  }

  payloadOffset(cases: readonly SumCase[]): Size {
    return payloadOffset(cases, this.convention.handle.core);
  }

  /** The helper of a kind for a declaration; planned when first asked for, after the helpers that it calls. */
  helper(kind: string, decl: TypeDecl, plan: () => HelperPlan): HelperPlan {
    const byDecl = this.#helperByKey.get(kind) ?? new Map<TypeDecl, HelperPlan>();
    this.#helperByKey.set(kind, byDecl);
    const known = byDecl.get(decl);
    if (known) return known;
    const made = plan();
    byDecl.set(decl, made);
    this.helpers.push(made);
    return made;
  }
}

export const coreLocal = (hint: string, type: CoreLocal['type']): CoreLocal => ({ kind: 'core', hint, type });

export const valueLocal = (hint: string, type: Type): ValueLocal => ({ kind: 'value', hint, type });

/** A place at `offset` behind another. */
export function placeAfter(at: Place, offset: Size): Place {
  return { base: at.base, offset: addSizes(at.offset, offset) };
}

/** The place a pointer points at. */
export const placeAt = (base: CoreLocal): Place => ({ base, offset: noSize });

const primitiveWidth: Readonly<Record<PrimitiveName, Width>> = {
  bool: 'i8',
  u8: 'i8',
  s8: 'i8',
  u16: 'i16',
  s16: 'i16',
  u32: 'i32',
  s32: 'i32',
  u64: 'i64',
  s64: 'i64',
  f32: 'f32',
  f64: 'f64',
  char: 'i32',
};

/** How a scalar stands in memory. */
export function scalarWidth(of: Scalar): Width {
  return of.kind === 'primitive' ? primitiveWidth[of.name] : discriminantWidth(caseCount(of));
}

/** The width of each word of a flags value in memory. */
export function flagWidths(count: number): readonly Width[] {
  if (count === 0) return [];
  if (count <= 8) return ['i8'];
  if (count <= 16) return ['i16'];
  return Array.from({ length: Math.ceil(count / 32) }, () => 'i32' as const);
}

/** The bytes of the `index`-th word of 32 flags. */
export const flagWordOffset = (index: number): Size => ({ bytes: 4 * index, pointers: 0 });

/** Operations in the making. */
export type Ops = Op[];

/** Features are checked before planning: nobody asks for the plan of a type that has none. */
export function unplannable(shape: Extract<Shape, { kind: 'unplanned' }>): never {
  throw new InternalError(`expected a type that can be planned, met ${shape.type.kind}`);
}
