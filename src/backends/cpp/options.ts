import type { OptionTable } from '../backend.js';
import { linkingOption } from '../native-linking/linking-files.js';

/**
 * What arguments that are records look like to callers.
 *
 * - `owning`: the record itself, whose strings and lists are its own.
 * - `coarse-borrowing`: a struct of views beside it, unless the record owns a resource.
 * - `fine-borrowing`: a struct of views also then; only the resource is its own.
 */
export type RecordOwnership = 'owning' | 'coarse-borrowing' | 'fine-borrowing';

const recordOwnerships: readonly RecordOwnership[] = ['owning', 'coarse-borrowing', 'fine-borrowing'];

/** The options of the C++ backend. Its output suits C++20 and C++23, with and without exceptions. */
export interface CppOptions {
  readonly ownership: RecordOwnership;
  /** Whether `wit::debug` can write values of the emitted types as text. */
  readonly debug: boolean;
  /** Whether files that help to link are written. */
  readonly linking: boolean;
}

/** See CppOptions. */
export const cppOptions: OptionTable<CppOptions> = {
  ownership: {
    help: 'whether arguments that are records have structs of views',
    placeholder: recordOwnerships.join('|'),
    parse: (text) => recordOwnerships.find((each) => each === text),
    initial: 'owning',
  },
  debug: {
    help: 'whether `wit::debug(value)` is the text of a value',
    placeholder: 'yes|no',
    parse: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
    initial: false,
  },
  linking: linkingOption,
};
