/** The names in an addon: chosen once and before anything is spelled. All begin with `wit_`, and none is that of a local. */
import type { FunctionPlan, HelperPlan, ResourcePlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import { invariant } from '../../../base/invariant.js';
import { camelCase, NameScope, snakeCase } from '../../../emit/names.js';
import { renderInline } from '../../../emit/render.js';
import type { Func, Type, TypeDecl } from '../../../resolve/model.js';
import { linkName } from '../../cxx/linkage.js';
import { bindingsFingerprint } from '../../native-linking/both-halves.js';
import type { WorldNames } from '../world-names.js';
import { Packings } from './packings.js';

/** Something that the component imports: JavaScript finds it in `module`, the addon by `position`. */
export interface AddonImport {
  readonly module: string;
  readonly name: string;
  readonly kind: 'function' | 'class';
  /** An enumerator. */
  readonly position: string;
}

/** A resource that the component exports, by the class that JavaScript has for it. */
export interface AddonClass {
  readonly resource: ResourcePlan;
  readonly scope: ScopePlan;
  /** What the class is called. */
  readonly name: string;
  /** The constant that describes it, in C++. */
  readonly constant: string;
}

export class AddonNames {
  readonly #scope = new NameScope();
  readonly #taken: string[] = [];
  readonly #helpers = new Map<HelperPlan, string>();
  readonly #stems = new Map<FunctionPlan, string>();
  readonly #cases = new Map<TypeDecl, string>();
  readonly #imports = new Map<FunctionPlan | ResourcePlan, AddonImport>();
  readonly #classes = new Map<ResourcePlan, AddonClass>();
  readonly #members = new Map<FunctionPlan, string>();

  /** The lists that cross as bytes. */
  readonly packings: Packings;

  constructor(
    readonly plan: WorldPlan,
    readonly modules: WorldNames,
  ) {
    for (const scope of plan.scopes) this.#nameScope(scope);
    for (const helper of plan.helpers) {
      this.#helpers.set(
        helper,
        this.#take(`wit_${verbs[helper.direction][helper.ownership]}_${snakeCase(helper.decl.name)}`),
      );
    }
    const text = modules.textOf(modules.modules.world);
    const spelled = (type: Type): string => renderInline(text.type(type)).text;
    this.packings = new Packings(plan, spelled, (wanted) => this.#take(wanted));
    for (const scope of plan.scopes) {
      for (const { linkage } of scope.functions) this.#taken.push(linkName(linkage));
      for (const { drop } of scope.resources) this.#taken.push(linkName(drop));
    }
  }

  /** The file of the addon's source. */
  get source(): string {
    return `${this.modules.modules.world.file}_napi.cpp`;
  }

  /** What source and module must both be made of: also how values look, and which function of JavaScript's is for which lists. */
  get fingerprint(): string {
    const { flags, enums } = this.modules.presentation;
    const lists = this.packings.all.map(({ name }) => name);
    return bindingsFingerprint(this.plan, [`flags ${flags}`, `enums ${enums}`, ...lists]);
  }

  /** Every name that a local would hide. */
  get all(): readonly string[] {
    return this.#taken;
  }

  get imports(): readonly AddonImport[] {
    return [...this.#imports.values()];
  }

  /** The classes of the component's resources, by their positions. */
  get classes(): readonly AddonClass[] {
    return [...this.#classes.values()];
  }

  helper(helper: HelperPlan): string {
    return known(this.#helpers, helper, 'the name of a helper');
  }

  /** What the addon calls a function of the component's, for JavaScript; in C++ `wit_call_` stands before. */
  stem(plan: FunctionPlan): string {
    return known(this.#stems, plan, 'the name of a function');
  }

  import(item: FunctionPlan | ResourcePlan): AddonImport {
    return known(this.#imports, item, 'an import');
  }

  class(resource: ResourcePlan): AddonClass {
    return known(this.#classes, resource, 'a class');
  }

  /** The constant with the names of a type's cases or flags. */
  cases(decl: TypeDecl): string {
    const name = this.#cases.get(decl) ?? this.#take(`wit_cases_${snakeCase(decl.name)}`);
    this.#cases.set(decl, name);
    return name;
  }

  /** The class that implements a resource which the component imports. */
  importOf(resource: TypeDecl): AddonImport {
    return this.import(known(this.plan.resourceOf, resource, 'the plan of a resource'));
  }

  /** What JavaScript calls a function, in its module or class. */
  member(plan: FunctionPlan): string {
    return known(this.#members, plan, 'the name of a member');
  }

  #take(wanted: string): string {
    const name = this.#scope.take(wanted);
    this.#taken.push(name);
    return name;
  }

  #nameScope(scope: ScopePlan): void {
    this.#nameMembers(scope);
    // Names of a value of JavaScript, so that two types that differ in capitals have one each.
    for (const decl of scope.types) if (hasCases(decl)) this.cases(decl);
    for (const resource of scope.resources) this.#nameResource(resource, scope);
    for (const plan of scope.functions) {
      const stem = this.#take(`wit_call_${stemOf(plan.func, scope)}`).slice('wit_call_'.length);
      this.#stems.set(plan, stem);
      if (plan.role === 'callee' && plan.func.form.kind === 'free') this.#nameImport(plan, scope, stem);
    }
  }

  /** As the types have it: functions of a module, methods and static functions of a class are told apart each for itself. */
  #nameMembers({ functions }: ScopePlan): void {
    const places = new Map<string, NameScope>();
    for (const plan of functions) {
      const { form, name } = plan.func;
      const place = form.kind === 'free' ? 'free' : `${form.kind} ${form.resource.name}`;
      // What a class has under this name cannot be a static function.
      const names = places.get(place) ?? new NameScope(form.kind === 'static' ? ['prototype'] : []);
      places.set(place, names);
      this.#members.set(plan, names.take(camelCase(name)));
    }
  }

  #nameImport(plan: FunctionPlan, scope: ScopePlan, stem: string): void {
    const isOwn = scope.path.kind === 'world';
    this.#imports.set(plan, {
      module: isOwn ? plan.func.name : this.modules.moduleOf(scope).name,
      name: isOwn ? 'default' : this.member(plan),
      kind: 'function',
      position: this.#take(`wit_import_${stem}`),
    });
  }

  #nameResource(resource: ResourcePlan, scope: ScopePlan): void {
    const { decl, home } = resource;
    const module = this.modules.moduleOf(scope);
    const isOwn = scope.path.kind === 'world';
    const stem = snakeCase(isOwn ? decl.name : `${scope.path.name}-${decl.name}`);
    const name = this.modules.typeName(decl);
    if (home === 'imported') {
      this.#classes.set(resource, { resource, scope, name, constant: this.#take(`wit_resource_${stem}`) });
      return;
    }
    this.#imports.set(resource, {
      module: isOwn ? decl.name : module.name,
      name: isOwn ? 'default' : name,
      kind: 'class',
      position: this.#take(`wit_import_${stem}`),
    });
  }
}

/** What a helper does with the memory that a value refers to. */
const verbs: Readonly<Record<HelperPlan['direction'], Readonly<Record<HelperPlan['ownership'], string>>>> = {
  store: { lent: 'lend', given: 'give' },
  load: { lent: 'view', given: 'take' },
};

const hasCases = ({ definition: { kind } }: TypeDecl): boolean =>
  kind === 'enum' || kind === 'variant' || kind === 'flags';

function stemOf({ name, form }: Func, { path }: ScopePlan): string {
  const own = form.kind === 'constructor' ? 'new' : name;
  const parts = form.kind === 'free' ? [own] : [form.resource.name, own];
  return snakeCase([...(path.kind === 'world' ? [] : [path.name]), ...parts].join('-'));
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, what: string): Value {
  const value = map.get(key);
  invariant(value !== undefined, what);
  return value;
}
