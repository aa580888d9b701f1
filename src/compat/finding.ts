/** A diagnostic of ours as what the reference implementation may have to say about the same place. */
import type { Diagnostic } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import type { Features } from '../resolve/gates.js';
import type { PackageUnit } from '../resolve/packages.js';
import type { Place } from './place.js';
import type { GroupUnits } from './units.js';

/** A root: what the reference reads and resolves in one go. */
export interface Root {
  readonly groups: readonly GroupUnits[];
  /** The packages in the order in which they are linked. */
  readonly order: readonly PackageUnit[];
  /** The packages of earlier roots. */
  readonly earlier: readonly PackageUnit[];
  readonly features: Features;
}

/** A diagnostic where it stands. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly place: Place;
  readonly root: Root;
  /** Where another place is. */
  readonly find: (span: Span) => Place | undefined;
}
