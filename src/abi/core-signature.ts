/** The core signature of a function, as imported or exported, called directly or as a task. CanonicalABI.md `flatten_functype`. */
import type { Func } from '../resolve/model.js';
import { flatten, maxFlatParameters, maxFlatResults } from './flatten.js';
import type { CoreType } from './plan.js';

/** More flat parameters than this cross in memory where an import is called as a task. */
export const maxFlatAsyncParameters = 4;

/** How a function is called. */
export interface CallForm {
  readonly isExport: boolean;
  /** A call that may go on after it returns: its core result is a status. */
  readonly isTask: boolean;
}

/** Core parameters and results, with handles as indexes. */
export interface CoreSignature {
  readonly parameters: readonly CoreType[];
  readonly results: readonly CoreType[];
  /** Whether the parameters lie in memory, and the only core parameter for them points there. */
  readonly hasIndirectParameters: boolean;
  /** Whether the result lies in memory, and a core parameter or result points there. */
  readonly hasReturnPointer: boolean;
}

/** The core signature of a function in one form of call. */
export function coreSignature(func: Func, form: CallForm): CoreSignature {
  const result = resultCores(func, form);
  const { cores, isIndirect } = parameterCores(func, form);
  return {
    parameters: [...cores, ...result.parameters],
    results: result.results,
    hasIndirectParameters: isIndirect,
    hasReturnPointer: result.hasPointer,
  };
}

function parameterCores(
  { form, parameters }: Func,
  { isExport, isTask }: CallForm,
): { readonly cores: readonly CoreType[]; readonly isIndirect: boolean } {
  // An exported method is given the representation of its resource, not a handle to it.
  const self: readonly CoreType[] = form.kind === 'method' ? [isExport ? 'pointer' : 'i32'] : [];
  const cores = [...self, ...parameters.flatMap(({ type }) => flatten(type, 'i32'))];
  const most = isTask && !isExport ? maxFlatAsyncParameters : maxFlatParameters;
  return cores.length > most ? { cores: ['pointer'], isIndirect: true } : { cores, isIndirect: false };
}

interface ResultCores {
  /** Beside those of the parameters. */
  readonly parameters: readonly CoreType[];
  readonly results: readonly CoreType[];
  readonly hasPointer: boolean;
}

function resultCores({ result }: Func, { isExport, isTask }: CallForm): ResultCores {
  if (isTask) {
    // An exported task hands its result over by a call of its own.
    const hasPointer = !isExport && result !== undefined;
    return { parameters: hasPointer ? ['pointer'] : [], results: ['i32'], hasPointer };
  }
  const cores = result ? flatten(result, 'i32') : [];
  if (cores.length <= maxFlatResults) return { parameters: [], results: cores, hasPointer: false };
  return isExport
    ? { parameters: [], results: ['pointer'], hasPointer: true }
    : { parameters: ['pointer'], results: [], hasPointer: true };
}
