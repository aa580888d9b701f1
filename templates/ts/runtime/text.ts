import { InvalidValue } from './invalid-value.js';
import type { Memory } from './memory.js';
import { Trap } from './trap.js';

const encoder = new TextEncoder();
/** U+FEFF at the beginning is a character like others. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Up to so many bytes a loop is faster than a call out of JavaScript. */
const shortLength = 24;

/** The string of a pointer and a length in bytes. */
export function liftText(memory: Memory, pointer: number, length: number): string {
  // Natively a length has more than 32 bits, until it is known that there is as much.
  const start = memory.list(pointer, length, 1, 1);
  const size = length >>> 0;
  const { bytes } = memory;
  return (
    (size <= shortLength ? shortAscii(bytes, start, start + size) : undefined) ?? decoded(bytes, start, size)
  );
}

function shortAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === undefined || byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

function decoded(bytes: Uint8Array, start: number, size: number): string {
  try {
    return decoder.decode(bytes.subarray(start, start + size));
  } catch (error) {
    // What is said of bytes that are wrong is a TypeError, of whatever realm. That a string is longer than JavaScript has them, which
    // is no fault of the bytes, each engine says in its own way.
    if ((error as Error).name !== 'TypeError') throw error;
    throw new Trap(`string at ${start} is not UTF-8`);
  }
}

/** Gives a string to the component. Answers with the pointer, and leaves the length in `memory.length`. */
export function lowerText(memory: Memory, value: string, path: string): number {
  if (typeof value !== 'string') throw new InvalidValue('a string', value, path);
  const { length } = value;
  const pointer = memory.allocateList(length, 1, 1, path);
  const done = length <= shortLength ? writeAscii(memory.bytes, pointer, value) : 0;
  return done === length ? pointer : encoded(memory, value, pointer, done, path);
}

/** Writes up to the first character that is more than a byte. Answers with how many were written. */
function writeAscii(bytes: Uint8Array, pointer: number, value: string): number {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code > 0x7f) return index;
    bytes[pointer + index] = code;
  }
  return value.length;
}

/** Writes what is left of a string, for which there is a byte a unit: more is asked for where that is not enough. */
function encoded(memory: Memory, value: string, first: number, done: number, path: string): number {
  const { length } = value;
  const written = encoder.encodeInto(value.slice(done), memory.bytes.subarray(first + done, first + length));
  const read = done + written.read;
  const size = done + written.written;
  if (read === length) {
    memory.length = size;
    return size === length ? first : memory.reallocate(first, length, 1, size);
  }
  // No unit of UTF-16 is more than three bytes.
  const most = Math.min(size + 3 * (length - read), memory.maxByteLength);
  const pointer = memory.reallocate(first, length, 1, most);
  const rest = encoder.encodeInto(value.slice(read), memory.bytes.subarray(pointer + size, pointer + most));
  if (read + rest.read < length) throw memory.tooLong(path);
  const total = size + rest.written;
  memory.length = total;
  return total === most ? pointer : memory.reallocate(pointer, most, 1, total);
}
