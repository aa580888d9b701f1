import { errors } from '../errors.js';
import { measure } from '../measure.js';
import type { Type } from '../model.js';
import type { Check } from './check.js';

const borrows = measure({
  leaf: ({ kind }) => (kind === 'borrow' ? 1 : 0),
  whole: (parts) => parts.reduce((most, part) => Math.max(most, part), 0),
});

/** A `borrow` may be lent to a function but never returned from one. Spec: CanonicalABI.md, `borrow` scopes. */
export const noBorrowInResult: Check = {
  type(decl) {
    borrows.ofDecl(decl);
  },
  func({ name, origin, result }, report) {
    if (result && hasBorrow(result)) report(errors.borrowInResult, origin, { function: name });
  },
};

/** Does a type contain a borrowed handle, at any depth? */
export function hasBorrow(type: Type): boolean {
  return borrows.ofType(type) > 0;
}
