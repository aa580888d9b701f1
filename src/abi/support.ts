/** Whether a world can be planned and linked, said before planning. */
import type { Report } from '../base/diagnostics.js';
import type { World } from '../resolve/model.js';
import { abiErrors } from './errors.js';
import { featureUses, plannedFeatures, type Feature } from './features.js';

/** Reports every use of a feature that `who` does not have. */
export function checkFeatures(world: World, who: string, known: ReadonlySet<Feature>, report: Report): void {
  for (const { feature, where, span } of featureUses(world)) {
    if (!known.has(feature)) report(abiErrors.unsupportedFeature, span, { who, feature, where });
  }
}

/** Reports what the planner itself cannot do. */
export function checkPlannable(world: World, report: Report): void {
  checkFeatures(world, 'the ABI layer', plannedFeatures, report);
}
