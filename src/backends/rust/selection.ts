/** The part of a world that a user wants bindings of. */
import type { FunctionPlan, HelperPlan, Op, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { decoratedName, type Func, type Type, type TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';
import { bodiesOf } from '../op-bodies.js';
import type { RustOptions } from './options.js';
import { partsOfDecl } from './usage.js';

/**
 * A plan without functions that are skipped and, unless they are wanted, without types that nothing uses. Symbols stay as
 * they are: who skips an exported function defines its symbol.
 */
export function selectedPlan(plan: WorldPlan, { skip, generateUnusedTypes }: RustOptions): WorldPlan {
  if (skip.length === 0 && generateUnusedTypes) return plan;
  const isWanted = ({ func }: FunctionPlan): boolean => !skip.includes(decoratedName(func));
  const wanted = plan.scopes.map((scope) => ({ ...scope, functions: scope.functions.filter(isWanted) }));
  const used = generateUnusedTypes ? undefined : usedTypes(wanted);
  const isUsed = (decl: TypeDecl): boolean => used?.has(decl) ?? true;
  const scopes = wanted.map((scope): ScopePlan => ({
    ...scope,
    types: scope.types.filter(isUsed),
    resources: scope.resources.filter(({ decl }) => isUsed(decl)),
  }));
  const helpers = usedHelpers(scopes);
  return {
    ...plan,
    scopes,
    scopeOf: new Map(scopes.flatMap((scope) => scope.types.map((decl) => [decl, scope] as const))),
    helpers: plan.helpers.filter((helper) => helpers.has(helper)),
  };
}

/** What functions take and return, and the resources that are exported, with all that those consist of. */
function usedTypes(scopes: readonly ScopePlan[]): ReadonlySet<TypeDecl> {
  const used = new Set<TypeDecl>();
  const use = (decl: TypeDecl): void => {
    if (used.has(decl)) return;
    used.add(decl);
    partsOfDecl(decl).flatMap(declaredIn).forEach(use);
  };
  for (const scope of scopes) {
    scope.functions.flatMap(({ func }) => typesOf(func)).forEach(use);
    scope.resources
      .filter(({ home }) => home === 'exported')
      .map(({ decl }) => decl)
      .forEach(use);
  }
  return used;
}

function typesOf({ form, parameters, result }: Func): readonly TypeDecl[] {
  const resource = form.kind === 'free' ? [] : [form.resource];
  const types = [...parameters.map(({ type }) => type), ...(result ? [result] : [])];
  return [...resource, ...types.flatMap(declaredIn)];
}

/** The declarations that a type names. */
function declaredIn(type: Type): readonly TypeDecl[] {
  if (type.kind === 'named') return [type.decl];
  if (type.kind === 'own' || type.kind === 'borrow') return [type.resource];
  return partsOf(type).flatMap(declaredIn);
}

/** The helpers that functions call, directly or through other helpers. */
function usedHelpers(scopes: readonly ScopePlan[]): ReadonlySet<HelperPlan> {
  const used = new Set<HelperPlan>();
  const visit = (op: Op): void => {
    bodiesOf(op).forEach((body) => {
      body.forEach(visit);
    });
    if (op.kind !== 'call-store' && op.kind !== 'call-load') return;
    if (used.has(op.helper)) return;
    used.add(op.helper);
    op.helper.body.forEach(visit);
  };
  for (const { body, postReturn } of scopes.flatMap(({ functions }) => functions)) {
    [...body, ...(postReturn?.body ?? [])].forEach(visit);
  }
  return used;
}
