/** The C++ names of everything in a world, chosen once and before anything is spelled. */
import { invariant } from '../../base/invariant.js';
import type { FunctionPlan, ScopePath, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { NameScope, pascalCase, snakeCase } from '../../emit/names.js';
import { structureOf, unaliased, type Func, type Type, type TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';
import { areAlike } from './same-types.js';
import { identifier, reservedWords } from '../cxx/words.js';

/** The members of a record, variant, enum or flags, in the order of declaration. */
export type MemberNames = readonly string[];

export interface Names {
  /** The namespaces of a scope, outermost first. */
  readonly namespaceOf: (scope: ScopePlan) => readonly string[];
  /** The types that a scope declares; one that is like a type of an earlier scope in the same namespace is that type. */
  readonly typesOf: (scope: ScopePlan) => readonly TypeDecl[];
  /** The name of a type in its namespace. */
  readonly typeName: (decl: TypeDecl) => string;
  /** The name of the type for views of a record; undefined of other types, and where records have none. */
  readonly viewName: (decl: TypeDecl) => string | undefined;
  /** The scope that declares a type. */
  readonly scopeOf: (decl: TypeDecl) => ScopePlan;
  readonly memberNames: (decl: TypeDecl) => MemberNames;
  /** The name of a function in its namespace or class. */
  readonly functionName: (plan: FunctionPlan) => string;
}

/** Names that a class of ours or the base of a user's class has already. */
export const memberNamesOfResources: Readonly<Record<ScopePlan['direction'], readonly string[]>> = {
  import: [],
  export: ['Owned', 'Deregister', 'New', 'Dtor', 'ResourceNew', 'ResourceRep', 'ResourceDrop'],
};

/** What names depend on beside the world. */
export interface Naming {
  /** Whether records have types for views beside them. */
  readonly hasViewTypes: boolean;
  /** The namespaces around those of a scope, outermost first. */
  readonly around: (scope: ScopePlan) => readonly string[];
}

/** Chooses all names of a world. */
export function nameWorld(plan: WorldPlan, { hasViewTypes, around }: Naming): Names {
  const namespaces = new Map<ScopePlan, readonly string[]>();
  const types = new Map<TypeDecl, string>();
  const views = new Map<TypeDecl, string>();
  const repeated = new Set<TypeDecl>();
  const members = new Map<TypeDecl, MemberNames>();
  const functions = new Map<FunctionPlan, string>();
  const shared = new Map<string, NameScope>();
  const flat = flatInlineScopes(plan);

  for (const scope of plan.scopes) {
    const namespace = [...around(scope), ...namespaceFor(scope, flat.has(scope))];
    namespaces.set(scope, namespace);
    const key = namespace.join('::');
    const taken = shared.get(key) ?? new NameScope();
    shared.set(key, taken);
    nameScope(scope, taken);
  }
  // What has a name in the WIT comes first: `thing-param` is `ThingParam`, whatever else wants to be.
  for (const scope of hasViewTypes ? plan.scopes : []) {
    const taken = shared.get(namespaceOf(scope).join('::'));
    for (const decl of scope.types) {
      if (!taken || !isRecord(decl)) continue;
      const alike = flat.has(scope) ? declaredAlike(decl, scope) : undefined;
      views.set(decl, (alike && views.get(alike)) ?? taken.take(`${typeName(decl)}Param`));
    }
  }

  function nameScope(scope: ScopePlan, taken: NameScope): void {
    for (const decl of scope.types) {
      const alike = flat.has(scope) ? declaredAlike(decl, scope) : undefined;
      if (alike) repeated.add(decl);
      types.set(decl, (alike && types.get(alike)) ?? taken.take(typeNameOf(decl, scope)));
      members.set(decl, membersOf(decl, types.get(decl) ?? ''));
    }
    for (const fn of scope.functions) {
      if (fn.func.form.kind === 'free') functions.set(fn, taken.take(pascalCase(fn.func.name)));
    }
    for (const { decl } of scope.resources) nameMethods(scope, decl);
  }

  /** The same type in an earlier scope of the same namespace. */
  function declaredAlike(decl: TypeDecl, scope: ScopePlan): TypeDecl | undefined {
    const here = namespaceOf(scope).join('::');
    const earlier = plan.scopes.slice(0, plan.scopes.indexOf(scope)).filter((other) => flat.has(other));
    return earlier
      .filter((other) => namespaceOf(other).join('::') === here)
      .flatMap((other) => other.types)
      .find((other) => other.name === decl.name && areAlike(other, decl));
  }

  function nameMethods(scope: ScopePlan, resource: TypeDecl): void {
    const className = known(types, resource, 'a class');
    const taken = new NameScope([className, 'Create', ...memberNamesOfResources[scope.direction]]);
    for (const fn of scope.functions) {
      if (!belongsTo(fn.func, resource)) continue;
      if (fn.func.form.kind === 'constructor') functions.set(fn, constructorName(fn, className));
      else functions.set(fn, taken.take(pascalCase(fn.func.name)));
    }
  }

  function namespaceOf(scope: ScopePlan): readonly string[] {
    return known(namespaces, scope, 'a namespace');
  }

  function typeName(decl: TypeDecl): string {
    return known(types, decl, `a name for ${decl.name}`);
  }

  return {
    namespaceOf,
    typesOf: (scope) => scope.types.filter((decl) => !repeated.has(decl)),
    typeName,
    viewName: (decl) => views.get(decl),
    memberNames: (decl) => known(members, decl, `the members of ${decl.name}`),
    functionName: (fn) => known(functions, fn, `a name for ${fn.func.name}`),
    scopeOf: (decl) => {
      const scope = plan.scopeOf.get(decl);
      invariant(scope, `a scope that declares ${decl.name}`);
      return scope;
    },
  };
}

/** Whether a declaration is a record or another name of one. */
const isRecord = (decl: TypeDecl): boolean => unaliased(decl).definition.kind === 'record';

/** A class is not called like a function that it, or its base, has: C++ would take that for a constructor. */
function typeNameOf(decl: TypeDecl, { direction }: ScopePlan): string {
  const name = pascalCase(decl.name);
  const isClass = decl.definition.kind === 'resource';
  return isClass && ['Create', ...memberNamesOfResources[direction]].includes(name) ? `${name}_` : name;
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, what: string): Value {
  const value = map.get(key);
  invariant(value !== undefined, what);
  return value;
}

/** Whether a function is a member of the resource. */
export function belongsTo(func: Func, resource: TypeDecl): boolean {
  return func.form.kind !== 'free' && unaliased(func.form.resource) === resource;
}

/**
 * Whether a constructor is a static function for its callers: one that can fail, since C++ constructors return
 * nothing, and one that takes nothing but an object of its own class, which in C++ is the move constructor.
 * A `result` of such an object counts as one: whether it can be copied would depend on itself.
 */
export function isStaticConstructor({ func, role }: FunctionPlan): boolean {
  return isFallible(func) || (role === 'caller' && takesOnlyItsClass(func));
}

function isFallible(func: Func): boolean {
  return func.form.kind === 'constructor' && func.result?.kind !== 'own';
}

function takesOnlyItsClass({ form, parameters }: Func): boolean {
  const [only, ...others] = parameters;
  if (form.kind !== 'constructor' || !only || others.length > 0) return false;
  const isResult = structureOf(only.type).kind === 'result';
  const owned = isResult ? ownedIn(only.type) : ownedAtTop(only.type);
  return owned.some((resource) => unaliased(resource) === unaliased(form.resource));
}

function ownedAtTop(type: Type): readonly TypeDecl[] {
  const structure = structureOf(type);
  return structure.kind === 'own' ? [structure.resource] : [];
}

/** The resources that a type owns, but for those in records and variants. */
function ownedIn(type: Type): readonly TypeDecl[] {
  const structure = structureOf(type);
  if (structure.kind === 'declared') return [];
  return [...ownedAtTop(structure), ...partsOf(structure).flatMap(ownedIn)];
}

/** Imported resources have C++ constructors; exported ones are made by `New`, which may be the user's. */
function constructorName(fn: FunctionPlan, className: string): string {
  if (isStaticConstructor(fn)) return 'Create';
  return fn.role === 'caller' ? className : 'New';
}

function membersOf(decl: TypeDecl, typeName: string): MemberNames {
  const { definition } = decl;
  switch (definition.kind) {
    case 'record':
      return inScope([...reservedWords], definition.fields, snakeCase);
    case 'variant':
      return inScope([typeName], definition.cases, pascalCase);
    case 'enum':
      return inScope([], definition.cases, (name) => `k${pascalCase(name)}`);
    case 'flags':
      return inScope([], definition.flags, (name) => `k${pascalCase(name)}`);
    case 'resource':
    case 'alias':
    case 'type':
      return [];
  }
}

function inScope(
  reserved: readonly string[],
  members: readonly { readonly name: string }[],
  spell: (name: string) => string,
): MemberNames {
  const scope = new NameScope(reserved);
  return members.map(({ name }) => scope.take(spell(name)));
}

function namespaceFor({ direction, path }: ScopePlan, isFlat: boolean): readonly string[] {
  const own = path.kind === 'world' ? [path.name] : pathOfInterface(path, isFlat);
  const names = own.map(identifier);
  if (direction === 'export') return ['exports', ...names];
  const [first, ...rest] = names;
  return [first === 'exports' ? 'exports_' : (first ?? ''), ...rest];
}

function pathOfInterface(path: Exclude<ScopePath, { kind: 'world' }>, isFlat: boolean): readonly string[] {
  const version = path.version === undefined ? '' : path.version.replace(/[^0-9A-Za-z]+/g, '-');
  const packageName = `${path.package}${version}`;
  return isFlat ? [path.namespace, packageName] : [path.namespace, packageName, path.name];
}

/**
 * Interfaces written inside a world, whose name is left out of the namespace: `test::resources::Y`, as
 * users of other generators of this API write it. Where that would make two things meet, all inline
 * interfaces on that side of the world keep their names: `test::resources::imports::Y`. Types that are
 * alike may meet; they are declared once.
 */
function flatInlineScopes(plan: WorldPlan): ReadonlySet<ScopePlan> {
  const flat = new Set<ScopePlan>();
  for (const direction of ['import', 'export'] as const) {
    const inline = plan.scopes.filter((each) => each.direction === direction && each.path.kind === 'inline');
    if (canMeet(inline)) for (const scope of inline) flat.add(scope);
  }
  return flat;
}

function canMeet(scopes: readonly ScopePlan[]): boolean {
  const met = new Map<string, { readonly scope: ScopePlan; readonly decl: TypeDecl | undefined }>();
  return scopes.every((scope) =>
    namedIn(scope).every(({ name, decl }) => {
      const known = met.get(name);
      if (!known) met.set(name, { scope, decl });
      if (!known || known.scope === scope) return true;
      return known.decl !== undefined && decl !== undefined && areAlike(known.decl, decl);
    }),
  );
}

/** What would stand in the namespace of a scope: types, and functions, which have no declaration. */
function namedIn({ types, functions }: ScopePlan): readonly {
  readonly name: string;
  readonly decl?: TypeDecl;
}[] {
  return [
    ...types.map((decl) => ({ name: pascalCase(decl.name), decl })),
    ...functions.flatMap(({ func }) => (func.form.kind === 'free' ? [{ name: pascalCase(func.name) }] : [])),
  ];
}
