import { errors } from '../errors.js';
import type { Check } from './check.js';

const limit = 32;

/** Flags fit into 32 bits. Spec: CanonicalABI.md, `flags`. */
export const fewFlags: Check = {
  type({ name, definition }, report) {
    const excess = definition.kind === 'flags' ? definition.flags[limit] : undefined;
    if (excess) report(errors.tooManyFlags, excess.origin, { name, limit: String(limit) });
  },
};
