/** What helps to link a component, in the same files for every language. */
import { abiOfHost } from '../../abi/core-items.js';
import type { WorldPlan } from '../../abi/plan.js';
import type { Report } from '../../base/diagnostics.js';
import type { Output } from '../../emit/output.js';
import { backendErrors } from '../errors.js';
import { onOrOff } from '../option-kinds.js';
import { forwarding } from './forwarding.js';
import { importStubs } from './import-stubs.js';

/** The option by which users ask for the files. */
export const linkingOption = onOrOff(
  'also write what helps to link without a host: stubs of imports, forwarding functions and aliases, and a file for the build',
  false,
);

/** Whether the files are asked for where they help. Under a host nobody is linked with the component, which is reported. */
export function checkLinking(plan: WorldPlan, { linking }: LinkingOptions, report: Report): void {
  const abi = abiOfHost(plan);
  if (linking && abi !== undefined) report(backendErrors.idleOption, undefined, { option: 'linking', abi });
}

/** Whether the files are to be written. */
export const writesLinkingFiles = (plan: WorldPlan, { linking }: LinkingOptions): boolean =>
  linking && abiOfHost(plan) === undefined;

/** The part of a backend's options that asks for the files. */
export interface LinkingOptions {
  readonly linking: boolean;
}

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
