import type { OptionTable } from '../backend.js';

/** Whether types hold what they consist of, and which do where they only need to be looked at. */
export type Ownership = (typeof ownerships)[number];

const ownerships = ['owning', 'borrowing', 'borrowing-duplicate-if-necessary'] as const;

/** What a user may choose about the emitted Rust. */
export interface RustOptions {
  readonly ownership: Ownership;
  /** The type of maps. */
  readonly mapType: string;
  /** Derives added to every record, variant and enum. */
  readonly derive: readonly string[];
  /** Whether the `export!` macro can be used by other crates. */
  readonly publicExportMacro: boolean;
  /** The module in which `export!` looks for the bindings. */
  readonly bindingsModule: string;
}

const path = /^(::)?[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*$/;

const paths = (text: string): readonly string[] | undefined => {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => path.test(part)) ? parts : undefined;
};

const yesOrNo = (text: string): boolean | undefined =>
  text === 'yes' ? true : text === 'no' ? false : undefined;

/** The options of the Rust backend as the command line sees them. */
export const rustOptions: OptionTable<RustOptions> = {
  ownership: {
    help:
      'whether the types of arguments hold what they consist of, or views where they are used for nothing ' +
      'but arguments, or both under two names',
    placeholder: ownerships.join('|'),
    parse: (text) => ownerships.find((each) => each === text),
    initial: 'owning',
  },
  mapType: {
    help: 'the type of maps, which has the functions of BTreeMap; std::collections::HashMap for example',
    placeholder: 'PATH',
    parse: (text) => (path.test(text) ? text : undefined),
    initial: 'alloc::collections::BTreeMap',
  },
  derive: {
    help: 'traits that records, variants and enums derive beyond Clone and Debug, separated by commas',
    placeholder: 'PATHS',
    parse: paths,
    initial: [],
  },
  publicExportMacro: {
    help: 'make the `export!` macro usable from other crates, for crates that wrap the bindings',
    placeholder: 'yes|no',
    parse: yesOrNo,
    initial: false,
  },
  bindingsModule: {
    help: 'the module in which `export!` looks for the bindings',
    placeholder: 'PATH',
    parse: (text) => (path.test(text) ? text : undefined),
    initial: 'self',
  },
};
