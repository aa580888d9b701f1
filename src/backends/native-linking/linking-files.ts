/** What helps to link a component, in the same files for every language. */
import type { WorldPlan } from '../../abi/plan.js';
import type { Output } from '../../emit/output.js';
import { onOrOff } from '../option-kinds.js';
import { forwarding } from './forwarding.js';
import { importStubs } from './import-stubs.js';

/** The option by which users ask for the files. */
export const linkingOption = onOrOff(
  'also write what helps to link: stubs of imports, forwarding functions and aliases, and a file for the build',
  false,
);

/** Which of the files a world has. */
export interface LinkingFiles {
  /** C: forwarding.ts. */
  readonly imports: string | undefined;
  /** C: import-stubs.ts. */
  readonly stubs: string | undefined;
}

/** Writes the files that a world needs, and tells which. `stem` is what all its files are named after. */
export function writeLinkingFiles(plan: WorldPlan, stem: string, output: Output): LinkingFiles {
  const write = (suffix: string, content: string | undefined): string | undefined => {
    if (content === undefined) return undefined;
    output.text(stem + suffix, content);
    return stem + suffix;
  };
  return {
    imports: write('_imports.c', forwarding(plan)),
    stubs: write('_import_stubs.c', importStubs(plan)),
  };
}
