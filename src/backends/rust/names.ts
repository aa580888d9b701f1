import type {
  FunctionPlan,
  HelperPlan,
  ResourcePlan,
  ScopePath,
  ScopePlan,
  WorldPlan,
} from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { NameScope, pascalCase, shoutyCase, snakeCase } from '../../emit/names.js';
import { unaliased, type Declared, type TypeDecl } from '../../resolve/model.js';
import type { Mappings } from './mappings.js';
import type { Form, Modes } from './modes.js';
import { baseOf } from './usage.js';

/** Words that are no identifiers in some edition: strict, reserved and since 2024. */
export const keywords: readonly string[] = [
  ...['as', 'break', 'const', 'continue', 'crate', 'dyn', 'else', 'enum', 'extern', 'false', 'fn', 'for'],
  ...['if', 'impl', 'in', 'let', 'loop', 'match', 'mod', 'move', 'mut', 'pub', 'ref', 'return', 'self'],
  ...['Self', 'static', 'struct', 'super', 'trait', 'true', 'type', 'unsafe', 'use', 'where', 'while'],
  ...['async', 'await', 'abstract', 'become', 'box', 'do', 'final', 'gen', 'macro', 'override', 'priv'],
  ...['try', 'typeof', 'unsized', 'virtual', 'yield'],
];

/** Methods that every resource has from us; the resource's own functions avoid them. */
const resourceMethods = ['wit_from_handle', 'wit_take_handle', 'wit_handle'];

/** Provided functions of the traits that implementations of resources fulfil. */
const guestResourceFunctions = ['resource_into_raw_', 'resource_from_raw_'];

/** The names of one module of the output. Scopes of one module share them. */
interface ModuleNames {
  readonly path: readonly string[];
  readonly types: NameScope;
  /** The names of its types and traits. */
  readonly declared: Set<string>;
  readonly values: NameScope;
}

/** The names that the implementation of an exported resource goes by. */
interface ExportedNames {
  readonly borrow: string;
  readonly guest: string;
}

/** Every name of a world's bindings, chosen before anything is spelled. */
export class WorldNames {
  readonly #modules = new Map<string, ModuleNames>();
  readonly #scopes = new Map<ScopePlan, ModuleNames>();
  readonly #types = new Map<TypeDecl, ReadonlyMap<Form, string>>();
  readonly #exported = new Map<TypeDecl, ExportedNames>();
  readonly #members = new Map<Declared, string>();
  readonly #functions = new Map<FunctionPlan, string>();
  readonly #exports = new Map<FunctionPlan, string>();
  readonly #helpers = new Map<HelperPlan, string>();
  readonly #typeParameters = new Map<ModuleNames, string>();
  readonly #mapped = new Map<ScopePlan | TypeDecl, string>();
  readonly #lifts = new Map<TypeDecl, string>();

  /** Helpers of all modules: no two have one name, so that any module can `use` any of them. */
  readonly helperNames: readonly string[];

  /** The type at the root that implements everything for the time being. */
  readonly stub: string;

  constructor(
    readonly plan: WorldPlan,
    readonly modes: Modes,
    mappings: Mappings,
  ) {
    const tree = new ModuleTree();
    for (const scope of plan.scopes) this.#scopes.set(scope, this.#module(tree.place(scope)));
    for (const [what, { name }] of [...mappings.interfaces, ...mappings.types])
      this.#mapped.set(what, tree.take(`wit_with_${snakeCase(name)}`));
    for (const scope of plan.scopes) this.#nameTypes(scope);
    for (const scope of plan.scopes) this.#nameTraits(scope);
    this.stub = this.#module([]).types.take('Stub');
    for (const module of this.#modules.values()) this.#typeParameters.set(module, module.types.take('T'));
    for (const scope of plan.scopes) this.#nameFunctions(scope);
    for (const [decl] of mappings.types) this.#nameLift(decl);
    const taken = new NameScope(this.#functions.values());
    for (const helper of plan.helpers) this.#helpers.set(helper, taken.takeNumbered(helperName(helper)));
    this.helperNames = [...this.#helpers.values()];
  }

  /** The module of a scope, as segments from the root of the bindings. */
  moduleOf(scope: ScopePlan): readonly string[] {
    return this.#moduleNames(scope).path;
  }

  /** Whether a type of this name is declared next to `scope`'s items, so that the name means that type there. */
  declares(scope: ScopePlan, name: string): boolean {
    return this.#moduleNames(scope).declared.has(name);
  }

  /** The name of a type in its own module; that of its views where they have one. */
  type(decl: TypeDecl, form: Form = 'owner'): string {
    const names = found(this.#types.get(decl), decl.name);
    const [only] = names.values();
    return found(names.get(form) ?? only, decl.name);
  }

  /** Whether a declaration names this form of its type, which may have only one. */
  hasForm(decl: TypeDecl, form: Form): boolean {
    return this.modes.formsOf(baseOf(decl)).length === 1 || this.#types.get(decl)?.has(form) === true;
  }

  /** The type of borrowed handles of an exported resource. */
  borrow(decl: TypeDecl): string {
    return found(this.#exported.get(decl), decl.name).borrow;
  }

  /** The trait that implementations of an exported resource fulfil. */
  guest(decl: TypeDecl): string {
    return found(this.#exported.get(decl), decl.name).guest;
  }

  /** A field, case or flag. */
  member(member: Declared): string {
    return found(this.#members.get(member), member.name);
  }

  /** What the user calls an imported function, or defines for an exported one. */
  function(plan: FunctionPlan): string {
    return found(this.#functions.get(plan), plan.func.name);
  }

  /** The generic function that does the work of an exported one. */
  exportBody(plan: FunctionPlan): string {
    return found(this.#exports.get(plan), plan.func.name);
  }

  helper(plan: HelperPlan): string {
    return found(this.#helpers.get(plan), plan.decl.name);
  }

  /** A type parameter that hides no type of the module. */
  typeParameter(scope: ScopePlan): string {
    return found(this.#typeParameters.get(this.#moduleNames(scope)), 'T');
  }

  /** The name that the root has for an interface or type that is found elsewhere; undefined for one that is generated. */
  mapped(what: ScopePlan | TypeDecl): string | undefined {
    return this.#mapped.get(what);
  }

  /** Whether a type is one of the user's own, by whatever name. */
  isMapped(decl: TypeDecl): boolean {
    return this.#mapped.has(unaliased(decl));
  }

  /** The function that makes a case of the user's own enum of its number. */
  lift(decl: TypeDecl): string {
    return found(this.#lifts.get(unaliased(decl)), decl.name);
  }

  /** The root of the bindings, seen from a scope. */
  rootFrom(scope: ScopePlan): string {
    return 'super::'.repeat(this.moduleOf(scope).length) || 'self::';
  }

  /** Where the module of `to` is, seen from that of `from`: `super::super::a::b::`, or nothing for the same. */
  pathBetween(from: ScopePlan, to: ScopePlan): string {
    if (this.#moduleNames(from) === this.#moduleNames(to)) return '';
    const [start, target] = [this.moduleOf(from), this.moduleOf(to)];
    const differing = start.findIndex((segment, at) => segment !== target[at]);
    const shared = differing < 0 ? start.length : differing;
    // `self::` keeps a module called like a crate from being taken for it.
    const up = start.length === shared ? 'self::' : 'super::'.repeat(start.length - shared);
    return [up, ...target.slice(shared).map((segment) => `${segment}::`)].join('');
  }

  #moduleNames(scope: ScopePlan): ModuleNames {
    return found(this.#scopes.get(scope), scope.owner.name);
  }

  #module(path: readonly string[]): ModuleNames {
    const key = path.join('::');
    const known = this.#modules.get(key);
    if (known) return known;
    const module = {
      path,
      types: new NameScope(['Self', 'Guest']),
      declared: new Set<string>(),
      values: new NameScope([...keywords, 'wit_import']),
    };
    this.#modules.set(key, module);
    return module;
  }

  #nameTypes(scope: ScopePlan): void {
    const { types, declared } = this.#moduleNames(scope);
    for (const decl of scope.types) {
      const forms = this.modes.formsOf(decl).map(({ form }) => form);
      const suffix = (form: Form): string =>
        forms.length === 1 ? '' : form === 'owner' ? 'Result' : 'Param';
      const names = forms.map((form) => [form, types.take(pascalCase(decl.name) + suffix(form))] as const);
      for (const [, name] of names) declared.add(name);
      this.#types.set(decl, new Map(names));
      this.#nameMembers(decl);
    }
  }

  #nameMembers({ definition }: TypeDecl): void {
    if (definition.kind === 'record') {
      this.#nameEach(definition.fields, new NameScope(keywords), snakeCase);
    } else if (definition.kind === 'variant' || definition.kind === 'enum') {
      this.#nameEach(definition.cases, new NameScope(['Self']), pascalCase);
    } else if (definition.kind === 'flags') {
      this.#nameEach(definition.flags, new NameScope(), shoutyCase);
    }
  }

  #nameEach(members: readonly Declared[], scope: NameScope, spell: (name: string) => string): void {
    for (const member of members) this.#members.set(member, scope.take(spell(member.name)));
  }

  /** Types take their names first: those of our traits give way. */
  #nameTraits(scope: ScopePlan): void {
    const { types } = this.#moduleNames(scope);
    const exported = (decl: TypeDecl): boolean => this.plan.resourceOf.get(decl)?.home === 'exported';
    for (const decl of scope.types.filter(exported)) {
      const name = this.type(decl);
      const borrow = types.take(`${name.replace(/_+$/, '')}Borrow`);
      this.#exported.set(decl, { borrow, guest: types.take(`Guest${name}`) });
    }
  }

  #nameFunctions(scope: ScopePlan): void {
    const module = this.#moduleNames(scope);
    const traits = new Map<TypeDecl | undefined, NameScope>();
    // Constructors are `new` before any other function can be.
    const isConstructor = (plan: FunctionPlan): boolean => plan.func.form.kind === 'constructor';
    const constructors = scope.functions.filter(isConstructor);
    for (const plan of [...constructors, ...scope.functions.filter((each) => !isConstructor(each))]) {
      const resource = plan.func.form.kind === 'free' ? undefined : plan.func.form.resource;
      const names = traits.get(resource) ?? this.#functionScope(scope, resource);
      traits.set(resource, names);
      this.#functions.set(plan, names.take(isConstructor(plan) ? 'new' : snakeCase(plan.func.name)));
      if (scope.direction === 'export') this.#exports.set(plan, module.values.take(exportBodyName(plan)));
    }
  }

  #nameLift(decl: TypeDecl): void {
    const scope = this.plan.scopeOf.get(decl);
    if (scope && decl.definition.kind === 'enum')
      this.#lifts.set(decl, this.#moduleNames(scope).values.take(`wit_lift_${snakeCase(decl.name)}`));
  }

  #functionScope(scope: ScopePlan, resource: TypeDecl | undefined): NameScope {
    if (scope.direction === 'import') {
      return resource ? new NameScope([...keywords, ...resourceMethods]) : this.#moduleNames(scope).values;
    }
    return new NameScope(resource ? [...keywords, ...guestResourceFunctions] : keywords);
  }
}

/** Only what a type with two forms needs twice is told apart. */
const helperName = ({ direction, ownership, decl, value }: HelperPlan): string =>
  `wit_${direction}_${ownership}_${snakeCase(decl.name)}${value.passing === 'view' ? '_view' : ''}`;

/** `[method]counter.add` → `_export_method_counter_add_cabi`. */
function exportBodyName({ func }: FunctionPlan): string {
  const { form, name } = func;
  switch (form.kind) {
    case 'free':
      return `_export_${snakeCase(name)}_cabi`;
    case 'constructor':
      return `_export_constructor_${snakeCase(form.resource.name)}_cabi`;
    case 'method':
    case 'static':
      return `_export_${form.kind}_${snakeCase(form.resource.name)}_${snakeCase(name)}_cabi`;
  }
}

/** A step of a module path: `key` tells apart what may meet in `name` after case conversion. */
interface Segment {
  readonly key: string;
  readonly name: string;
}

/** The tree of modules. What has the same WIT name in the same place is one module, and only that. */
class ModuleTree {
  readonly #children = new Map<string, { readonly name: string; readonly tree: ModuleTree }>();
  readonly #names = new NameScope([...keywords, '_rt']);

  /** The module of a scope. */
  place(scope: ScopePlan): readonly string[] {
    const inside = segmentsOf(scope.path);
    const isExported = scope.direction === 'export' && inside.length > 0;
    return this.#descend(isExported ? [{ key: 'exports', name: 'exports' }, ...inside] : inside);
  }

  /** Takes a name at the root that is no module's. */
  take(name: string): string {
    return this.#names.take(name);
  }

  #descend(segments: readonly Segment[]): readonly string[] {
    const [first, ...rest] = segments;
    if (first === undefined) return [];
    let child = this.#children.get(first.key);
    if (!child) {
      child = { name: this.#names.take(first.name), tree: new ModuleTree() };
      this.#children.set(first.key, child);
    }
    return [child.name, ...child.tree.#descend(rest)];
  }
}

/** The segments that wit-bindgen uses: `ns`, `pkg` or `pkg1_0_0`, `iface`; only the name for inline interfaces. */
function segmentsOf(path: ScopePath): readonly Segment[] {
  const named = (key: string): Segment => ({ key, name: snakeCase(key) });
  switch (path.kind) {
    case 'interface': {
      const { version = '' } = path;
      const suffix = version.toLowerCase().replace(/[.\-+]/g, '_');
      const inPackage = { key: `${path.package}@${version}`, name: snakeCase(path.package) + suffix };
      return [named(path.namespace), inPackage, named(path.name)];
    }
    case 'inline':
      return [named(path.name)];
    case 'world':
      return [];
  }
}

function found<Value>(value: Value | undefined, name: string): Value {
  invariant(value !== undefined, `a name for \`${name}\``);
  return value;
}

/** The resource that a declaration names; the planner knows all of them. */
export function resourcePlan(plan: WorldPlan, decl: TypeDecl): ResourcePlan {
  return found(plan.resourceOf.get(decl), decl.name);
}
