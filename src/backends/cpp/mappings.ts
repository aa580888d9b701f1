/** Imported interfaces whose C++ is in a header of the user's. */
import type { HelperPlan, Op, ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { Report } from '../../base/diagnostics.js';
import { reportUnused } from '../check-names.js';
import { checkLinking } from '../native-linking/linking-files.js';
import { bodiesOf } from '../op-bodies.js';
import { scopeSelector } from '../selectors.js';
import type { CppOptions, Mapping } from './options.js';

/** The header of each imported interface that has one. Only imports do: what a component exports is its own. */
export function mappedScopes(plan: WorldPlan, mappings: readonly Mapping[]): ReadonlyMap<ScopePlan, string> {
  const headers = new Map(mappings.map(({ key, header }) => [key, header]));
  const found = new Map<ScopePlan, string>();
  for (const scope of imports(plan)) {
    const header = headers.get(scopeSelector(scope) ?? '');
    if (header !== undefined) found.set(scope, header);
  }
  return found;
}

/** What is left to be generated: the other scopes, and the helpers that their functions call. */
export function withoutMapped(plan: WorldPlan, mapped: ReadonlyMap<ScopePlan, string>): WorldPlan {
  if (mapped.size === 0) return plan;
  const scopes = plan.scopes.filter((scope) => !mapped.has(scope));
  const called = new Set<HelperPlan>();
  const visit = (op: Op): void => {
    for (const body of bodiesOf(op)) body.forEach(visit);
    if ((op.kind === 'call-store' || op.kind === 'call-load') && !called.has(op.helper)) {
      called.add(op.helper);
      op.helper.body.forEach(visit);
    }
  };
  for (const { body, postReturn } of scopes.flatMap(({ functions }) => functions)) {
    body.forEach(visit);
    postReturn?.body.forEach(visit);
  }
  return { ...plan, scopes, helpers: plan.helpers.filter((helper) => called.has(helper)) };
}

/** Reports options that name what the world does not have. */
export function checkOptions(plan: WorldPlan, options: CppOptions, report: Report): void {
  checkLinking(plan, options, report);
  const names = options.with.map(({ key }) => key);
  reportUnused(
    'with',
    { names, known: imports(plan).flatMap((scope) => scopeSelector(scope) ?? []) },
    plan,
    report,
  );
}

const imports = (plan: WorldPlan): readonly ScopePlan[] =>
  plan.scopes.filter(({ direction }) => direction === 'import');
