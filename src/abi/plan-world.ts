/** A world under a convention: everything that a backend will spell. */
import { decoratedName, structureOf, unaliased, type TypeDecl, type World } from '../resolve/model.js';
import { plainStyles, type ApiStyle } from './api-style.js';
import type { Convention } from './convention.js';
import { PlanContext } from './plan-context.js';
import { planFunction } from './plan-function.js';
import type { FunctionPlan, Linkage, ResourcePlan, Role, ScopePlan, WorldPlan } from './plan.js';
import { scopesOf, type Scope } from './scopes.js';
import { intrinsicName } from './symbols.js';

/** Plans a whole world. Total: asked only for worlds that resolved cleanly and use what can be planned. */
export function planWorld(
  world: World,
  convention: Convention,
  style: ApiStyle = plainStyles.std,
): WorldPlan {
  const scopes = scopesOf(world);
  const resources = new Map<TypeDecl, ResourcePlan>();
  for (const scope of scopes) {
    for (const plan of planResources(scope, convention)) resources.set(plan.decl, plan);
  }
  const cx = new PlanContext(convention, style, resources);
  const planned = scopes.map((scope) => planScope(scope, cx, resources));
  return {
    world,
    convention: convention.id,
    scopes: planned,
    scopeOf: new Map(planned.flatMap((scope) => scope.types.map((decl) => [decl, scope] as const))),
    resourceOf: resourceNames(planned, resources),
    helpers: cx.helpers,
    errors: errorTypes(planned),
    symbols: nativeSymbols(planned),
  };
}

const roleIn = (direction: Scope['direction']): Role => (direction === 'import' ? 'caller' : 'callee');

function planResources(scope: Scope, convention: Convention): readonly ResourcePlan[] {
  const { module } = scope;
  return scope.types
    .filter((decl) => decl.definition.kind === 'resource')
    .map((decl): ResourcePlan => {
      const imported = scope.direction === 'import';
      const name = intrinsicName('resource-drop', decl.name);
      const onBothSides = scope.isOnBothSides(name);
      return {
        decl,
        home: imported ? 'imported' : 'exported',
        handle: convention.handle.core,
        drop: imported
          ? convention.link({ role: 'caller', module, name, onBothSides })
          : convention.linkDestructor({ module, onBothSides }, decl.name),
        table: imported ? undefined : convention.linkTable?.(module, decl.name),
      };
    });
}

function planScope(scope: Scope, cx: PlanContext, resources: ReadonlyMap<TypeDecl, ResourcePlan>): ScopePlan {
  const { direction, module, owner, path, types } = scope;
  const role = roleIn(direction);
  const functions = scope.functions.map((func) => {
    const name = decoratedName(func);
    const linkage = cx.convention.link({ role, module, name, onBothSides: scope.isOnBothSides(name) });
    return planFunction(func, role, linkage, cx);
  });
  const own = types.flatMap((decl) => resources.get(decl) ?? []);
  return { direction, owner, path, types, resources: own, functions };
}

/** Every name of a resource, `use`d ones included. */
function resourceNames(
  scopes: readonly ScopePlan[],
  resources: ReadonlyMap<TypeDecl, ResourcePlan>,
): ReadonlyMap<TypeDecl, ResourcePlan> {
  const named = new Map<TypeDecl, ResourcePlan>();
  for (const decl of scopes.flatMap((scope) => scope.types)) {
    const resource = resources.get(unaliased(decl));
    if (resource) named.set(decl, resource);
  }
  return named;
}

/** The declared types that stand in the error position of a function's result. */
function errorTypes(scopes: readonly ScopePlan[]): ReadonlySet<TypeDecl> {
  const errors = new Set<TypeDecl>();
  for (const { result } of scopes.flatMap((scope) => scope.functions)) {
    const structure = result && structureOf(result);
    const error = structure?.kind === 'result' && structure.err ? structureOf(structure.err) : undefined;
    if (error?.kind === 'declared') errors.add(error.decl);
  }
  return errors;
}

function nativeSymbols(scopes: readonly ScopePlan[]): WorldPlan['symbols'] {
  const defined = new Set<string>();
  const needed = new Set<string>();
  const note = (linkage: Linkage, set: Set<string>): void => {
    if (linkage.kind === 'native') set.add(linkage.symbol);
  };
  for (const scope of scopes) {
    const set = scope.direction === 'export' ? defined : needed;
    for (const plan of scope.functions) note(plan.linkage, set);
    for (const resource of scope.resources) note(resource.drop, set);
  }
  const foreign = [...needed].filter((symbol) => !defined.has(symbol));
  return { defined: [...defined].sort(), needed: foreign.sort() };
}

/** All functions of a plan, in order. */
export function allFunctions(plan: WorldPlan): readonly FunctionPlan[] {
  return plan.scopes.flatMap((scope) => scope.functions);
}
