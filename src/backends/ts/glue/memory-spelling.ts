/**
 * How emitted code touches the component's memory: the one thing that transports differ in.
 *
 * A pointer is what crosses, a *place* is where its memory is in the view that the code reads and writes. For memory that is in
 * JavaScript's reach they are one and the same; where it is not, what the other side has is fetched before it is
 * read, room is reserved before something is written, and what was written is flushed.
 */
import type { Width } from '../../../abi/plan.js';
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
  /** Memory that is given to the other side: the pointer to it. */
  allocate(span: Omit<Span, 'pointer'>): Inline;
  /** The place of memory that was just allocated; undefined if that is the pointer. */
  reserve(span: Span): Inline | undefined;
  /** After memory of the other side, or given to it, has been written. */
  flush(span: Span, place: Inline): Block;
  /** After the component has run: what it has done to its memory becomes known. */
  readonly refresh: Block;
}
