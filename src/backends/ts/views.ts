/** The files of a world as views. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import { camelCase, NameScope, pascalCase } from '../../emit/names.js';
import { headerLine } from '../header.js';
import { comment, docText, stabilityTags } from './comments.js';
import { declarationView, type DeclarationView } from './declarations.js';
import {
  callableView,
  interfaceMember,
  functionView,
  functionViews,
  type CallableView,
  type FunctionView,
} from './functions.js';
import { ModuleNames } from './module-names.js';
import { ModuleText } from './module-text.js';
import type { Side } from './options.js';
import { modulesOf, pathFrom, specifierFrom, type Modules, type TypesModule } from './modules.js';

/** What is in a module, besides its types and functions only in that of the world. */
export type ModuleView = {
  readonly specifier: string;
  readonly docs: readonly string[];
  readonly imports: { readonly names: string; readonly from: string } | undefined;
  readonly types: readonly DeclarationView[];
  readonly functions: readonly FunctionView[];
  /** Where its functions and resources are to be implemented: what does that. */
  readonly implementation: ImplementedView | undefined;
  readonly world: WorldView | undefined;
  /** Whether nothing in it makes a module of the file. */
  readonly isEmpty: boolean;
};

/** What the world imports and exports. */
export type WorldView = {
  readonly worldName: string;
  readonly importedTypes: readonly LinkView[];
  readonly exported: readonly LinkView[];
  /** What a host gives the component; guests import it. */
  readonly imports: { readonly name: string; readonly members: readonly ImportView[] } | undefined;
  readonly exports: {
    readonly name: string;
    readonly interfaces: readonly LinkView[];
    readonly functions: readonly CallableView[];
  };
};

/** Its functions are methods here, so that they may ask for the very classes that implement the resources. */
type ImplementedView = {
  readonly name: string;
  readonly classes: readonly { readonly name: string; readonly type: string }[];
  readonly functions: readonly CallableView[];
};

/** An interface of the world: the module that it is, and its type as a value. */
type LinkView = { readonly name: string; readonly from: string; readonly type: string };
type ImportView = { readonly name: string; readonly type?: string; readonly function?: CallableView };

/** A file. Guests have the modules of a file by name; a host's file is a module itself. */
export type FileView = {
  readonly path: string;
  /** Whether it imports the shared module. */
  readonly usesShared: boolean;
  readonly view: {
    readonly header: string;
    readonly libraries: readonly string[];
    readonly references: readonly string[];
    readonly module: ModuleView;
    readonly functionModules: readonly {
      readonly specifier: string;
      readonly imports: ModuleView['imports'];
      readonly function: FunctionView;
    }[];
  };
};

/** The shared module, which has the types that WIT has everywhere. No world is called like its files. */
const sharedModules: Readonly<Record<Side, TypesModule>> = {
  host: sharedModule('wit_types'),
  guest: sharedModule('wit_guest_types'),
};

function sharedModule(file: string): TypesModule {
  return { name: file, file, specifier: 'wit-gen:types', role: 'used' };
}

export function fileViews(plan: WorldPlan, side: Side): readonly FileView[] {
  return new World(plan, modulesOf(plan, side)).files();
}

class World {
  readonly #names = new Map<TypesModule, ModuleNames>();
  readonly #homes = new Map<TypeDecl, TypesModule>();

  constructor(
    private readonly plan: WorldPlan,
    private readonly modules: Modules,
  ) {
    this.#names.set(modules.world, new ModuleNames([], false));
    for (const scope of plan.scopes) {
      const module = this.#module(scope);
      // The world's own functions may be on both sides; its types are on one.
      if (module === modules.world && scope.types.length === 0) continue;
      this.#names.set(module, new ModuleNames(scope.types, module.role === 'implemented'));
      for (const decl of scope.types) this.#homes.set(decl, module);
    }
  }

  files(): readonly FileView[] {
    const interfaces = this.plan.scopes.filter(({ path }) => path.kind !== 'world');
    return [...interfaces.map((scope) => this.#interfaceFile(scope)), this.#worldFile(interfaces)];
  }

  #interfaceFile(scope: ScopePlan): FileView {
    const module = this.#module(scope);
    const text = this.#text(module);
    const functions = functionsOf(scope);
    const types = this.#types(scope, module, text);
    const free = functionViews(
      functions.filter(({ form }) => form.kind === 'free'),
      text,
    );
    return this.#file(module, text, {
      specifier: module.specifier,
      docs: this.#docs(scope.owner, module),
      imports: this.#imports(module, text),
      types,
      functions: free,
      implementation: this.#implementation(scope, text),
      world: undefined,
      isEmpty: types.length + free.length === 0,
    });
  }

  #worldFile(interfaces: readonly ScopePlan[]): FileView {
    const { world, side } = this.modules;
    const text = this.#text(world);
    const own = (direction: ScopePlan['direction']): readonly ScopePlan[] =>
      this.plan.scopes.filter(({ path, direction: each }) => path.kind === 'world' && each === direction);
    const types = own('import').flatMap((scope) => this.#types(scope, world, text));
    const view = this.#worldView(interfaces, own('import'), own('export'), text);
    const functions = new NameScope(view.exports.interfaces.map(({ name }) => name));
    const exported = own('export')
      .flatMap(functionsOf)
      .map((func) => functionView(func, functions.take(camelCase(func.name)), text));
    const imported = side === 'guest' ? own('import').flatMap(functionsOf) : [];
    const free = imported.filter(({ form }) => form.kind === 'free');
    const module: ModuleView = {
      specifier: world.specifier,
      docs: this.#docs(this.plan.world, world),
      imports: this.#imports(world, text),
      types,
      functions: exported,
      implementation: undefined,
      world: view,
      isEmpty: false,
    };
    const functionModules = free.map((func) => {
      const outside: TypesModule = { name: func.name, file: world.file, specifier: func.name, role: 'used' };
      const own = this.#text(outside);
      const function_ = functionView(func, camelCase(func.name), own);
      return { specifier: func.name, imports: this.#imports(outside, own), function: function_ };
    });
    const references = interfaces.map((scope) => pathFrom(world.file, this.#module(scope).file, '.d.ts'));
    return this.#file(world, text, module, side === 'guest' ? references : [], functionModules);
  }

  #worldView(
    interfaces: readonly ScopePlan[],
    ownImports: readonly ScopePlan[],
    ownExports: readonly ScopePlan[],
    text: ModuleText,
  ): WorldView {
    const { world, side } = this.modules;
    const members = new NameScope();
    const link = (scope: ScopePlan, name: string): LinkView => ({
      name,
      from: specifierFrom(world, this.#module(scope), side),
      type: this.#valueType(scope),
    });
    const [imported, exported] = (['import', 'export'] as const).map((direction) =>
      interfaces.filter((scope) => scope.direction === direction),
    );
    const exportedLinks = (exported ?? []).map((scope) =>
      link(scope, members.take(camelCase(scope.path.name))),
    );
    const exportName = text.names.take(pascalCase(this.plan.world.name));
    const freeImports = ownImports.flatMap(functionsOf).filter(({ form }) => form.kind === 'free');
    const given: readonly ImportView[] = [
      ...(imported ?? [])
        .filter(({ functions, resources }) => functions.length + resources.length > 0)
        .map((scope) => link(scope, this.#module(scope).name)),
      ...freeImports.map((func) => ({ name: func.name, function: callableView(func, 'default', text) })),
    ];
    const isGiven = side === 'host' && given.length > 0;
    return {
      worldName: this.plan.world.name,
      importedTypes: (imported ?? []).map((scope) => link(scope, text.names.take(linkName(scope)))),
      exported: exportedLinks,
      imports: isGiven ? { name: text.names.take('ImportObject'), members: given } : undefined,
      exports: {
        name: exportName,
        interfaces: exportedLinks,
        functions: ownExports
          .flatMap(functionsOf)
          .map((func) => callableView(func, interfaceMember(members.take(camelCase(func.name))), text)),
      },
    };
  }

  #implementation(scope: ScopePlan, text: ModuleText): ImplementedView | undefined {
    if (!this.#isImplemented(scope)) return undefined;
    const names = new NameScope();
    return {
      name: text.names.implementation,
      classes: scope.resources.map(({ decl }) => ({
        name: text.types.declared(decl),
        type: text.names.resource(decl)?.statics ?? '',
      })),
      functions: functionsOf(scope)
        .filter(({ form }) => form.kind === 'free')
        .map((func) => callableView(func, interfaceMember(names.take(camelCase(func.name))), text)),
    };
  }

  /** Whether there is something in a module that those who use these types define. */
  #isImplemented(scope: ScopePlan): boolean {
    return this.#module(scope).role === 'implemented' && scope.functions.length + scope.resources.length > 0;
  }

  /** The type of an interface as a value. */
  #valueType(scope: ScopePlan): string {
    const module = this.#module(scope);
    const type = `import('${specifierFrom(this.modules.world, module, this.modules.side)}')`;
    const name = this.#names.get(module)?.implementation;
    return this.#isImplemented(scope) && name !== undefined ? `${type}.${name}` : `typeof ${type}`;
  }

  #types(scope: ScopePlan, module: TypesModule, text: ModuleText): readonly DeclarationView[] {
    const functions = functionsOf(scope);
    const nameOf = (decl: TypeDecl): string => text.types.declared(decl);
    return scope.types.map((decl) => declarationView(decl, { text, functions, role: module.role, nameOf }));
  }

  #file(
    module: TypesModule,
    text: ModuleText,
    view: ModuleView,
    references: readonly string[] = [],
    functionModules: FileView['view']['functionModules'] = [],
  ): FileView {
    const { libraries } = text;
    const usesShared =
      view.imports !== undefined || functionModules.some(({ imports }) => imports !== undefined);
    const shared =
      usesShared && this.modules.side === 'guest'
        ? [pathFrom(module.file, sharedModules.guest.file, '.d.ts')]
        : [];
    return {
      path: `${module.file}.d.ts`,
      usesShared,
      view: {
        header: `// ${headerLine(this.plan)}`,
        libraries,
        references: [...references, ...shared],
        module: view,
        functionModules,
      },
    };
  }

  /** A file of a host says which module it is; a guest's modules have names. */
  #docs(owner: ScopePlan['owner'], { name }: TypesModule): readonly string[] {
    const tags = this.modules.side === 'host' ? [`@module ${name}`] : [];
    return comment(docText(owner.docs), [...stabilityTags(owner), ...tags]);
  }

  #imports(module: TypesModule, text: ModuleText): ModuleView['imports'] {
    const { side } = this.modules;
    const names = text.imports;
    return names === undefined
      ? undefined
      : { names, from: specifierFrom(module, sharedModules[side], side) };
  }

  #module(scope: ScopePlan): TypesModule {
    return this.modules.of.get(scope) ?? this.modules.world;
  }

  #text(module: TypesModule): ModuleText {
    const names = this.#names.get(module) ?? new ModuleNames([], false);
    return new ModuleText(names, {
      declared: (decl) => this.#reference(decl, module),
      global: (name) => names.global(name),
      shared: (name) => names.shared(name),
    });
  }

  /** A declared type, as it is called in a module. */
  #reference(decl: TypeDecl, from: TypesModule): string {
    const home = this.#homes.get(decl) ?? this.modules.world;
    const name = this.#names.get(home)?.type(decl) ?? pascalCase(decl.name);
    return home === from ? name : `import('${specifierFrom(from, home, this.modules.side)}').${name}`;
  }
}

const functionsOf = (scope: ScopePlan) => scope.functions.map(({ func }) => func);

/** What the module of the world calls an imported interface: `WasiHttpTypes030`. */
function linkName({ path, owner }: ScopePlan): string {
  if (path.kind !== 'interface') return pascalCase(path.name);
  const version = owner.package.name.version ?? '';
  const words = [path.namespace, path.package, path.name].flatMap((part) => part.split(/[:/]/));
  return words.map(pascalCase).join('') + version.replace(/[^a-zA-Z0-9]/g, '');
}
