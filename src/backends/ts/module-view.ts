/** Views of modules: one for each interface on each side, and that of the world. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { camelCase, NameScope } from '../../emit/names.js';
import { comment, docText, stabilityTags } from './comments.js';
import { declarationView, type DeclarationView } from './declarations.js';
import { freeFunctionsOf, functionsOf, functionView, functionViews, type FunctionView } from './functions.js';
import { implementedView, type ImplementedView } from './implementation-view.js';
import type { ModuleText } from './module-text.js';
import { constantsModule, pathFrom, type TypesModule } from './modules.js';
import type { ImportsView, WorldNames } from './world-names.js';
import { itemsOf, worldView, type WorldView } from './world-view.js';

/** What is in a module, besides its types and functions only in that of the world. */
export type ModuleView = {
  readonly specifier: string;
  readonly docs: readonly string[];
  readonly imports: ImportsView;
  readonly types: readonly DeclarationView[];
  readonly functions: readonly FunctionView[];
  /** Where its functions and resources are to be implemented: what does that. */
  readonly implementation: ImplementedView | undefined;
  readonly world: WorldView | undefined;
  /** Whether nothing in it makes a module of the file. */
  readonly isEmpty: boolean;
};

/** A module of a guest that has one function, which the guest imports from the world. */
export type FunctionModuleView = {
  readonly specifier: string;
  readonly imports: ImportsView;
  /** The parts of JavaScript that the compiler has to know, which the head of the file says. */
  readonly libraries: readonly string[];
  readonly function: FunctionView;
};

export function interfaceModule(scope: ScopePlan, names: WorldNames, text: ModuleText): ModuleView {
  const module = names.moduleOf(scope);
  const types = typesOf(scope, names, text);
  const functions = functionViews(freeFunctionsOf(scope), { text, role: module.role });
  const implementation = names.isImplemented(scope) ? implementedView(scope, text) : undefined;
  return {
    specifier: module.specifier,
    docs: moduleDocs(scope.owner, module, names),
    // All text of the module is spelled by now, so it is known what it makes use of.
    imports: names.importsOf(module, text),
    types,
    functions,
    implementation,
    world: undefined,
    isEmpty: types.length + functions.length === 0,
  };
}

/** `entry` is the function that the module has beside all that, if any. */
export function worldModule(
  plan: WorldPlan,
  names: WorldNames,
  text: ModuleText,
  entry?: string,
): ModuleView {
  const { world } = names.modules;
  const types = itemsOf(plan, 'import').own.flatMap((scope) => typesOf(scope, names, text));
  const view = worldView(plan, names, text, entry);
  const functions = new NameScope(view.exports.interfaces.map(({ name }) => name));
  const exported = itemsOf(plan, 'export')
    .own.flatMap(functionsOf)
    .map((func) =>
      functionView(func, functions.take(camelCase(func.name)), { text, role: names.exportsRole }),
    );
  return {
    specifier: world.specifier,
    docs: moduleDocs(plan.world, world, names),
    imports: names.importsOf(world, text),
    types,
    functions: exported,
    implementation: undefined,
    world: view,
    isEmpty: false,
  };
}

/** The modules of the functions that a guest imports from the world itself. */
export function functionModules(plan: WorldPlan, names: WorldNames): readonly FunctionModuleView[] {
  const { world, side } = names.modules;
  if (side === 'host') return [];
  const imported = itemsOf(plan, 'import').own.flatMap(freeFunctionsOf);
  return imported.map((func) => {
    const module: TypesModule = { name: func.name, file: world.file, specifier: func.name, role: 'used' };
    const text = names.textOf(module);
    const view = functionView(func, camelCase(func.name), { text, role: 'used' });
    const { libraries } = text;
    return { specifier: func.name, imports: names.importsOf(module, text), libraries, function: view };
  });
}

function typesOf(scope: ScopePlan, names: WorldNames, text: ModuleText): readonly DeclarationView[] {
  const module = names.moduleOf(scope);
  const { role } = module;
  // A component's instance has its constants beside its functions; what a guest imports has functions alone.
  const hasThem = names.modules.side === 'host' && role === 'used';
  const constants = hasThem ? pathFrom(module.file, constantsModule(module).file) : undefined;
  const functions = functionsOf(scope);
  return scope.types.map((decl) => declarationView(decl, { text, functions, role, constants }));
}

/** A file of a host says which module it is; a guest's modules have names. */
function moduleDocs(
  owner: ScopePlan['owner'],
  { name }: TypesModule,
  { modules }: WorldNames,
): readonly string[] {
  const tags = modules.side === 'host' ? [`@module ${name}`] : [];
  return comment(docText(owner.docs), [...stabilityTags(owner), ...tags]);
}
