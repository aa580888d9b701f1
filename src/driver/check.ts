/** All problems of WIT, before any language or ABI is chosen. */
import type { Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import type { SourceFile } from '../base/source.js';
import { readPackages, type PackagesRequest } from './read.js';

export interface CheckRequest extends PackagesRequest {
  /** Whether warnings are errors. */
  readonly denyWarnings?: boolean | undefined;
}

/** What was found, in reading order, and every file that was read. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}

/** Checks all files below the roots of a request. */
export async function check(request: CheckRequest, host: Host): Promise<CheckResult> {
  const { diagnostics, files } = await readPackages(request, host);
  return { diagnostics: request.denyWarnings === true ? diagnostics.map(asError) : diagnostics, files };
}

function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'error' };
}
