import { errors } from '../errors.js';
import { measure } from '../measure.js';
import type { Check } from './check.js';

const depthLimit = 100;
const sizeLimit = 1_000_000;

const depth = measure({ leaf: () => 0, whole: (parts) => 1 + parts.reduce((a, b) => Math.max(a, b), 0) });
const size = measure({ leaf: () => 1, whole: (parts) => 1 + parts.reduce((a, b) => a + b, 0) });

/** Types are limited also where names hide how large they are: the limits are those of component validation. */
export const limitedTypes: Check = {
  type(decl, report) {
    if (depth.ofDecl(decl) > depthLimit) {
      report(errors.typeNesting, decl.origin, { name: decl.name, limit: String(depthLimit) });
    } else if (size.ofDecl(decl) > sizeLimit) {
      report(errors.typeSize, decl.origin, { name: decl.name, limit: String(sizeLimit) });
    }
  },
};
