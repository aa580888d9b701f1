/** What Rust says of bytes that are not UTF-8. */

/** How long a character is and within what its second byte lies, by its first byte. */
function shapeOf(first: number): readonly [length: number, low: number, high: number] | undefined {
  if (first < 0x80) return [1, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first === 0xe0) return [3, 0xa0, 0xbf];
  if (first === 0xed) return [3, 0x80, 0x9f];
  if (first > 0xe0 && first <= 0xef) return [3, 0x80, 0xbf];
  if (first === 0xf0) return [4, 0x90, 0xbf];
  if (first > 0xf0 && first <= 0xf3) return [4, 0x80, 0xbf];
  return first === 0xf4 ? [4, 0x80, 0x8f] : undefined;
}

/** What is wrong with the bytes, or undefined. */
export function utf8Problem(bytes: readonly number[]): string | undefined {
  let at = 0;
  while (at < bytes.length) {
    const shape = shapeOf(bytes[at] ?? 0);
    if (!shape) return invalid(1, at);
    const [length, low, high] = shape;
    for (let index = 1; index < length; index++) {
      const byte = bytes[at + index];
      if (byte === undefined) return `incomplete utf-8 byte sequence from index ${String(at)}`;
      const [from, to] = index === 1 ? [low, high] : [0x80, 0xbf];
      if (byte < from || byte > to) return invalid(index, at);
    }
    at += length;
  }
  return undefined;
}

function invalid(length: number, at: number): string {
  return `invalid utf-8 sequence of ${String(length)} bytes from index ${String(at)}`;
}
