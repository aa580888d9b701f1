import { errors } from '../errors.js';
import { type Type, type TypeDecl, unaliased } from '../model.js';
import { partsOf } from '../parts.js';
import type { Check } from './check.js';

/** Types are linked before what refers to them, so the answer for a named type is at hand. */
const answers = new WeakMap<TypeDecl, boolean>();

/** A `borrow` may be lent to a function but never returned from one. Spec: CanonicalABI.md, `borrow` scopes. */
export const noBorrowInResult: Check = {
  func({ name, origin, result }, report) {
    if (result && hasBorrow(result)) report(errors.borrowInResult, origin, { function: name });
  },
};

/** Does a type contain a borrowed handle, at any depth? */
export function hasBorrow(type: Type): boolean {
  if (type.kind === 'borrow') return true;
  if (type.kind === 'named') return declHasBorrow(unaliased(type.decl));
  return partsOf(type).some(hasBorrow);
}

function declHasBorrow(decl: TypeDecl): boolean {
  const known = answers.get(decl);
  if (known !== undefined) return known;
  const answer = partsOf(decl.definition).some(hasBorrow);
  answers.set(decl, answer);
  return answer;
}
