import { errors } from '../errors.js';
import type { Check } from './check.js';

/** Records, flags and tuples have members. Spec: Explainer.md, component value types. */
export const noEmptyRecord: Check = {
  type({ name, origin, definition }, report) {
    if (definition.kind === 'record' && definition.fields.length === 0) {
      report(errors.emptyType, origin, { what: `record \`${name}\` has no fields` });
    } else if (definition.kind === 'flags' && definition.flags.length === 0) {
      report(errors.emptyType, origin, { what: `flags \`${name}\` has no flags` });
    }
  },
  part(type, at, report) {
    if (type.kind === 'tuple' && type.items.length === 0) {
      report(errors.emptyType, at, { what: 'a tuple here has no members' });
    }
  },
};
