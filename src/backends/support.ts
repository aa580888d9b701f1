import type { ApiName } from '../abi/api-style.js';
import { abiOfLinking } from '../abi/conventions/index.js';
import { abiOfHost } from '../abi/core-items.js';
import { abiErrors } from '../abi/errors.js';
import type { Linkage, Op, WorldPlan } from '../abi/plan.js';
import { checkFeatures } from '../abi/support.js';
import type { Report } from '../base/diagnostics.js';
import { InternalError } from '../base/invariant.js';
import type { World } from '../resolve/model.js';
import { apisOf, type Backend } from './backend.js';
import { backendErrors } from './errors.js';

/** Reports every use of WIT that a backend cannot express, where it stands. */
export function checkSupport(world: World, backend: Backend, report: Report): void {
  checkFeatures(world, `the ${backend.id} backend`, backend.features, report);
}

/** Reports a style of API that a backend cannot spell. */
export function checkApi(world: World, backend: Backend, api: ApiName, report: Report): void {
  if (!apisOf(backend).has(api)) report(abiErrors.unsupportedApi, world.origin, { backend: backend.id, api });
}

/** For operations of features that a backend does not have: their use is reported before anything is spelled. */
export function unspelled(op: Op): never {
  throw new InternalError(`expected no ${op.kind}, which is of a feature that the backend does not claim`);
}

/** Reports a way of linking that a backend cannot spell. */
export function checkLinkages(plan: WorldPlan, backend: Backend, report: Report): void {
  const strange = linkagesOf(plan).some((linkage) => !backend.linkages.has(linkage.kind));
  if (strange) {
    report(abiErrors.unsupportedAbi, plan.world.origin, { backend: backend.id, abi: plan.convention });
  }
}

/** Reports an option about `things` that only components need which are linked with each other, if a host stands between. */
export function checkLinked(
  plan: WorldPlan,
  { option, things }: { readonly option: string; readonly things: string },
  report: Report,
): void {
  const abi = abiOfHost(plan);
  const hint = `${things} are for \`--abi ${abiOfLinking}\`; the core module of a component needs none`;
  if (abi !== undefined) report(backendErrors.idleOption, undefined, { option, abi }, { hint });
}

/** Reports that a backend writes nothing of a kind under the plan's ABI. */
export function reportAbi(plan: WorldPlan, written: string, report: Report): void {
  report(abiErrors.unsupportedAbi, plan.world.origin, { backend: written, abi: plan.convention });
}

function linkagesOf(plan: WorldPlan): readonly Linkage[] {
  return plan.scopes.flatMap((scope) => [
    ...scope.functions.map((func) => func.linkage),
    ...scope.resources.map((resource) => resource.drop),
  ]);
}
