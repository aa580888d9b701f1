/** A world under a convention: everything that a backend will spell. */
import { decoratedName, structureOf, unaliased, type TypeDecl, type World } from '../resolve/model.js';
import { plainStyles, type ApiStyle } from './api-style.js';
import type { Convention } from './convention.js';
import { Fingerprints } from './fingerprint.js';
import { symbolsOf, type PlainLink } from './native-symbols.js';
import { PlanContext } from './plan-context.js';
import { planFunction } from './plan-function.js';
import type { FingerprintPlan, FunctionPlan, ResourcePlan, ScopePlan, WorldPlan } from './plan.js';
import { scopesOf, type Scope } from './scopes.js';
import { defaultSymbols, type SymbolOptions } from './symbol-options.js';
import { fingerprintName, intrinsicName } from './symbols.js';
import { factsOf } from './type-facts.js';

/** Plans a whole world. Total: asked only for worlds that resolved cleanly and use what can be planned. */
export function planWorld(
  world: World,
  convention: Convention,
  style: ApiStyle = plainStyles.std,
  options: SymbolOptions = defaultSymbols,
): WorldPlan {
  const scopes = scopesOf(world);
  const resources = new Map<TypeDecl, ResourcePlan>();
  for (const scope of scopes) {
    for (const plan of planResources(scope, convention, options)) resources.set(plan.decl, plan);
  }
  for (const scope of scopes.filter((each) => isAnswered(each, convention))) {
    for (const [decl, exported] of exportedResources(scope, scopes, resources)) resources.set(decl, exported);
  }
  const cx = new PlanContext(convention, style, options, resources);
  const pairs = scopes.map((scope) => [scope, planScope(scope, options, cx, resources)] as const);
  const planned = pairs.map(([, plan]) => plan);
  const plainly: PlainLink = ({ direction, module }, name) =>
    convention.link({ role: convention.roles[direction], module, name, onBothSides: false, options });
  return {
    world,
    convention: convention.id,
    scopes: planned,
    scopeOf: new Map(planned.flatMap((scope) => scope.types.map((decl) => [decl, scope] as const))),
    resourceOf: resourceNames(planned, resources),
    helpers: cx.helpers,
    errors: errorTypes(planned),
    realloc: needsRealloc(planned) ? convention.linkRealloc?.(options) : undefined,
    symbols: pairs.flatMap(([scope, plan]) => symbolsOf(scope, plan, plainly)),
  };
}

/** Whether an import is one that the component answers itself. */
const isOwn = (scope: Scope, { answersImpliedImports }: Convention): boolean =>
  scope.isOwn && answersImpliedImports;

/** Whether it is one that this side, which stands opposite the component, would otherwise define. */
const isAnswered = (scope: Scope, convention: Convention): boolean =>
  isOwn(scope, convention) && convention.roles.import === 'callee';

/** The resources of an import that the component answers, with the plans of those that it exports. */
function exportedResources(
  { module, types }: Scope,
  scopes: readonly Scope[],
  resources: ReadonlyMap<TypeDecl, ResourcePlan>,
): readonly (readonly [TypeDecl, ResourcePlan])[] {
  const exported = scopes.find((each) => each.direction === 'export' && each.module === module);
  return types.flatMap((decl) => {
    const same = exported?.types.find(({ name }) => name === decl.name);
    const plan = same && resources.get(same);
    return plan ? [[decl, plan] as const] : [];
  });
}

function planResources(
  scope: Scope,
  convention: Convention,
  options: SymbolOptions,
): readonly ResourcePlan[] {
  const { module } = scope;
  return scope.types
    .filter((decl) => decl.definition.kind === 'resource')
    .map((decl): ResourcePlan => {
      const uses = convention.roles[scope.direction] === 'caller';
      const name = intrinsicName('resource-drop', decl.name);
      const onBothSides = scope.isOnBothSides(name);
      return {
        decl,
        home: uses ? 'imported' : 'exported',
        handle: convention.handle.core,
        drop: uses
          ? convention.linkDrop({ module, onBothSides, options }, decl.name)
          : convention.linkDestructor({ module, onBothSides, options }, decl.name),
        table: scope.direction === 'export' ? convention.linkTable?.(module, decl.name, options) : undefined,
        lentIsDropped: uses && convention.handle.is === 'an-index',
      };
    });
}

function planScope(
  scope: Scope,
  options: SymbolOptions,
  cx: PlanContext,
  resources: ReadonlyMap<TypeDecl, ResourcePlan>,
): ScopePlan {
  const { direction, module, owner, path, types } = scope;
  const role = cx.convention.roles[direction];
  const planned = isAnswered(scope, cx.convention) ? [] : scope.functions;
  const functions = planned.map((func) => {
    const name = decoratedName(func);
    const onBothSides = scope.isOnBothSides(name);
    const linkage = cx.convention.link({ role, module, name, onBothSides, options });
    return planFunction(func, role, linkage, cx);
  });
  // Those of an import that the component answers are planned in its export.
  const own = types.flatMap((decl) => resources.get(decl) ?? []).filter(({ decl }) => types.includes(decl));
  const fingerprint = options.fingerprints ? planFingerprint(scope, options, cx) : undefined;
  return {
    ...{ direction, isOwn: isOwn(scope, cx.convention), owner, path, types },
    ...{ resources: own, functions, fingerprint },
  };
}

/** Of interfaces alone: the world's own functions stand each for itself. What this very component defines it need not ask. */
function planFingerprint(
  scope: Scope,
  options: SymbolOptions,
  { convention }: PlanContext,
): FingerprintPlan | undefined {
  const { direction, module } = scope;
  if (module === undefined || isOwn(scope, convention) || !convention.linkFingerprint) return undefined;
  const value = new Fingerprints(convention.id).of(scope);
  const onBothSides = scope.isOnBothSides(fingerprintName);
  const request = { role: convention.roles[direction], module, onBothSides, options };
  return value === undefined
    ? undefined
    : { interface: module, value, linkage: convention.linkFingerprint(request) };
}

/**
 * Whether a host ever needs memory of this component's: for results of imported functions and
 * arguments of exported ones that have lists, or that are too many to cross one by one.
 */
function needsRealloc(scopes: readonly ScopePlan[]): boolean {
  return scopes
    .flatMap(({ direction, functions }) => functions.map((each) => ({ ...each, direction })))
    .some(({ direction, func, result, core }) =>
      direction === 'import'
        ? result !== undefined && factsOf(result).hasList
        : func.parameters.some(({ type }) => factsOf(type).hasList) ||
          core.parameters.some(({ type }) => type === 'pointer'),
    );
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

/** All functions of a plan, in order. */
export function allFunctions(plan: WorldPlan): readonly FunctionPlan[] {
  return plan.scopes.flatMap((scope) => scope.functions);
}
