import type { OptionTable } from '../backend.js';

/** What a user may choose about the emitted Rust. */
export interface RustOptions {
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
