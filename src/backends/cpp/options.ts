import type { OptionTable } from '../backend.js';
import { linkingOption } from '../native-linking/linking-files.js';
import { each, keyAndValue, many, onOrOff } from '../option-kinds.js';
import { reservedWords } from '../cxx/words.js';

/**
 * What arguments that are records look like to callers.
 *
 * - `owning`: the record itself, whose strings and lists are its own.
 * - `coarse-borrowing`: a struct of views beside it, unless the record owns a resource.
 * - `fine-borrowing`: a struct of views also then; only the resource is its own.
 */
export type RecordOwnership = 'owning' | 'coarse-borrowing' | 'fine-borrowing';

const recordOwnerships: readonly RecordOwnership[] = ['owning', 'coarse-borrowing', 'fine-borrowing'];

/** The header that has the C++ of an imported interface. */
export interface Mapping {
  /** `ns:pkg/iface@version`, or the name that the world has for the interface. */
  readonly key: string;
  /** As `#include "…"` takes it. */
  readonly header: string;
}

/** The options of the C++ backend. Its output suits C++20 and C++23, with and without exceptions. */
export interface CppOptions {
  readonly ownership: RecordOwnership;
  /** Whether `wit::debug` can write values of the emitted types as text. */
  readonly debug: boolean;
  readonly with: readonly Mapping[];
  /** The namespaces around all that is generated, outermost first. */
  readonly namespace: readonly string[];
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
  debug: onOrOff('whether `wit::debug(value)` is the text of a value', false),
  with: many(
    'the header that has the C++ of an imported interface, so that it is not generated; repeatable',
    'INTERFACE=HEADER',
    (text) => each(text, mapping),
  ),
  namespace: {
    help: 'the namespace around all that is generated, so that several worlds can be in one program',
    placeholder: 'A::B',
    parse: namespaces,
    initial: [],
  },
  linking: linkingOption,
};

/** `a::b`. Names that C++ or the emitted code keeps for itself, such as `std` and `wit`, are none. */
function namespaces(text: string): readonly string[] | undefined {
  const names = text.split('::');
  const isName = (name: string): boolean =>
    /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !name.includes('__') && !reservedWords.has(name);
  return names.every(isName) ? names : undefined;
}

/** `a:b/c=header.h`. What C++ leaves open inside the quotes of an `#include` is no name of a header. */
function mapping(text: string): Mapping | undefined {
  const [key, header] = keyAndValue(text) ?? [];
  if (key === undefined || header === undefined || /["'\\<>]|\/[/*]/.test(header)) return undefined;
  return { key, header };
}
