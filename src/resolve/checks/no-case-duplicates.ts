import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { errors } from '../errors.js';
import type { WorldItem } from '../model.js';

/** Plain names of a world differ in more than upper and lower case. Spec: Explainer.md, strongly-unique names. */
export function checkCase(items: Iterable<WorldItem>, report: Report): void {
  const seen = new Map<string, WorldItem>();
  for (const item of items) {
    if (item.key === undefined) continue;
    const earlier = seen.get(item.key.toLowerCase());
    if (!earlier) seen.set(item.key.toLowerCase(), item);
    else if (earlier.key !== undefined && earlier.key !== item.key) {
      const related = [{ span: originOf(earlier), message: 'the other one is here' }];
      const values = { name: item.key, other: earlier.key };
      report(errors.caseDuplicate, originOf(item), values, { related });
    }
  }
}

function originOf(item: WorldItem): Span {
  switch (item.kind) {
    case 'interface':
      return item.origin;
    case 'function':
      return item.function.origin;
    case 'type':
      return item.type.origin;
  }
}
