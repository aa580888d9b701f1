/**
 * What the specification has behind a gate of its own, all in one table. wit-gen accepts it and says so by a lint.
 * Spec: Explainer.md, "Gated Features"; constructs whose gate is open for all are not listed.
 */
import type { Entry } from '../base/diagnostics.js';
import { errors } from './errors.js';
import type { Type } from './model.js';

/** A construct that is not part of WIT for everybody. */
export interface GatedConstruct {
  /** The sign of its gate in the specification. */
  readonly sign: string;
  readonly status: string;
  /** Its lint. */
  readonly entry: Entry<'sign' | 'status'>;
}

const status = 'added after WASI 0.2, off by default';

/** Types, by their kind. */
export const gatedTypes = {
  'fixed-length-list': { sign: '🔧', status, entry: errors.fixedLengthList },
  'error-context': { sign: '📝', status, entry: errors.errorContext },
} satisfies Partial<Record<Type['kind'], GatedConstruct>>;

/** What is no type. */
export const gatedNames = {
  'nested packages': { sign: '🪺', status, entry: errors.nestedNamespace },
} satisfies Record<string, GatedConstruct>;

/** The gate of a kind of type, if it has one. */
export function gateOfType(kind: Type['kind']): GatedConstruct | undefined {
  const table: Partial<Record<Type['kind'], GatedConstruct>> = gatedTypes;
  return table[kind];
}
