/** The operations of plans: a closed set, of which backends spell each one and the interpreter carries each one out. */
import type { Type, TypeDecl } from '../resolve/model.js';
import type { HelperPlan, Linkage, ResourcePlan } from './plan.js';
import type {
  Alignment,
  CoreLocal,
  Layout,
  Local,
  Opaque,
  Operand,
  Ownership,
  Place,
  Product,
  Scalar,
  Sequence,
  Size,
  Sum,
  ValueLocal,
  Width,
} from './plan-values.js';

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
