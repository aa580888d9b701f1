import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { plainName, sameNames } from '../compared-names.js';
import { errors } from '../errors.js';

/** The world in one direction of which names are compared. */
export interface CaseScope {
  readonly world: string;
  readonly direction: 'import' | 'export';
}

/** Reports names that are equal but for their case; equal ones are reported where they are entered. */
export function checkCase(
  items: Iterable<{ readonly name: string; readonly origin: Span }>,
  report: Report,
  scope: CaseScope,
): void {
  for (const [item, earlier] of sameNames([...items].map(plainName))) {
    if (earlier.name === item.name) continue;
    const related = [{ span: earlier.origin, message: 'the other one is here' }];
    const values = { name: item.name, other: earlier.name, ...scope };
    report(errors.caseDuplicate, item.origin, values, { related });
  }
}
