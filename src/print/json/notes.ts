/** Docs, stability and external ids as JSON. Absent where nothing is said. */
import type { Stability } from '../../resolve/model.js';
import { type Json, object } from './text.js';

export function docsJson(docs: string | undefined): Json {
  return docs === undefined ? undefined : object({ contents: docs });
}

export function stabilityJson(stability: Stability | undefined): Json {
  if (!stability) return undefined;
  const { deprecated } = stability;
  return stability.kind === 'stable'
    ? object({ stable: object({ since: stability.since, deprecated }) })
    : object({ unstable: object({ feature: stability.feature, deprecated }) });
}
