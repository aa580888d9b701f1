import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { errors } from '../errors.js';
import type { Func } from '../model.js';
import type { Check } from './check.js';

/** A name as people write it, and as a component compares it. */
interface Named {
  readonly name: string;
  readonly compared: string;
  readonly origin: Span;
}

/** Names of one scope are different for a component, too. Spec: Explainer.md, strongly-unique names. */
export const stronglyUnique: Check = {
  package({ interfaces, worlds }, report) {
    checkNames([...interfaces, ...worlds].map(plain), report);
  },
  interface({ types, functions }, report) {
    checkNames([...types.map(plain), ...functions.map(functionName)], report);
  },
  func({ parameters }, report) {
    checkNames(parameters.map(plain), report);
  },
};

function plain({ name, origin }: { readonly name: string; readonly origin: Span }): Named {
  return { name, compared: name.toLowerCase(), origin };
}

/** Methods and static functions share the names of their resource, and that itself is one of them. */
function functionName({ name, form, origin }: Func): Named {
  if (form.kind === 'free') return plain({ name, origin });
  const resource = form.resource.name.toLowerCase();
  if (form.kind === 'constructor') return { name, compared: `[constructor]${resource}`, origin };
  const member = name.toLowerCase();
  const compared = member === resource ? resource : `${resource}.${member}`;
  return { name: `${form.resource.name}.${name}`, compared, origin };
}

/** Names that are exactly the same are reported where they are entered. */
function checkNames(items: readonly Named[], report: Report): void {
  const seen = new Map<string, Named>();
  for (const item of items) {
    const earlier = seen.get(item.compared);
    if (!earlier) seen.set(item.compared, item);
    else if (earlier.name !== item.name) {
      const related = [{ span: earlier.origin, message: 'the other one is here' }];
      report(errors.similarName, item.origin, { name: item.name, other: earlier.name }, { related });
    }
  }
}
