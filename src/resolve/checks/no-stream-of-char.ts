import { errors } from '../errors.js';
import type { Check } from './check.js';

/** Text is streamed as bytes. Spec: Explainer.md, `stream`: not of `char`, until its encoding is decided. */
export const noStreamOfChar: Check = {
  part(type, at, report) {
    if (type.kind !== 'stream' || type.element?.kind !== 'primitive') return;
    if (type.element.name === 'char')
      report(errors.streamOfChar, at, {}, { hint: 'stream bytes: `stream<u8>`' });
  },
};
