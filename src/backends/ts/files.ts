/** The files of a world as views. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';
import { glueOf, type Glue, type GlueView } from './glue/instance.js';
import type { GlueChoice } from './glue/target.js';
import type { ModuleText } from './module-text.js';
import {
  functionModules,
  interfaceModule,
  worldModule,
  type FunctionModuleView,
  type ModuleView,
} from './module-view.js';
import { pathFrom, sharedModules, type TypesModule } from './modules.js';
import type { WorldNames } from './world-names.js';

/** A file. Guests have the modules of a file by name; a host's file is a module itself. */
export type FileView = {
  readonly path: string;
  /** Whether it imports the shared module. */
  readonly usesShared: boolean;
  /** The files of the runtime that it imports. */
  readonly runtime: readonly string[];
  readonly view: {
    readonly header: string;
    readonly libraries: readonly string[];
    readonly references: readonly string[];
    readonly module: ModuleView;
    readonly functionModules: readonly FunctionModuleView[];
    readonly glue: GlueView | undefined;
  };
};

/** `choice` is which glue there is, if any. */
export function fileViews(
  plan: WorldPlan,
  names: WorldNames,
  choice: GlueChoice | undefined,
): readonly FileView[] {
  const header = `// ${headerLine(plan)}`;
  const interfaces = plan.scopes.filter(({ path }) => path.kind !== 'world');
  return [
    ...interfaces.map((scope) => interfaceFile(scope, names, header)),
    worldFile(plan, interfaces, names, header, choice),
  ];
}

function interfaceFile(scope: ScopePlan, names: WorldNames, header: string): FileView {
  const module = names.moduleOf(scope);
  const text = names.textOf(module);
  const view = interfaceModule(scope, names, text);
  return file({ module, text, view, names, header, references: [], functionModules: [], glue: undefined });
}

function worldFile(
  plan: WorldPlan,
  interfaces: readonly ScopePlan[],
  names: WorldNames,
  header: string,
  choice: GlueChoice | undefined,
): FileView {
  const { world, side } = names.modules;
  const text = names.textOf(world);
  const types = worldModule(plan, names, text, choice?.target.entry.name);
  const glue = choice && types.world ? glueOf(plan, names, text, types.world, choice) : undefined;
  // Glue makes use of more, and its functions are those of an instance.
  const view = glue ? { ...types, imports: names.importsOf(world, text), functions: [] } : types;
  const references = interfaces.map((scope) => pathFrom(world.file, names.moduleOf(scope).file, '.d.ts'));
  return file({
    ...{ module: world, text, view, names, header },
    references: side === 'guest' ? references : [],
    functionModules: functionModules(plan, names),
    glue,
  });
}

/** What a file is made of. */
interface Parts {
  readonly module: TypesModule;
  readonly text: ModuleText;
  readonly view: ModuleView;
  readonly names: WorldNames;
  readonly header: string;
  /** Files of other modules, by path. */
  readonly references: readonly string[];
  readonly functionModules: readonly FunctionModuleView[];
  readonly glue: Glue | undefined;
}

function file({ module, text, view, names, header, references, functionModules, glue }: Parts): FileView {
  const libraries = [text, ...functionModules].flatMap((each) => each.libraries);
  const usesShared = [view, ...functionModules].some(({ imports }) => imports.shared !== undefined);
  const shared =
    usesShared && names.modules.side === 'guest'
      ? [pathFrom(module.file, sharedModules.guest.file, '.d.ts')]
      : [];
  return {
    path: `${module.file}${glue ? '' : '.d'}.ts`,
    usesShared,
    runtime: glue?.runtime ?? [],
    view: {
      header,
      libraries: [...new Set(libraries)].sort(),
      references: [...references, ...shared],
      module: view,
      functionModules,
      glue: glue?.view,
    },
  };
}
