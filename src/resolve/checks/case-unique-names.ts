import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { errors } from '../errors.js';
import type { Func, TypeDecl } from '../model.js';
import type { Check } from './check.js';

interface Named {
  readonly name: string;
  readonly origin: Span;
}

/** Names of one scope differ in more than upper and lower case. Spec: Explainer.md, strongly-unique names. */
export const caseUniqueNames: Check = {
  package({ interfaces, worlds }, report) {
    checkCase([...interfaces, ...worlds], report);
  },
  interface({ types, functions }, report) {
    checkCase([...types, ...functions.filter(({ form }) => form.kind === 'free')], report);
    for (const members of byResource(functions).values()) checkCase(members, report);
  },
  func({ parameters }, report) {
    checkCase(parameters, report);
  },
};

function byResource(functions: readonly Func[]): ReadonlyMap<TypeDecl, readonly Func[]> {
  const members = new Map<TypeDecl, Func[]>();
  for (const func of functions) {
    if (func.form.kind === 'free' || func.form.kind === 'constructor') continue;
    const known = members.get(func.form.resource);
    if (known) known.push(func);
    else members.set(func.form.resource, [func]);
  }
  return members;
}

/** The world in one direction of which names are compared. */
export interface CaseScope {
  readonly world: string;
  readonly direction: 'import' | 'export';
}

/** Reports names that are equal but for their case; equal ones are reported where they are entered. */
export function checkCase(items: Iterable<Named>, report: Report, scope?: CaseScope): void {
  const seen = new Map<string, Named>();
  for (const item of items) {
    const key = item.name.toLowerCase();
    const earlier = seen.get(key);
    if (!earlier) seen.set(key, item);
    else if (earlier.name !== item.name) {
      const related = [{ span: earlier.origin, message: 'the other one is here' }];
      const values = { name: item.name, other: earlier.name, ...scope };
      report(errors.caseDuplicate, item.origin, values, { related });
    }
  }
}
