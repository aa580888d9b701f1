import { errors } from '../errors.js';
import type { Check } from './check.js';

/** A list of fixed length has an element. Spec: Explainer.md, `list` with a length. */
export const listHasLength: Check = {
  part(type, at, report) {
    if (type.kind === 'fixed-length-list' && type.length === 0) report(errors.emptyList, at, {});
  },
};
