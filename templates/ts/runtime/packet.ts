import { InvalidValue } from './invalid-value.js';

/** So much memory at least. */
const usualSize = 2 ** 16;

/**
 * The memory in which elements of lists are on their way through an addon, as they lie in the component's. Their texts are
 * beside it, in order: the addon puts pointers to them in their places.
 */
export class Packet {
  view: DataView;
  #texts: readonly string[] = [];
  #next = 0;
  readonly #outer: DataView[] = [];

  /** `elementSize` is that of the largest element. The memory is a multiple of what anything is aligned to. */
  constructor(elementSize: number) {
    this.view = new DataView(new ArrayBuffer(Math.ceil(Math.max(usualSize, elementSize) / 16) * 16));
  }

  /** Tells the texts of elements that are to be made. */
  give(texts: readonly string[]): void {
    this.#texts = texts;
    this.#next = 0;
  }

  /** The text that is next. The addon has found them in the same elements. */
  next(): string {
    return this.#texts[this.#next++] ?? '';
  }

  /** There is no room left: until `leave`, there is other memory. */
  enter(): void {
    this.#outer.push(this.view);
    this.view = new DataView(new ArrayBuffer(this.view.byteLength));
  }

  leave(): void {
    this.view = this.#outer.pop() ?? this.view;
  }

  /** What is wrong with a value in the list at a place; undefined if an error is no such thing. */
  complaint(error: unknown, place: string): string | undefined {
    return error instanceof InvalidValue ? error.inside(place).message : undefined;
  }
}

/** A text that is packed. */
export function checkedText(text: string, path: string): string {
  if (typeof text !== 'string') throw new InvalidValue('a string', text, path);
  return text;
}
