import type { Instance } from './instance.js';

/** A resource, as the component that implements it makes it: two components' are never the same. */
export interface ResourceType {
  readonly name: string;
  readonly implementedBy: Instance;
}
