/** What all functions of the glue of a world have in common. */
import { invariant } from '../../../base/invariant.js';
import type {
  FunctionPlan,
  HelperPlan,
  Linkage,
  Op,
  ResourcePlan,
  ScopePlan,
  WorldPlan,
} from '../../../abi/plan.js';
import type { Inline } from '../../../emit/code.js';
import { camelCase, NameScope, pascalCase } from '../../../emit/names.js';
import type { Type, TypeDecl } from '../../../resolve/model.js';
import type { ModuleText } from '../module-text.js';
import { hasConstants, type Presentation } from '../presentation.js';
import { spellType } from '../types.js';
import { globals, reservedWords } from '../words.js';
import type { WorldNames } from '../world-names.js';
import { doesOneOf, lendsOneOf, lentBesideGiven, revocable } from './facts.js';
import { givenBy } from './import-names.js';
import { functionMembers, type Members } from './members.js';
import type { MemorySpelling } from './memory-spelling.js';
import { runtimeNames, runtimeNeed } from './runtime.js';
import type { GlueChoice, GlueTarget } from './target.js';

/** What a resource is called in the glue. */
export interface ResourceNames {
  /** The constant that tells its handles from others. */
  readonly type: string;
  /** Its class: one of ours, or the one that the host has given. */
  readonly class: string;
  /** What its users call it. */
  readonly shown: string;
}

/** What the code calls things of its own. */
const own = ['core', 'error', 'handles', 'memory', 'state'];

export class GlueContext {
  /** The names by which functions are known outside. */
  readonly members: Members;
  /** Whether objects are lent to a core module that must be kept from being given to it in the same call. */
  readonly keepsLent: (ops: readonly Op[]) => boolean;
  /** Whether objects are given to the component that stay their owner's where the call fails before it is made. */
  readonly mayTakeBack: (ops: readonly Op[]) => boolean;
  /** Names that no local may have. */
  readonly reserved: ReadonlySet<string>;
  readonly #helpers = new Map<HelperPlan, string>();
  readonly #functions = new Map<FunctionPlan, { readonly core: string; readonly after: string }>();
  readonly #resources = new Map<TypeDecl, ResourceNames>();
  readonly #imports = new Map<ScopePlan | FunctionPlan | TypeDecl, string>();
  readonly #constants = new Map<ScopePlan, string>();
  readonly #enums = new Map<TypeDecl, string>();
  readonly #usedEnums = new Set<TypeDecl>();
  readonly #runtime = new Map<string, string>();

  constructor(
    readonly plan: WorldPlan,
    readonly worldNames: WorldNames,
    readonly text: ModuleText,
    private readonly choice: GlueChoice,
  ) {
    this.members = functionMembers(plan);
    this.keepsLent = lendsOneOf(lentBesideGiven(plan));
    this.mayTakeBack = doesOneOf(revocable(plan));
    // Types of the module may be called like classes of the runtime.
    for (const name of runtimeNames) {
      this.#runtime.set(name, /^[A-Z]/.test(name) ? text.names.take(name) : name);
    }
    const taken = [...reservedWords, ...globals, ...own, ...this.#runtime.values()];
    const scope = new NameScope([...taken, ...choice.target.entry.parameters]);
    const names: string[] = [];
    const take = (wanted: string): string => {
      const name = scope.takeNumbered(wanted);
      names.push(name);
      return name;
    };
    for (const each of plan.scopes) this.#nameScope(each, take);
    for (const helper of plan.helpers) {
      this.#helpers.set(helper, take(`${helper.direction}${pascalCase(helper.decl.name)}`));
    }
    this.reserved = new Set([...taken, ...names]);
  }

  #nameScope(scope: ScopePlan, take: (wanted: string) => string): void {
    const { types, resources, functions, direction, path } = scope;
    if (direction === 'import') {
      for (const [given, name] of givenBy(scope)) this.#imports.set(given, take(camelCase(name)));
    }
    if (direction === 'export' && types.some((decl) => hasConstants(decl, this.presentation))) {
      this.#constants.set(scope, take(`${camelCase(path.name)}Constants`));
    }
    for (const decl of types) {
      if (decl.definition.kind === 'enum') this.#enums.set(decl, take(`${camelCase(decl.name)}Cases`));
    }
    for (const { decl, home } of resources) {
      const shown = this.worldNames.typeName(decl);
      const isGiven = home === 'exported';
      this.#resources.set(decl, {
        type: take(`${camelCase(decl.name)}Type`),
        class: isGiven ? this.#classGiven(scope, decl) : this.#takeClass(decl),
        shown,
      });
    }
    for (const plan of functions) {
      if (plan.role !== 'caller') continue;
      const name = pascalCase(fullName(plan));
      this.#functions.set(plan, { core: take(`core${name}`), after: take(`after${name}`) });
    }
  }

  /** A class is called unlike the types of the module, and unlike what the code means by a bare name. */
  #takeClass(decl: TypeDecl): string {
    const name = pascalCase(decl.name);
    return this.text.names.take(globals.includes(name) ? `${name}_` : name);
  }

  /** The class that the host gives for a resource. */
  #classGiven(scope: ScopePlan, decl: TypeDecl): string {
    const given = this.#imports.get(scope);
    return given === undefined
      ? `${this.#imports.get(decl) ?? ''}.default`
      : `${given}.${this.worldNames.typeName(decl)}`;
  }

  get target(): GlueTarget {
    return this.choice.target;
  }

  get memory(): MemorySpelling {
    return this.target.memory;
  }

  /** Whether objects that the program has forgotten are disposed of. */
  get finalizers(): boolean {
    return this.choice.finalizers;
  }

  /** The constant that has what the host gives for an interface, or for a function or resource of the world. */
  importOf(given: ScopePlan | FunctionPlan | TypeDecl): string {
    return this.#imports.get(given) ?? '';
  }

  /** What a function is called where it is a member of something. */
  memberOf(plan: FunctionPlan): string {
    return this.members.of.get(plan) ?? '';
  }

  /** A function of the host's that belongs to no object, as it is called. */
  userFunction(plan: FunctionPlan): string {
    const { form } = plan.func;
    const member = this.memberOf(plan);
    if (form.kind === 'free') {
      const given = this.#imports.get(plan) ?? this.#imports.get(this.#scopeOf(plan)) ?? '';
      return `${given}.${member}`;
    }
    const class_ = this.#resources.get(form.resource)?.class ?? '';
    return form.kind === 'constructor' ? `new ${class_}` : `${class_}.${member}`;
  }

  #scopeOf(plan: FunctionPlan): ScopePlan {
    const scope = this.plan.scopes.find(({ functions }) => functions.includes(plan));
    invariant(scope, 'a function to be in a scope');
    return scope;
  }

  /** How a message calls a parameter. */
  pathOfParameter(name: string): string {
    return camelCase(name);
  }

  /** How a message calls what a function of the host's returns. */
  pathOfResult(plan: FunctionPlan): string {
    const { form, name } = plan.func;
    const resource = form.kind === 'free' ? '' : this.worldNames.typeName(form.resource);
    switch (form.kind) {
      case 'free':
        return `${camelCase(name)}()`;
      case 'constructor':
        return `new ${resource}()`;
      case 'method':
      case 'static':
        return `${resource}.${this.memberOf(plan)}()`;
    }
  }

  /** The modules of constants that the functions of an exported interface come with, each under a name. */
  get constants(): ReadonlyMap<ScopePlan, string> {
    return this.#constants;
  }

  helper(helper: HelperPlan): string {
    return this.#helpers.get(helper) ?? '';
  }

  /** The constant that has a core function of the module, which is called. */
  coreFunction(plan: FunctionPlan): string {
    return this.#functions.get(plan)?.core ?? '';
  }

  /** The core function that says that a result has been read. */
  afterFunction(plan: FunctionPlan): string {
    return this.#functions.get(plan)?.after ?? '';
  }

  resource({ decl }: ResourcePlan): ResourceNames {
    return this.#resources.get(decl) ?? { type: '', class: '', shown: '' };
  }

  /** The constant that has the cases of an enum. */
  enumeration(decl: TypeDecl): string {
    this.#usedEnums.add(decl);
    return this.#enums.get(decl) ?? '';
  }

  /** The enums that the code makes use of, with their constants. */
  get enumerations(): readonly (readonly [TypeDecl, string])[] {
    return [...this.#enums].filter(([decl]) => this.#usedEnums.has(decl));
  }

  /** Something of the runtime. */
  runtime(name: string): Inline {
    return runtimeNeed(name, this.#runtime.get(name) ?? name);
  }

  /** `name`, or `name as local` where the module calls something of the runtime otherwise. */
  runtimeImport(name: string): string {
    const local = this.#runtime.get(name) ?? name;
    return local === name ? name : `${name} as ${local}`;
  }

  /** How values look where users have a choice. */
  get presentation(): Presentation {
    return this.text.presentation;
  }

  type(type: Type): Inline {
    return this.text.type(type);
  }

  /** The type of what the host gives to the module, which is only read. */
  readType(type: Type): Inline {
    return spellType(type, this.text.typesOf('read'));
  }
}

/** A function with its resource: `file-read`. */
function fullName({ func: { form, name } }: FunctionPlan): string {
  switch (form.kind) {
    case 'free':
      return name;
    case 'constructor':
      return `${form.resource.name}-new`;
    case 'method':
    case 'static':
      return `${form.resource.name}-${name}`;
  }
}

/** The names by which a core module is asked for something, as text. */
export const nameIn = (linkage: Linkage): string =>
  linkage.kind === 'native' ? linkage.symbol : linkage.name;
