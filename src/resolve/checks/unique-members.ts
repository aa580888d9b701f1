import { errors } from '../errors.js';
import type { Declared, TypeDefinition } from '../model.js';
import type { Check } from './check.js';

/** Fields, cases and flags differ in more than upper and lower case. Spec: Explainer.md, strongly-unique names. */
export const uniqueMembers: Check = {
  type({ name: type, definition }, report) {
    const seen = new Map<string, Declared>();
    for (const member of membersOf(definition)) {
      const key = member.name.toLowerCase();
      const earlier = seen.get(key);
      if (!earlier) {
        seen.set(key, member);
        continue;
      }
      const related = [{ span: earlier.origin, message: 'the first one is here' }];
      report(errors.duplicateMember, member.origin, { type, name: member.name }, { related });
    }
  },
};

function membersOf(definition: TypeDefinition): readonly Declared[] {
  switch (definition.kind) {
    case 'record':
      return definition.fields;
    case 'variant':
    case 'enum':
      return definition.cases;
    case 'flags':
      return definition.flags;
    case 'resource':
    case 'alias':
    case 'type':
      return [];
  }
}
