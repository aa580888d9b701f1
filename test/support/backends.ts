import type { Backend } from '../../src/backends/backend.js';
import { builtInBackends } from '../../src/backends/index.js';

/** The languages whose components are linked with each other, under either ABI. */
export const nativeBackends: readonly Backend[] = builtInBackends.filter(({ id }) =>
  ['cpp', 'rust'].includes(id),
);
