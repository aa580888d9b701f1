import { errors } from '../errors.js';
import { hasBorrow } from './no-borrow-in-result.js';
import type { Check } from './check.js';

/** What travels in a stream or future outlives the call that lent it. Spec: Explainer.md, `stream` and `future`. */
export const noBorrowInStream: Check = {
  part(type, at, report) {
    if (type.kind !== 'stream' && type.kind !== 'future') return;
    if (type.element && hasBorrow(type.element)) report(errors.borrowInStream, at, { kind: type.kind });
  },
};
