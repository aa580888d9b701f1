/** What operations of plans are over: core values, values, places in memory, and the structures of types. */
import type { Type, TypeDecl } from '../resolve/model.js';

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
