/**
 * What happens to every value of every function of a world, said before any language is chosen.
 *
 * A plan is a tree of operations over named, single-assignment locals (docs/adr/0001). Backends
 * spell it, one entry of a table for each kind of operation; they decide nothing about memory,
 * ownership or symbols, because everything they would have to ask is written in the operation.
 *
 * Vocabulary: a *value* is what the user's program handles (a string, a record); a *core value* is
 * what crosses the boundary (an integer, a float, a pointer). *Lowering* makes core values of a
 * value, *lifting* makes a value of core values.
 *
 * The operations are in plan-ops.ts, and what they are over in plan-values.ts. Everybody else imports all of it from here.
 */
import type { Span } from '../base/source.js';
import type { Func, Interface, Type, TypeDecl, World } from '../resolve/model.js';
import type { Op } from './plan-ops.js';
import type { CoreLocal, CoreType, Layout, Ownership, Passing, Role, ValueLocal } from './plan-values.js';

export type { ArmLabel, Cases, LiftArm, LowerArm, Op, OpOf } from './plan-ops.js';
export type {
  Alignment,
  CoreConstant,
  CoreLocal,
  CoreType,
  Layout,
  Local,
  Opaque,
  Operand,
  Ownership,
  Passing,
  Place,
  Product,
  Role,
  Scalar,
  Sequence,
  Size,
  Sum,
  ValueLocal,
  Width,
} from './plan-values.js';

/** How two components, or a component and its host, find each other. */
export type Linkage =
  /** A wasm import; `identifier` names it in languages that need a name. */
  | {
      readonly kind: 'wasm-import';
      readonly module: string;
      readonly name: string;
      readonly identifier: string;
    }
  | { readonly kind: 'wasm-export'; readonly name: string; readonly identifier: string }
  /** One C symbol, the same text on both sides. */
  | { readonly kind: 'native'; readonly symbol: string };

/** Something that the linker knows by a name, on one side of the world. */
export interface NativeSymbol {
  readonly symbol: string;
  /** What others call it: the symbol that it would be if the world had it on one side only. */
  readonly plain: string;
  readonly kind: 'function' | 'drop' | 'fingerprint';
  readonly direction: 'import' | 'export';
  /** Whether the world asks for it on both sides, so that its two symbols must differ. */
  readonly onBothSides: boolean;
  /** The interface's name in the world, or undefined for world-level items. */
  readonly module: string | undefined;
  /** The decorated name, for example `[method]counter.add`. */
  readonly name: string;
  readonly origin: Span;
}

/** A conversion between a named type and memory, outlined so that bodies stay short. */
export interface HelperPlan {
  readonly direction: 'store' | 'load';
  readonly decl: TypeDecl;
  /** Of the memory that the value's pointers point into. */
  readonly ownership: Ownership;
  readonly base: CoreLocal;
  /** `value.passing` says which of the type's spellings is converted: there is a helper for each that is used. */
  readonly value: ValueLocal;
  /** A load ends by assigning `value`. */
  readonly body: readonly Op[];
  /** Whether it allocates scratch memory, which then is its caller's. */
  readonly usesScratch: boolean;
}

export interface PlannedParameter {
  readonly name: string;
  readonly docs?: string;
  readonly passing: Passing;
  readonly local: ValueLocal;
}

export interface FunctionPlan {
  readonly func: Func;
  readonly role: Role;
  /** What the core function is called; the caller calls it, the callee defines it. */
  readonly linkage: Linkage;
  readonly core: { readonly parameters: readonly CoreLocal[]; readonly result: CoreType | undefined };
  /**
   * Memory of the other side's that values are read from or written to as they stand: a block of parameters, or the area of
   * a result. Who does not trust the other side looks whether it is aligned and in memory before using it.
   */
  readonly foreignAreas: readonly ForeignArea[];
  /** The receiver of a method. */
  readonly self: ValueLocal | undefined;
  /** The user's view of the function, without `self`. */
  readonly parameters: readonly PlannedParameter[];
  readonly result: Type | undefined;
  readonly body: readonly Op[];
  /** Whether the body allocates scratch memory, to be released when the function returns. */
  readonly usesScratch: boolean;
  /** What the caller asks for when it is done with the result; only where the convention has it. */
  readonly postReturn: PostReturnPlan | undefined;
  /** How a caller that is lent its result says that it has read it; only where the convention has it. */
  readonly release: ReleasePlan | undefined;
}

/**
 * What a caller calls when its body is over, also if that failed after the call, unless the callee's component has
 * trapped. The callee need not define it.
 */
export interface ReleasePlan {
  readonly linkage: Linkage;
  /** The core result of the call. */
  readonly arguments: readonly CoreLocal[];
}

/** A pointer that crosses, and what is behind it. */
export interface ForeignArea {
  readonly pointer: CoreLocal;
  readonly layout: Layout;
}

export interface PostReturnPlan {
  readonly linkage: Linkage;
  readonly parameter: CoreLocal;
  readonly body: readonly Op[];
}

export interface ResourcePlan {
  readonly decl: TypeDecl;
  /** Whether this side uses the resource or implements it. */
  readonly home: 'imported' | 'exported';
  /** The core type of its handles. */
  readonly handle: 'i32' | 'pointer';
  /** What an imported resource calls to give up a handle, and an exported one defines so that others can. */
  readonly drop: Linkage;
  /**
   * Where handles are indexes into a table: how a resource that the component exports is put in, looked up and taken
   * out. The host defines these.
   */
  readonly table: { readonly new: Linkage; readonly rep: Linkage; readonly drop: Linkage } | undefined;
  /**
   * Whether who is lent a handle drops it before the call returns: where handles are indexes, a lent one
   * is an entry of its own. An exported resource comes back as what it is, and is never dropped so.
   */
  readonly lentIsDropped: boolean;
}

/** Where the items of an interface live in the output. `version` only where the world has several of the package. */
export type ScopePath =
  | {
      readonly kind: 'interface';
      readonly namespace: string;
      readonly package: string;
      readonly version: string | undefined;
      readonly name: string;
    }
  | {
      readonly kind: 'inline';
      readonly namespace: string;
      readonly package: string;
      readonly version: string | undefined;
      readonly name: string;
    }
  | { readonly kind: 'world'; readonly name: string };

/** An interface on one side of the world, or the world's own items on that side. */
export interface ScopePlan {
  readonly direction: 'import' | 'export';
  /**
   * Whether it is an import that the component itself provides, because the world only implies it and exports the interface
   * (docs/adr/0003). Whoever stands opposite the component has nothing to define then: to that side it is types alone, and
   * its resources are those that the component exports.
   */
  readonly isOwn: boolean;
  /** The interface as this side of the world sees it: an interface both imported and exported is two objects. */
  readonly owner: Interface | World;
  readonly path: ScopePath;
  /** Types in dependency order. */
  readonly types: readonly TypeDecl[];
  readonly resources: readonly ResourcePlan[];
  readonly functions: readonly FunctionPlan[];
  /**
   * What tells whether two components mean the same interface; undefined if nothing can be called, or nobody asks for it.
   * An exporting component defines a function that returns the value. An importing one asks that function when it is loaded, if
   * there is one, and ends the program if it answers something else; a module for WebAssembly says what it would ask (ADR 0014).
   */
  readonly fingerprint: FingerprintPlan | undefined;
}

/** See fingerprint.ts. */
export interface FingerprintPlan {
  /** The interface's name in the world, for messages. */
  readonly interface: string;
  /** 64 bits. */
  readonly value: bigint;
  /** A function without parameters that returns an `i64`. */
  readonly linkage: Linkage;
}

export interface WorldPlan {
  readonly world: World;
  /** For headers of files; nobody branches on it. */
  readonly convention: string;
  /** Imports first, then exports, each in the world's order. World-level items are scopes of their own. */
  readonly scopes: readonly ScopePlan[];
  /** The scope in which a type is declared. */
  readonly scopeOf: ReadonlyMap<TypeDecl, ScopePlan>;
  /** The resource that a declaration names, also through aliases. */
  readonly resourceOf: ReadonlyMap<TypeDecl, ResourcePlan>;
  /** In dependency order: a helper stands after those that it calls. */
  readonly helpers: readonly HelperPlan[];
  /** Types that are the error of some function's result. */
  readonly errors: ReadonlySet<TypeDecl>;
  /** What a host asks the component for memory with; undefined where nobody does. `(old, old size, alignment, size) -> pointer`. */
  readonly realloc: Linkage | undefined;
  /** Everything that has a native symbol, in the order of the scopes. See native-symbols.ts for what the linker does with it. */
  readonly symbols: readonly NativeSymbol[];
}
