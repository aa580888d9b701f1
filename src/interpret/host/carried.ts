import { Token } from '../values.js';
import type { ResourceType } from './resource-type.js';

/** A resource between two components: nobody's index, only what it stands for. */
export class CarriedResource extends Token {
  constructor(
    readonly type: ResourceType,
    readonly representation: bigint,
  ) {
    super();
  }
}

/** A stream, future or error context between two components. */
export class CarriedOpaque extends Token {
  constructor(readonly identity: object) {
    super();
  }
}
