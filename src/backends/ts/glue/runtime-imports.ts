import type { ModuleText } from '../module-text.js';
import type { GlueContext } from './context.js';
import { filesWith, runtimeFolder, withDependencies } from './runtime.js';

export type RuntimeImports = {
  /** What of the runtime is imported, by file. */
  readonly imports: readonly { readonly names: string; readonly from: string }[];
  /** The files of the runtime that are needed. */
  readonly runtime: readonly string[];
};

/** What a module imports from the runtime, whose text is whole. */
export function runtimeImports(cx: GlueContext, text: ModuleText): RuntimeImports {
  const files = filesWith(text.runtime);
  const imports = [...files].map(([file, all]) => ({
    names: all.map((name) => cx.runtimeImport(name)).join(', '),
    from: `./${runtimeFolder}${file}.js`,
  }));
  return { imports, runtime: withDependencies(files.keys()) };
}
