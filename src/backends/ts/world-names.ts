/** How the modules of a world call each other, and each other's types. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import { pascalCase } from '../../emit/names.js';
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
import type { Presentation } from './presentation.js';

/** The names in all modules of a world. */
export class WorldNames {
  readonly #names = new Map<TypesModule, ModuleNames>();
  readonly #homes = new Map<TypeDecl, TypesModule>();

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
  }

  /** Whether who uses the types implements what the world exports. */
  get exportsRole(): Role {
    return this.modules.side === 'guest' ? 'implemented' : 'used';
  }

  /** The module that a scope is in. */
  moduleOf(scope: ScopePlan): TypesModule {
    return this.modules.of.get(scope) ?? this.modules.world;
  }

  /** Text for a module, or for one beside the world's. */
  textOf(module: TypesModule): ModuleText {
    return this.#text(module, (decl) => this.#reference(decl, module));
  }

  /** Text for the module of constants of another module, whose types are members of `types` there. */
  constantsTextOf(home: TypesModule): ModuleText {
    const here = constantsModule(home);
    return this.#text(home, (decl) =>
      this.#homes.get(decl) === home ? `types.${this.#reference(decl, home)}` : this.#reference(decl, here),
    );
  }

  /** What a module imports from the shared one, if its text makes use of that. */
  importsOf(module: TypesModule, text: ModuleText): ImportsView {
    const { side } = this.modules;
    const names = text.imports;
    return names === undefined
      ? undefined
      : { names, from: specifierFrom(module, sharedModules[side], side) };
  }

  /** Whether there is something in a scope that those who use these types define. */
  isImplemented(scope: ScopePlan): boolean {
    return this.moduleOf(scope).role === 'implemented' && scope.functions.length + scope.resources.length > 0;
  }

  /** The type of an interface as a value, as the world says it. */
  valueType(scope: ScopePlan): string {
    const module = this.moduleOf(scope);
    const type = `import('${specifierFrom(this.modules.world, module, this.modules.side)}')`;
    const name = this.#names.get(module)?.implementation;
    return this.isImplemented(scope) && name !== undefined ? `${type}.${name}` : `typeof ${type}`;
  }

  #text(module: TypesModule, declared: (decl: TypeDecl) => string): ModuleText {
    const names = this.#names.get(module) ?? this.#namesOf([], false);
    const [global, shared] = [(name: string) => names.global(name), (name: string) => names.shared(name)];
    return new ModuleText(names, { declared, global, shared, access: 'mutable' }, this.presentation);
  }

  #namesOf(types: readonly TypeDecl[], implementations: boolean): ModuleNames {
    return new ModuleNames(types, { cases: this.presentation.variants === 'named', implementations });
  }

  /** What a declared type is called where it is declared. */
  typeName(decl: TypeDecl): string {
    const home = this.#homes.get(decl) ?? this.modules.world;
    return this.#names.get(home)?.type(decl) ?? pascalCase(decl.name);
  }

  /** A declared type, as it is called in a module. */
  #reference(decl: TypeDecl, from: TypesModule): string {
    const home = this.#homes.get(decl) ?? this.modules.world;
    const name = this.typeName(decl);
    return home === from ? name : `import('${specifierFrom(from, home, this.modules.side)}').${name}`;
  }
}

/** `import type { names } from 'from'`, if there is anything to import. */
export type ImportsView = { readonly names: string; readonly from: string } | undefined;
