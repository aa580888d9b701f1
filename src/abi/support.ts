/** Whether a world can be planned and linked, said before planning. */
import type { Report } from '../base/diagnostics.js';
import { isSameSpan, type Span } from '../base/source.js';
import { decoratedName, type World } from '../resolve/model.js';
import { abiErrors } from './errors.js';
import { featureUses, plannedFeatures, type Feature } from './features.js';
import type { WorldPlan } from './plan.js';

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

/** Reports functions that would share one native symbol. */
export function checkSymbols(plan: WorldPlan, report: Report): void {
  const seen = new Map<string, { readonly name: string; readonly span: Span }>();
  for (const scope of plan.scopes) {
    for (const { linkage, func } of scope.functions) {
      if (linkage.kind !== 'native') continue;
      const here = { name: decoratedName(func), span: func.origin };
      const first = seen.get(linkage.symbol);
      if (!first) seen.set(linkage.symbol, here);
      // One function on both sides of the world is one symbol on purpose (docs/adr/0003).
      if (!first || isSameSpan(first.span, here.span)) continue;
      const related = [{ span: first.span, message: 'the first is here' }];
      const values = { one: first.name, other: here.name, symbol: linkage.symbol };
      report(abiErrors.symbolClash, here.span, values, { related });
    }
  }
}
