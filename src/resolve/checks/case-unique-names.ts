import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { errors } from '../errors.js';

interface Named {
  readonly name: string;
  readonly origin: Span;
}

/** The world in one direction of which names are compared. */
export interface CaseScope {
  readonly world: string;
  readonly direction: 'import' | 'export';
}

/** Reports names that are equal but for their case; equal ones are reported where they are entered. */
export function checkCase(items: Iterable<Named>, report: Report, scope: CaseScope): void {
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
