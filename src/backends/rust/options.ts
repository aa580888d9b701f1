import type { OptionTable } from '../backend.js';
import { linkingOption } from '../native-linking/linking-files.js';
import { many, onOrOff } from '../option-kinds.js';
import * as texts from './option-texts.js';

/** Whether types hold what they consist of, and which do where they only need to be looked at. */
export type Ownership = (typeof ownerships)[number];

const ownerships = ['owning', 'borrowing', 'borrowing-duplicate-if-necessary'] as const;

/** An attribute for what a selector names: `ns:pkg/iface/type`, for members with `.member` behind it. */
export interface SelectedAttribute {
  readonly selector: string;
  /** Whole, with `#[…]`. */
  readonly attribute: string;
}

/** Where an imported interface or type is found; `undefined` asks for it to be generated. */
export interface Mapping {
  /** `ns:pkg/iface@version`, `ns:pkg/iface@version/type`, or the name that the world has for it. */
  readonly key: string;
  readonly path: string | undefined;
}

/** What a user may choose about the emitted Rust. docs/rust.md describes each for its readers. */
export interface RustOptions {
  readonly ownership: Ownership;
  /** The type of maps. */
  readonly mapType: string;
  /** Derives added to every record, variant and enum. */
  readonly derive: readonly string[];
  /** The WIT names of types that these derives are not added to. */
  readonly deriveIgnore: readonly string[];
  readonly typeAttribute: readonly SelectedAttribute[];
  readonly memberAttribute: readonly SelectedAttribute[];
  readonly with: readonly Mapping[];
  /** Whether interfaces of other packages are generated without being asked for. */
  readonly generateAll: boolean;
  /** Whether types that no function uses are generated. */
  readonly generateUnusedTypes: boolean;
  /** WIT names of functions that are left out. */
  readonly skip: readonly string[];
  /** Whether strings are `Vec<u8>` and `&[u8]`. */
  readonly rawStrings: boolean;
  /** Whether methods without a result return `&Self`. */
  readonly enableMethodChaining: boolean;
  /** Whether types that are alike in all but their names are one type. */
  readonly mergeStructurallyEqualTypes: boolean;
  /** The path of a `bitflags!` macro to declare flags with; our own without it. */
  readonly bitflagsPath: string | undefined;
  /** Where memory comes from that is given to other components: the global allocator, which must be `malloc` then, or `malloc`. */
  readonly allocator: 'global' | 'malloc';
  /** Whether a `Stub` implements the world, for what is not written yet. */
  readonly stubs: boolean;
  /** Whether what a WebAssembly module has once is defined, so that only one of several worlds in a module does it. */
  readonly moduleExports: boolean;
  readonly exportMacroName: string;
  /** Whether the `export!` macro can be used by other crates. */
  readonly publicExportMacro: boolean;
  /** The module in which `export!` looks for the bindings. */
  readonly bindingsModule: string;
  /** Whether files that help to link are written. */
  readonly linking: boolean;
}

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
    parse: texts.path,
    initial: 'alloc::collections::BTreeMap',
  },
  derive: many(
    'traits that records, variants and enums derive beyond Clone and Debug, separated by commas; repeatable',
    'PATHS',
    texts.paths,
  ),
  deriveIgnore: many(
    'WIT names of types that `derive` leaves as they are, separated by commas; repeatable',
    'NAMES',
    texts.names,
  ),
  typeAttribute: many(
    'an attribute for one record, variant or enum, for example `a:b/c/point=#[non_exhaustive]`; repeatable',
    'TYPE=ATTRIBUTE',
    texts.selectedAttribute,
  ),
  memberAttribute: many(
    'an attribute for one field or case, for example `a:b/c/point.x=#[serde(rename = "X")]`; repeatable',
    'TYPE.MEMBER=ATTRIBUTE',
    texts.selectedAttribute,
  ),
  with: many(
    'the Rust path of an imported interface or type that is there already; repeatable',
    'NAME=PATH|generate',
    texts.mappings,
  ),
  generateAll: onOrOff(
    'generate interfaces of other packages, too; otherwise `with` must say where each is',
    true,
  ),
  generateUnusedTypes: onOrOff('generate types that no function uses, too', true),
  skip: many('WIT names of functions to leave out, separated by commas; repeatable', 'NAMES', texts.names),
  rawStrings: onOrOff('strings are `&[u8]` and `Vec<u8>`', false),
  enableMethodChaining: onOrOff('methods without a result return `&Self`', false),
  mergeStructurallyEqualTypes: onOrOff(
    'types that are alike in all but their names are one type, with `ownership=owning`',
    false,
  ),
  bitflagsPath: {
    help: 'the path of the `bitflags` crate, to declare flags with it; without it, nothing is needed',
    placeholder: 'PATH',
    parse: texts.path,
    initial: undefined,
  },
  allocator: {
    help:
      'where memory comes from that changes hands: from the global allocator, which then must be `malloc` ' +
      'underneath, or from `malloc` itself, copied',
    placeholder: 'global|malloc',
    parse: (text) => (text === 'global' || text === 'malloc' ? text : undefined),
    initial: 'global',
  },
  stubs: onOrOff('implement the exports by a type `Stub`, whose functions are unreachable', false),
  moduleExports: onOrOff(
    'define what a module exports once, `cabi_realloc` and `_initialize`; `no` for all but one of several worlds in it',
    true,
  ),
  exportMacroName: {
    help: 'the name of the `export!` macro',
    placeholder: 'NAME',
    parse: texts.identifier,
    initial: 'export',
  },
  publicExportMacro: onOrOff(
    'make the `export!` macro usable from other crates, for crates that wrap the bindings',
    false,
  ),
  bindingsModule: {
    help: 'the module in which `export!` looks for the bindings',
    placeholder: 'PATH',
    parse: texts.path,
    initial: 'self',
  },
  linking: linkingOption,
};
