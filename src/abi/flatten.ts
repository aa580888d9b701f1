/** Types as core values. CanonicalABI.md "Flattening". */
import { unreachable } from '../base/invariant.js';
import type { PrimitiveName, Type, TypeDecl } from '../resolve/model.js';
import type { HandleWidth } from './layout.js';
import type { CoreType } from './plan.js';
import { shapeOf, type SumCase } from './shape.js';

/** More flat parameters than this cross in memory, behind one pointer. */
export const maxFlatParameters = 16;

/** More flat results than this cross in memory. */
export const maxFlatResults = 1;

const primitiveCore: Readonly<Record<PrimitiveName, CoreType>> = {
  bool: 'i32',
  u8: 'i32',
  s8: 'i32',
  u16: 'i32',
  s16: 'i32',
  u32: 'i32',
  s32: 'i32',
  u64: 'i64',
  s64: 'i64',
  f32: 'f32',
  f64: 'f64',
  char: 'i32',
};

/** What has more core values than this never crosses as such, so that nobody asks for the rest of them. */
const enoughCores = maxFlatParameters + 1;

/** The core values that carry a value of the type, in order; of very many only the first. */
export function flatten(type: Type, handle: HandleWidth): readonly CoreType[] {
  return type.kind === 'named' ? flattenDecl(type, handle) : computeCores(type, handle).slice(0, enoughCores);
}

const knownCores: Readonly<Record<HandleWidth, WeakMap<TypeDecl, readonly CoreType[]>>> = {
  i32: new WeakMap(),
  pointer: new WeakMap(),
};

/** Computed once for each declaration. */
function flattenDecl(type: Extract<Type, { kind: 'named' }>, handle: HandleWidth): readonly CoreType[] {
  const known = knownCores[handle];
  const cores = known.get(type.decl) ?? computeCores(type, handle).slice(0, enoughCores);
  known.set(type.decl, cores);
  return cores;
}

function computeCores(type: Type, handle: HandleWidth): readonly CoreType[] {
  const shape = shapeOf(type);
  switch (shape.kind) {
    case 'scalar':
      return [shape.of.kind === 'primitive' ? primitiveCore[shape.of.name] : 'i32'];
    case 'flags':
      return Array.from({ length: Math.ceil(shape.count / 32) }, () => 'i32' as const);
    case 'product':
      return shape.parts.flatMap((part) => flatten(part.type, handle));
    case 'sum':
      return ['i32', ...flattenPayload(shape.cases, handle)];
    case 'sequence':
    case 'list':
    case 'map':
      return ['pointer', 'length'];
    case 'handle':
      return [handle];
    case 'opaque':
      return [shape.of.kind === 'error-context' ? 'i32' : handle];
    case 'array': {
      const element = flatten(shape.element, handle);
      return Array.from({ length: Math.min(shape.count, enoughCores) }, () => element).flat();
    }
    default:
      return unreachable(shape);
  }
}

/** The slots that hold the payload of whichever case is selected. */
export function flattenPayload(cases: readonly SumCase[], handle: HandleWidth): readonly CoreType[] {
  const slots: CoreType[] = [];
  for (const { type } of cases) {
    if (!type) continue;
    flatten(type, handle).forEach((core, index) => {
      const slot = slots[index];
      slots[index] = slot === undefined ? core : joinCore(slot, core);
    });
  }
  return slots;
}

/**
 * The narrowest core type that holds either. Pointers and lengths stay symbolic: they are 32 or 64
 * bits wide, so they win over 32-bit types, and a pointer beside a 64-bit value is `pointer-or-i64`.
 */
export function joinCore(a: CoreType, b: CoreType): CoreType {
  if (a === b) return a;
  const either = (...types: readonly CoreType[]): boolean => types.includes(a) || types.includes(b);
  if (either('pointer-or-i64')) return 'pointer-or-i64';
  if (either('pointer')) return either('i64', 'f64') ? 'pointer-or-i64' : 'pointer';
  if (either('i64', 'f64')) return 'i64';
  return either('length') ? 'length' : 'i32';
}
