/** The code by which a program reaches a component, and what it needs. */
import type { WorldPlan } from '../../../abi/plan.js';
import { line, type Block } from '../../../emit/code.js';
import type { ModuleText } from '../module-text.js';
import { constantsModule, pathFrom } from '../modules.js';
import { enumValues } from '../presentation.js';
import type { WorldNames } from '../world-names.js';
import type { WorldView } from '../world-view.js';
import { GlueContext } from './context.js';
import { runtimeImports } from './runtime-imports.js';
import type { GlueChoice } from './target.js';

export type GlueView = {
  /** What of the runtime is imported, by file. */
  readonly imports: readonly { readonly names: string; readonly from: string }[];
  /** The modules of constants that it hands on. */
  readonly constants: readonly { readonly name: string; readonly from: string }[];
  /** The class of what functions throw, where it is exported by its own name. */
  readonly exportsError: boolean;
  readonly lines: readonly string[];
};

export interface Glue {
  readonly view: GlueView;
  /** The files of the runtime that it needs. */
  readonly runtime: readonly string[];
}

/** The glue of a world, and what it needs. `view` has the names of what it is given and makes. */
export function glueOf(
  plan: WorldPlan,
  names: WorldNames,
  text: ModuleText,
  view: WorldView,
  choice: GlueChoice,
): Glue {
  const cx = new GlueContext(plan, names, text, choice);
  const code = choice.target.instance(cx, view);
  const lines = text.lines([enumerationLines(cx), code]);
  const { imports, runtime } = runtimeImports(cx, text);
  const constants = [...cx.constants].map(([scope, name]) => {
    const { world } = names.modules;
    return { name, from: pathFrom(world.file, constantsModule(names.moduleOf(scope)).file) };
  });
  const exportsError =
    text.runtime.includes('ComponentError') && cx.runtimeImport('ComponentError') === 'ComponentError';
  return { view: { imports, constants, exportsError, lines }, runtime };
}

/** The cases of enums that the code has made use of so far. */
export const enumerationLines = (cx: GlueContext): Block =>
  cx.enumerations.map(([decl, name]) => {
    const { definition } = decl;
    const values = definition.kind === 'enum' ? enumValues(definition, cx.presentation) : [];
    const cases = values.map((value) => `'${value}'`);
    return line(`const ${name} = `, cx.runtime('enumeration'), `([${cases.join(', ')}] as const);`);
  });
