import { invariant } from '../base/invariant.js';
import { structureOf, unaliased, type Type, type TypeDecl } from '../resolve/model.js';
import { crossesAsItLies, passingOf, passingWithin, type ApiStyle, type Way } from './api-style.js';
import type { Convention } from './convention.js';
import { layoutOf, payloadOffset, recordLayout } from './layout.js';
import type {
  CoreLocal,
  HelperPlan,
  Layout,
  Op,
  Passing,
  ResourcePlan,
  Size,
  ValueLocal,
  Width,
} from './plan.js';
import { discriminantWidth } from './layout.js';
import { caseCount, type SumCase } from './shape.js';
import type { PrimitiveName } from '../resolve/model.js';
import type { Scalar, Sequence } from './plan.js';
import type { SymbolOptions } from './symbol-options.js';

/** What planning one world has in common: its convention, its style of API, its resources and the helpers made so far. */
export class PlanContext {
  readonly helpers: HelperPlan[] = [];
  readonly #helperByKey = new Map<string, Map<TypeDecl, HelperPlan>>();

  constructor(
    readonly convention: Convention,
    readonly style: ApiStyle,
    readonly options: SymbolOptions,
    private readonly resources: ReadonlyMap<TypeDecl, ResourcePlan>,
  ) {}

  resource(decl: TypeDecl): ResourcePlan {
    const plan = this.resources.get(unaliased(decl));
    invariant(plan, `a plan for resource ${decl.name}`);
    return plan;
  }

  /** A value that the user sees as `wanted`, if its type can be that. */
  value(hint: string, type: Type, wanted: Passing): ValueLocal {
    return { kind: 'value', hint, type, passing: passingOf(type, wanted, this.style) };
  }

  /** A part of a value: a field, an element, the payload of a case. */
  part(whole: ValueLocal, hint: string, type: Type): ValueLocal {
    return { kind: 'value', hint, type, passing: passingWithin(whole, type, this.style) };
  }

  /** The string or list whose memory crosses as it is; none if its elements have to be converted. */
  sequence(value: ValueLocal, way: Way): Sequence | undefined {
    const structure = structureOf(value.type);
    if (structure.kind === 'string') return structure;
    if (structure.kind !== 'list') return undefined;
    const { passing } = this.part(value, value.hint, structure.element);
    return crossesAsItLies(structure.element, passing, way, this.style) ? structure : undefined;
  }

  layout(type: Type): Layout {
    return layoutOf(type, this.convention.handle.core);
  }

  /** Where consecutive values lie, as the parts of a record do. */
  offsets(types: readonly Type[]): readonly Size[] {
    return recordLayout(types, this.convention.handle.core).offsets;
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
