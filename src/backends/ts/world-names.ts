/** How the modules of a world call each other, and each other's types. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { Inline } from '../../emit/code.js';
import { invariant } from '../../base/invariant.js';
import { pascalCase } from '../../emit/names.js';
import { runtimeNames } from './glue/runtime.js';
import { ModuleNames } from './module-names.js';
import { ModuleText } from './module-text.js';
import {
  constantsModule,
  sharedModules,
  specifierFrom,
  type Modules,
  type Role,
  type TypesModule,
} from './modules.js';
import { memberOf, namespacesOf } from './namespaces.js';
import type { Presentation } from './presentation.js';
import type { TypeContext } from './types.js';
import { globals } from './words.js';

/** The names in all modules of a world. */
export class WorldNames {
  readonly #names = new Map<TypesModule, ModuleNames>();
  readonly #homes = new Map<TypeDecl, TypesModule>();
  readonly #namespaces: ReadonlyMap<TypesModule, string>;

  /** What the world's module calls the types of what the component exports, and of what it imports. */
  readonly ofWorld: { readonly exports: string; readonly imports: string };

  constructor(
    plan: WorldPlan,
    readonly modules: Modules,
    readonly presentation: Presentation,
  ) {
    this.#names.set(modules.world, this.#namesOf([], false));
    for (const scope of plan.scopes) {
      const module = this.moduleOf(scope);
      // The world's own functions may be on both sides; its types are on one.
      if (module === modules.world && scope.types.length === 0) continue;
      this.#names.set(module, this.#namesOf(scope.types, module.role === 'implemented'));
      for (const decl of scope.types) this.#homes.set(decl, module);
    }
    this.ofWorld = this.#nameWorld(plan.world.name);
    const taken = [...this.#names.values()].flatMap(({ all }) => [...all]);
    this.#namespaces = namespacesOf(plan, modules, new Set([...taken, ...codeNames]));
  }

  /** Whether who uses the types implements what the world exports. */
  get exportsRole(): Role {
    return this.modules.side === 'guest' ? 'implemented' : 'used';
  }

  /** The module that a scope is in. */
  moduleOf(scope: ScopePlan): TypesModule {
    return this.modules.of.get(scope) ?? this.modules.world;
  }

  /** The name under which other modules import that of a scope. */
  namespaceOf(scope: ScopePlan): string {
    return this.#namespace(this.moduleOf(scope));
  }

  /** Text for a module, or for one beside the world's. */
  textOf(module: TypesModule): ModuleText {
    return this.#text(module, module, (decl) =>
      this.#homeOf(decl) === module ? this.typeName(decl) : undefined,
    );
  }

  /** Text for the module of constants of another module, whose types are members of `types` there. */
  constantsTextOf(home: TypesModule): ModuleText {
    const here = constantsModule(home);
    return this.#text(home, here, (decl) =>
      this.#homes.get(decl) === home ? `types.${this.typeName(decl)}` : undefined,
    );
  }

  /** What a module imports of others, by what its text makes use of. */
  importsOf(module: TypesModule, text: ModuleText): ImportsView {
    const { side } = this.modules;
    const from = (other: TypesModule): string => specifierFrom(module, other, side);
    const names = text.shared;
    const used = new Set(text.modules);
    return {
      modules: [...this.#namespaces].flatMap(([other, name]) =>
        used.has(other.file) ? [{ name, from: from(other) }] : [],
      ),
      shared: names === undefined ? undefined : { names, from: from(sharedModules[side]) },
    };
  }

  /** Whether there is something in a scope that those who use these types define. */
  isImplemented(scope: ScopePlan): boolean {
    return this.moduleOf(scope).role === 'implemented' && scope.functions.length + scope.resources.length > 0;
  }

  /** The type of an interface as a value, as the world says it. */
  valueType(scope: ScopePlan): Inline {
    const module = this.moduleOf(scope);
    return this.isImplemented(scope)
      ? this.#memberOf(module, this.#namesIn(module).implementation)
      : ['typeof ', this.#memberOf(module)];
  }

  /** The text of a module that has the names of `home`. `own`: what it calls types that it need not import. */
  #text(home: TypesModule, here: TypesModule, own: (decl: TypeDecl) => string | undefined): ModuleText {
    const names = this.#names.get(home) ?? this.#namesOf([], false);
    const types: TypeContext = {
      declared: (decl) => own(decl) ?? this.#memberOf(this.#homeOf(decl), this.typeName(decl)),
      global: (name) => names.global(name),
      shared: (name) => names.shared(name),
      access: 'mutable',
    };
    const typesInComments: TypeContext = {
      ...types,
      declared: (decl) => {
        const from = specifierFrom(here, this.#homeOf(decl), this.modules.side);
        return own(decl) ?? `import('${from}').${this.typeName(decl)}`;
      },
    };
    return new ModuleText(names, types, typesInComments, this.presentation);
  }

  #namesOf(types: readonly TypeDecl[], implementations: boolean): ModuleNames {
    return new ModuleNames(types, { cases: this.presentation.variants === 'named', implementations });
  }

  /** Before anything is spelled, as what these names hide is called otherwise: a world may be called `array`. */
  #nameWorld(name: string): WorldNames['ofWorld'] {
    const names = this.#namesIn(this.modules.world);
    return { exports: names.take(pascalCase(name)), imports: names.take('ImportObject') };
  }

  /** What a declared type is called where it is declared. */
  typeName(decl: TypeDecl): string {
    const name = this.#namesIn(this.#homeOf(decl)).type(decl);
    invariant(name !== undefined, 'a type to have a name where it is declared');
    return name;
  }

  /** The module that declares a type. */
  #homeOf(decl: TypeDecl): TypesModule {
    const home = this.#homes.get(decl);
    invariant(home, 'a type to be declared in a module');
    return home;
  }

  #namesIn(module: TypesModule): ModuleNames {
    const names = this.#names.get(module);
    invariant(names, 'a module of the world to have names');
    return names;
  }

  #namespace(module: TypesModule): string {
    const namespace = this.#namespaces.get(module);
    invariant(namespace !== undefined, 'a module of the world to have a namespace');
    return namespace;
  }

  /** Another module, or something in it. */
  #memberOf(module: TypesModule, name?: string): Inline {
    return memberOf(this.#namespace(module), module, name);
  }
}

/** Names that the code has in some module: those of the runtime and of the module around an addon. */
const codeNames: readonly string[] = [
  ...globals,
  ...runtimeNames,
  ...['Addon', 'Handles', 'WitImports', 'WitNative', 'WitWorld'],
];

/** What a module imports: `import type * as name from 'from'`, and `import type { names } from 'from'`. */
export type ImportsView = {
  readonly modules: readonly { readonly name: string; readonly from: string }[];
  readonly shared: { readonly names: string; readonly from: string } | undefined;
};
