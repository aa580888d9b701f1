import { errors } from '../errors.js';
import type { Check } from './check.js';

/** A variant or enum has a case: without one it has no values. */
export const noEmptyChoice: Check = {
  type({ name, origin, definition }, report) {
    if (definition.kind !== 'variant' && definition.kind !== 'enum') return;
    if (definition.cases.length > 0) return;
    const kind = definition.kind === 'variant' ? errors.emptyVariant : errors.emptyEnum;
    report(kind, origin, { name });
  },
};
