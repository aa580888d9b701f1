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
 */
import type { Span } from '../base/source.js';
import type { Func, Interface, Type, TypeDecl, World } from '../resolve/model.js';

/** The types of core values. `pointer`, `length` and `pointer-or-i64` stay symbolic: see CanonicalABI.md "Flattening". */
export type CoreType = 'i32' | 'i64' | 'f32' | 'f64' | 'pointer' | 'length' | 'pointer-or-i64';

/** A number of bytes that holds on 32 and 64-bit machines alike: `bytes + pointers * sizeof(void*)`. */
export interface Size {
  readonly bytes: number;
  readonly pointers: number;
}

/** Alignment in bytes, or that of a pointer. */
export type Alignment = 1 | 2 | 4 | 8 | 'pointer';

export interface Layout {
  readonly size: Size;
  readonly align: Alignment;
}

/** The function's side of the boundary: the caller imports, the callee exports. */
export type Role = 'caller' | 'callee';

/**
 * Whose memory a pointer points into. *Lent*: the producer keeps it and it is valid until the call
 * returns. *Given*: the consumer owns it and frees it.
 */
export type Ownership = 'lent' | 'given';

/**
 * What the user's function sees: a view of memory (`std::string_view`, `&str`), a value of its own, or a
 * view of what owns its parts, as a span of strings that own their text is. See passingOf for which types
 * can be what.
 */
export type Passing = 'view' | 'shallow' | 'owner';

export type Local = CoreLocal | ValueLocal;

/** A core value with a name. `hint` is a kebab-case wish; spellers make it unique in their function. */
export interface CoreLocal {
  readonly kind: 'core';
  readonly hint: string;
  readonly type: CoreType;
}

/** A value with a name. `passing` says which of the type's spellings it has, where views are spelled differently. */
export interface ValueLocal {
  readonly kind: 'value';
  readonly hint: string;
  readonly type: Type;
  readonly passing: Passing;
}

/** A core value known when planning: a discriminant, or the zero that pads an unused slot. */
export interface CoreConstant {
  readonly kind: 'constant';
  readonly type: CoreType;
  readonly value: number;
}

export type Operand = CoreLocal | CoreConstant;

/** How a core value stands in memory. */
export type Width = 'i8' | 'i16' | 'i32' | 'i64' | 'f32' | 'f64' | 'pointer' | 'length';

/** A place in memory: `base + offset`. */
export interface Place {
  readonly base: CoreLocal;
  readonly offset: Size;
}

/** One case of a variant, option or result. `name` is `none`/`some` for options and `ok`/`error` for results. */
export interface ArmLabel {
  readonly index: number;
  readonly name: string;
}

export interface LowerArm extends ArmLabel {
  readonly payload: ValueLocal | undefined;
  readonly body: readonly Op[];
  /** One for each of the match's `outs`. */
  readonly yields: readonly Operand[];
}

export interface LiftArm extends ArmLabel {
  readonly body: readonly Op[];
  readonly payload: ValueLocal | undefined;
}

/** Types with cases that may carry a payload. Named ones are `declared`. */
export type Cases = Extract<Type, { kind: 'option' | 'result' | 'named' }>;

export type Op =
  // ---- lowering: value → core ----
  /** A bool, integer, float, char or enum as the core value that carries it. `of` is the structure of the value's type. */
  | {
      readonly kind: 'scalar-to-core';
      readonly of: Scalar;
      readonly value: ValueLocal;
      readonly out: CoreLocal;
    }
  /** The bits of a flags value, 32 a word, lowest first. */
  | {
      readonly kind: 'flags-to-core';
      readonly decl: TypeDecl;
      readonly value: ValueLocal;
      readonly outs: readonly CoreLocal[];
    }
  /** Takes a record, tuple or list of fixed length apart. `given`: the parts are moved out and the whole is spent. */
  | {
      readonly kind: 'fields';
      readonly of: Product;
      readonly ownership: Ownership;
      readonly value: ValueLocal;
      readonly outs: readonly ValueLocal[];
    }
  /** Runs the arm of the case that the value is in. `given`: the payload is moved out. */
  | {
      readonly kind: 'match';
      readonly of: Sum;
      readonly ownership: Ownership;
      readonly value: ValueLocal;
      readonly arms: readonly LowerArm[];
      readonly outs: readonly CoreLocal[];
    }
  /**
   * The memory of a string, or of a list whose elements already lie as the ABI wants them.
   * `lent`: where the value keeps it, untouched. `given`: the value lets go of it; the receiver frees
   * it with the process's `free` if the length is not 0. The pointer is never null, even for length 0.
   * A host, whose values lie in no component's memory, copies what it gives to memory that it asked for.
   */
  | {
      readonly kind: 'data';
      readonly of: Sequence;
      readonly ownership: Ownership;
      readonly value: ValueLocal;
      readonly pointer: CoreLocal;
      readonly length: CoreLocal;
    }
  /** The number of elements of a list, or of entries of a map. */
  | { readonly kind: 'length'; readonly value: ValueLocal; readonly out: CoreLocal }
  /**
   * Memory for `count` elements. `scratch` lives until the function returns (see `usesScratch`);
   * `given` comes from the process's `malloc`, or of the component (see `realloc`) where a host gives it.
   * For a count or an element size of 0 nothing is allocated, and nothing is freed; the pointer is aligned
   * and not null.
   */
  | {
      readonly kind: 'allocate';
      readonly lifetime: 'scratch' | 'given';
      readonly count: CoreLocal;
      readonly element: Layout;
      readonly out: CoreLocal;
    }
  /**
   * Runs the body for every element of a list, also of one of fixed length, with `slot` at its place:
   * `base + index * stride`. `given`: elements are moved out.
   */
  | {
      readonly kind: 'each';
      readonly ownership: Ownership;
      readonly list: ValueLocal;
      readonly item: ValueLocal;
      readonly base: Place;
      readonly slot: CoreLocal;
      readonly stride: Size;
      readonly body: readonly Op[];
    }
  /** The same for every entry of a map, in the map's own order. `given`: keys and values are moved out. */
  | {
      readonly kind: 'each-entry';
      readonly ownership: Ownership;
      readonly map: ValueLocal;
      readonly key: ValueLocal;
      readonly entry: ValueLocal;
      readonly base: Place;
      readonly slot: CoreLocal;
      readonly stride: Size;
      readonly body: readonly Op[];
    }
  /** `own`: the handle leaves the value, which is spent. `borrow`: the value keeps it. */
  | {
      readonly kind: 'handle-to-core';
      readonly handle: 'own' | 'borrow';
      readonly resource: ResourcePlan;
      readonly value: ValueLocal;
      readonly out: CoreLocal;
    }
  /** A stream, future or error context leaves the value, which is spent. */
  | {
      readonly kind: 'opaque-to-core';
      readonly of: Opaque;
      readonly value: ValueLocal;
      readonly out: CoreLocal;
    }

  // ---- lifting: core → value ----
  /** The reverse of scalar-to-core. Invalid chars and cases trap. Bits above the type's width are ignored; any non-zero bool is true. */
  | {
      readonly kind: 'core-to-scalar';
      readonly of: Scalar;
      readonly value: CoreLocal;
      readonly out: ValueLocal;
    }
  /** The reverse of flags-to-core. Bits without a flag are ignored. */
  | {
      readonly kind: 'core-to-flags';
      readonly decl: TypeDecl;
      readonly values: readonly CoreLocal[];
      readonly out: ValueLocal;
    }
  /** Makes a record, tuple or list of fixed length of its parts. */
  | {
      readonly kind: 'make';
      readonly of: Product;
      readonly parts: readonly ValueLocal[];
      readonly out: ValueLocal;
    }
  /** Runs the arm that the discriminant names and makes that case of its payload. An unknown discriminant traps. */
  | {
      readonly kind: 'switch';
      readonly of: Sum;
      readonly discriminant: CoreLocal;
      readonly arms: readonly LiftArm[];
      readonly out: ValueLocal;
    }
  /**
   * A string, or a list whose elements lie as the language wants them. `view` points into the memory,
   * `copy` duplicates it, `adopt` takes it over (it came from `malloc`); what is adopted for a value
   * that is no owner is kept until the function returns. Length 0: the pointer is not looked at.
   */
  | {
      readonly kind: 'lift-sequence';
      readonly of: Sequence;
      readonly how: 'view' | 'copy' | 'adopt';
      readonly pointer: CoreLocal;
      readonly length: CoreLocal;
      readonly out: ValueLocal;
    }
  /**
   * A list built element by element: the body lifts `item` from `slot`. Where `out` is no owner, the
   * elements are kept until the function returns; the user may move handles out of them.
   */
  | {
      readonly kind: 'build-list';
      readonly element: Type;
      readonly pointer: CoreLocal;
      readonly length: CoreLocal;
      readonly align: Alignment;
      readonly stride: Size;
      readonly slot: CoreLocal;
      readonly body: readonly Op[];
      readonly item: ValueLocal;
      readonly out: ValueLocal;
    }
  /** A list of fixed length built element by element. */
  | {
      readonly kind: 'build-array';
      readonly element: Type;
      readonly count: number;
      readonly base: Place;
      readonly stride: Size;
      readonly slot: CoreLocal;
      readonly body: readonly Op[];
      readonly item: ValueLocal;
      readonly out: ValueLocal;
    }
  /** A map built entry by entry; of equal keys the last one counts. Kept as `build-list` does where `out` is no owner. */
  | {
      readonly kind: 'build-map';
      readonly of: Extract<Type, { kind: 'map' }>;
      readonly pointer: CoreLocal;
      readonly length: CoreLocal;
      readonly align: Alignment;
      readonly stride: Size;
      readonly slot: CoreLocal;
      readonly body: readonly Op[];
      readonly key: ValueLocal;
      readonly entry: ValueLocal;
      readonly out: ValueLocal;
    }
  /**
   * `own`: the value now owns the handle and drops it in time. `borrow`: the value may use the handle
   * during the call; it drops it at its end if the resource says so (`lentIsDropped`), else never.
   */
  | {
      readonly kind: 'core-to-handle';
      readonly handle: 'own' | 'borrow';
      readonly resource: ResourcePlan;
      readonly value: CoreLocal;
      readonly out: ValueLocal;
    }
  /** The reverse of opaque-to-core: the value is now the receiver's. */
  | {
      readonly kind: 'core-to-opaque';
      readonly of: Opaque;
      readonly value: CoreLocal;
      readonly out: ValueLocal;
    }

  // ---- memory ----
  | { readonly kind: 'store'; readonly at: Place; readonly width: Width; readonly value: Operand }
  | { readonly kind: 'load'; readonly at: Place; readonly width: Width; readonly out: CoreLocal }
  /** scalar-to-core and store in one. */
  | {
      readonly kind: 'store-scalar';
      readonly at: Place;
      readonly of: Scalar;
      readonly width: Width;
      readonly value: ValueLocal;
    }
  /** load and core-to-scalar in one. */
  | {
      readonly kind: 'load-scalar';
      readonly at: Place;
      readonly of: Scalar;
      readonly width: Width;
      readonly out: ValueLocal;
    }
  /** Stores or loads a named type through its helper (docs/adr/0002). */
  | {
      readonly kind: 'call-store';
      readonly helper: HelperPlan;
      readonly at: Place;
      readonly value: ValueLocal;
    }
  | { readonly kind: 'call-load'; readonly helper: HelperPlan; readonly at: Place; readonly out: ValueLocal }
  /**
   * Uninitialised memory for one value: on the stack, or static where it must outlive the call. `given` is for the
   * callee to free: only a host asks for it, and gets it of the component (see `realloc`).
   */
  | {
      readonly kind: 'area';
      readonly storage: 'stack' | 'static' | 'given';
      readonly layout: Layout;
      readonly out: CoreLocal;
    }
  /** `free(pointer)`, if `count` is not 0. Without a count: always. */
  | {
      readonly kind: 'free';
      readonly pointer: CoreLocal;
      readonly count: CoreLocal | undefined;
      readonly element: Layout;
    }
  /** Runs the body for every element of memory (post-return only). */
  | {
      readonly kind: 'each-slot';
      readonly base: Place;
      readonly count: Operand;
      readonly stride: Size;
      readonly slot: CoreLocal;
      readonly body: readonly Op[];
    }
  /** Runs the arm that the discriminant names; arms not named do nothing (post-return only). */
  | {
      readonly kind: 'branch';
      readonly discriminant: CoreLocal;
      readonly arms: readonly { readonly index: number; readonly body: readonly Op[] }[];
    }
  /** The same bits as another core type: the slot of a variant is wider than, or of another kind than, what a case puts there. */
  | { readonly kind: 'cast'; readonly value: CoreLocal; readonly out: CoreLocal }

  // ---- frame ----
  | {
      readonly kind: 'call-core';
      readonly linkage: Linkage;
      readonly arguments: readonly CoreLocal[];
      readonly out: CoreLocal | undefined;
    }
  /** Calls the user's function. `self` is the receiver of a method. */
  | {
      readonly kind: 'call-user';
      readonly self: ValueLocal | undefined;
      readonly arguments: readonly ValueLocal[];
      readonly out: ValueLocal | undefined;
    }
  | { readonly kind: 'return'; readonly value: Local | undefined };

export type OpOf<Kind extends Op['kind']> = Extract<Op, { kind: Kind }>;

/** Types that are one core value. Aliases are already followed. */
export type Scalar =
  Extract<Type, { kind: 'primitive' }> | { readonly kind: 'enum'; readonly decl: TypeDecl };

/** Types that have parts. `decl` is the record, never an alias of it. */
export type Product =
  | { readonly kind: 'record'; readonly decl: TypeDecl; readonly names: readonly string[] }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | Extract<Type, { kind: 'fixed-length-list' }>;

/** Types that are in one of several cases. `decl` is the variant, never an alias of it. */
export type Sum =
  | { readonly kind: 'variant'; readonly decl: TypeDecl }
  | Extract<Type, { kind: 'option' }>
  | Extract<Type, { kind: 'result' }>;

/** Types that are one core value which only an asynchronous runtime understands. */
export type Opaque = Extract<Type, { kind: 'stream' | 'future' | 'error-context' }>;

/** Types whose elements lie contiguously and need no conversion. */
export type Sequence = Extract<Type, { kind: 'string' }> | Extract<Type, { kind: 'list' }>;

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
   * there is one, and ends the program if it answers something else.
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
