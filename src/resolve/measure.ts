/** Numbers about types that follow from those of their parts. */
import type { Type, TypeDecl } from './model.js';
import { partsOf } from './parts.js';

/** How a number is computed. */
export interface Rule {
  /** Of a type without parts. */
  readonly leaf: (type: Type) => number;
  readonly whole: (parts: readonly number[]) => number;
}

/** One number about types; that of a declaration is computed once. */
export interface Measure {
  readonly ofType: (type: Type) => number;
  readonly ofDecl: (decl: TypeDecl) => number;
}

/**
 * Makes a measure. Ask it for declarations in the order of the model, where each stands after those that it
 * refers to: so it never goes deep, however long a chain of types is.
 */
export function measure({ leaf, whole }: Rule): Measure {
  const known = new WeakMap<TypeDecl, number>();
  const ofType = (type: Type): number => {
    if (type.kind === 'named') return ofDecl(type.decl);
    const parts = partsOf(type);
    return parts.length === 0 ? leaf(type) : whole(parts.map(ofType));
  };
  const ofDecl = (decl: TypeDecl): number => {
    const answer = known.get(decl) ?? ofDefinition(decl);
    known.set(decl, answer);
    return answer;
  };
  const ofDefinition = ({ definition }: TypeDecl): number => {
    if (definition.kind === 'alias') return ofDecl(definition.target);
    if (definition.kind === 'type') return ofType(definition.type);
    return whole(partsOf(definition).map(ofType));
  };
  return { ofType, ofDecl };
}
