import type { TypeDecl } from '../../../resolve/model.js';
import { memberNames } from '../presentation.js';

/** What JavaScript calls the fields of a record, or flags, in the order of declaration. */
export function valueMembers({ definition }: TypeDecl): readonly string[] {
  if (definition.kind === 'record') return memberNames(definition.fields);
  return definition.kind === 'flags' ? memberNames(definition.flags) : [];
}
