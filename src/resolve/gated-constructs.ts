/**
 * What the specification has behind a gate of its own, all in one table. wit-gen accepts it and says so by a lint.
 * Spec: Explainer.md, "Gated features"; constructs whose gate is open for all are not listed.
 */
import type { Entry } from '../base/diagnostics.js';
import { errors } from './errors.js';
import type { Type } from './model.js';

/** A construct that is not part of WIT for everybody. */
export interface GatedConstruct {
  readonly kind: Type['kind'];
  /** The sign of its gate in the specification. */
  readonly sign: string;
  readonly status: string;
  /** Its lint. */
  readonly entry: Entry<'sign' | 'status'>;
}

/** The table. */
export const gatedConstructs: readonly GatedConstruct[] = [
  {
    kind: 'fixed-length-list',
    sign: '🔧',
    status: 'added after WASI 0.2, off by default',
    entry: errors.fixedLengthList,
  },
  {
    kind: 'error-context',
    sign: '📝',
    status: 'added after WASI 0.2, off by default',
    entry: errors.errorContext,
  },
];
