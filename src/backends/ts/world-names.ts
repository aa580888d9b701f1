/** How the modules of a world call each other, and each other's types. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import { pascalCase } from '../../emit/names.js';
import { ModuleNames } from './module-names.js';
import { ModuleText } from './module-text.js';
import { sharedModules, specifierFrom, type Modules, type TypesModule } from './modules.js';

/** The names in all modules of a world. */
export class WorldNames {
  readonly #names = new Map<TypesModule, ModuleNames>();
  readonly #homes = new Map<TypeDecl, TypesModule>();

  constructor(
    plan: WorldPlan,
    readonly modules: Modules,
  ) {
    this.#names.set(modules.world, new ModuleNames([], false));
    for (const scope of plan.scopes) {
      const module = this.moduleOf(scope);
      // The world's own functions may be on both sides; its types are on one.
      if (module === modules.world && scope.types.length === 0) continue;
      this.#names.set(module, new ModuleNames(scope.types, module.role === 'implemented'));
      for (const decl of scope.types) this.#homes.set(decl, module);
    }
  }

  /** The module that a scope is in. */
  moduleOf(scope: ScopePlan): TypesModule {
    return this.modules.of.get(scope) ?? this.modules.world;
  }

  /** Text for a module, or for one beside the world's. */
  textOf(module: TypesModule): ModuleText {
    const names = this.#names.get(module) ?? new ModuleNames([], false);
    return new ModuleText(names, {
      declared: (decl) => this.#reference(decl, module),
      global: (name) => names.global(name),
      shared: (name) => names.shared(name),
    });
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

  /** A declared type, as it is called in a module. */
  #reference(decl: TypeDecl, from: TypesModule): string {
    const home = this.#homes.get(decl) ?? this.modules.world;
    const name = this.#names.get(home)?.type(decl) ?? pascalCase(decl.name);
    return home === from ? name : `import('${specifierFrom(from, home, this.modules.side)}').${name}`;
  }
}

/** `import type { names } from 'from'`, if there is anything to import. */
export type ImportsView = { readonly names: string; readonly from: string } | undefined;
