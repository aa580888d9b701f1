import { membersOf, plainName, sameNames } from '../compared-names.js';
import { errors } from '../errors.js';
import type { Check } from './check.js';

/** Fields, cases and flags differ in more than upper and lower case. Spec: Explainer.md, strongly-unique names. */
export const uniqueMembers: Check = {
  type({ name: type, definition }, report) {
    for (const [member, earlier] of sameNames(membersOf(definition).map(plainName))) {
      const related = [{ span: earlier.origin, message: 'the first one is here' }];
      report(errors.duplicateMember, member.origin, { type, name: member.name }, { related });
    }
  },
};
