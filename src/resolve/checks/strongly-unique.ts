import type { Report } from '../../base/diagnostics.js';
import { functionName, plainName, sameNames, type ComparedName } from '../compared-names.js';
import { errors } from '../errors.js';
import type { Check } from './check.js';

/** Names of one scope are different for a component, too. Spec: Explainer.md, strongly-unique names. */
export const stronglyUnique: Check = {
  package({ interfaces, worlds }, report) {
    checkNames([...interfaces, ...worlds].map(plainName), report);
  },
  interface({ types, functions }, report) {
    checkNames([...types.map(plainName), ...functions.map(functionName)], report);
  },
  func({ parameters }, report) {
    checkNames(parameters.map(plainName), report);
  },
};

/** Names that are exactly the same are reported where they are entered. */
function checkNames(items: readonly ComparedName[], report: Report): void {
  for (const [item, earlier] of sameNames(items)) {
    if (earlier.name === item.name) continue;
    const related = [{ span: earlier.origin, message: 'the other one is here' }];
    report(errors.similarName, item.origin, { name: item.name, other: earlier.name }, { related });
  }
}
