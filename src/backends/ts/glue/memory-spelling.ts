/**
 * How emitted code touches the component's memory: the one thing that transports differ in.
 *
 * A pointer is what crosses, a *place* is where its memory is in the view that the code reads and writes. For memory that is in
 * JavaScript's reach they are one and the same; where it is not, what the other side has is fetched before it is
 * read, and room is reserved before something is written.
 */
import type { Ownership, Width } from '../../../abi/plan.js';
import type { Block, Inline } from '../../../emit/code.js';

/** A number of bytes and their alignment, on the machine of the component. */
export interface Extent {
  readonly size: number;
  readonly align: number;
}

/** Memory that the code has a pointer to. */
export interface Span {
  readonly pointer: Inline;
  /** How many elements; undefined for one value. */
  readonly count: Inline | undefined;
  readonly element: Extent;
}

export interface MemorySpelling {
  readonly pointerBytes: 4 | 8;
  /** The view of everything that has a place: a `DataView`. What may grow memory makes another of it. */
  readonly view: Inline;
  load(view: Inline, width: Width, place: Inline): Inline;
  store(view: Inline, width: Width, place: Inline, value: Inline): Inline;
  /** Looks whether memory of the other side is there, and answers with its place. */
  fetch(span: Span): Inline;
  /** The same of memory that a result is to be written to. */
  answer(span: Span): Inline;
  /** Memory that is lent or given to the other side for what stands at `path`: the pointer to it. */
  allocate(span: Omit<Span, 'pointer'>, ownership: Ownership, path: string): Inline;
  /** The place of memory that was just allocated; undefined if that is the pointer. */
  readonly reserved: Inline | undefined;
  /** The pointer to a string or list that was just lowered to a place, with elements of so many bytes. */
  sent(place: Inline, elementBytes: number, ownership: Ownership): Inline;
  /** Frees memory if there are elements in it, or always. */
  freed(pointer: Inline, count: Inline | undefined): Block;
  /** Whether functions of the user's may call the component, so that memory may have grown when they return. */
  readonly growsUnderUser: boolean;
  /** After the component has run: what it has done to its memory becomes known. */
  readonly refresh: Block;
}
