/**
 * What makes a call fail. The first group is CanonicalABI.md's `trap_if`; the second is what a checking
 * allocator and a checking machine find, where a plan trusts the component at the other end.
 */
export const traps = {
  /** Memory is read or written outside of what there is. */
  'out-of-bounds': 'the range ends behind the memory',
  /** A pointer is not a multiple of the alignment of what it points at. */
  'unaligned-pointer': 'the pointer is not aligned',
  /** `MAX_STRING_BYTE_LENGTH`. */
  'string-too-long': 'the string has more than 2^28 - 1 bytes',
  /** `MAX_LIST_BYTE_LENGTH`. */
  'list-too-long': 'the list has more than 2^28 - 1 bytes',
  /** A variant, option, result or enum without that many cases. */
  'invalid-discriminant': 'there is no such case',
  /** `convert_i32_to_char`: a surrogate, or more than U+10FFFF. */
  'invalid-char': 'the number is no Unicode scalar value',
  /** The bytes of a string are not well-formed. */
  'invalid-utf8': 'the bytes are not UTF-8',
  /** An index without an entry, or a pointer to no object. */
  'unknown-handle': 'nothing has this handle',
  /** The entry of an index is something else than a resource, a stream, a future or an error context. */
  'wrong-kind-of-handle': 'the handle is of another kind',
  /** `h.rt is not t.rt`. */
  'wrong-type-of-handle': 'the handle is of another resource',
  /** `lift_own` of a borrow. */
  'handle-not-owned': 'the handle is only lent',
  /** `h.num_lends != 0` where a handle is given away or dropped. */
  'handle-is-lent': 'the handle is lent to a call that goes on',
  /** `num_borrows > 0` when a task returns. */
  'borrow-not-dropped': 'a lent handle outlives its call',
  /** `Table.MAX_LENGTH`. */
  'table-full': 'the table of handles has no more room',
  /** `realloc` answers with a pointer that is not aligned. */
  'unaligned-allocation': 'the allocation is not aligned',
  /** `realloc` answers with a range that ends behind the memory. */
  'allocation-out-of-bounds': 'the allocation ends behind the memory',
  /** `may_enter`: the component runs already, or has trapped. */
  'cannot-enter': 'the component cannot be entered',
  /** `may_leave`: a component calls out while it allocates or cleans up. */
  'cannot-leave': 'the component cannot call out now',

  /** Memory that belongs to no allocation. */
  'not-allocated': 'nothing is allocated there',
  /** Memory that was freed. */
  'freed-memory': 'what was allocated there was freed',
  /** Bytes that nobody has written. */
  'uninitialised-memory': 'nothing was written there',
  /** Memory that is lent, by whom it is lent to. */
  'lent-memory': 'the memory is lent and may only be read',
  /** `free` of what was freed. */
  'double-free': 'it was freed already',
  /** `free` of what did not come from `malloc`, or of a pointer into its middle. */
  'invalid-free': 'it did not come from malloc',
  /** A handle used after it was given away or dropped. */
  'spent-handle': 'the handle was given away',
} as const;

export type TrapKind = keyof typeof traps;

/** Ends the call, and the component it happens in. `kind` says why, the message where. */
export class Trap extends Error {
  override readonly name = 'Trap';

  constructor(
    readonly kind: TrapKind,
    where: string,
  ) {
    super(`${where}: ${traps[kind]}`);
  }
}

/** Traps if it must. `where` says what was looked at, and is only made then. */
export function trapIf(condition: boolean, kind: TrapKind, where: () => string): void {
  if (condition) throw new Trap(kind, where());
}
