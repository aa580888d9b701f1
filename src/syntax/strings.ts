/** String literals: the text format of names in core WebAssembly. */

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  t: '\t',
  n: '\n',
  r: '\r',
};

/** Does a literal end with a quote that is not escaped? */
export function isClosed(literal: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/s.test(literal);
}

/** The value of a literal (with its quotes), or what is wrong with it. */
export function stringValue(literal: string): { readonly value: string } | { readonly problem: string } {
  if (!isClosed(literal)) return { problem: 'the closing quote is missing' };
  const bytes: number[] = [];
  const parts = /\\u\{([^}]*)\}|\\([0-9a-fA-F]{2})|\\(.)|([^\\]+)/gsu;
  for (const [, codePoint, byte, escape, text] of literal.slice(1, -1).matchAll(parts)) {
    const decoded =
      text !== undefined
        ? plain(text)
        : codePoint !== undefined
          ? unicode(codePoint)
          : byte !== undefined
            ? [Number.parseInt(byte, 16)]
            : simple(escape ?? '');
    if (typeof decoded === 'string') return { problem: decoded };
    bytes.push(...decoded);
  }
  return decodeUtf8(bytes);
}

function plain(text: string): number[] | string {
  // The raw control characters that a name of core WebAssembly refuses.
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f]/.test(text) ? 'a control character' : utf8(text);
}

function simple(escape: string): number[] | string {
  const value = Object.hasOwn(simpleEscapes, escape) ? simpleEscapes[escape] : undefined;
  return value === undefined ? `the unknown escape \`\\${escape}\`` : utf8(value);
}

function unicode(digits: string): number[] | string {
  if (!/^[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/.test(digits)) return `\`${digits}\` as a hex number`;
  const code = Number.parseInt(digits.replaceAll('_', ''), 16);
  const isScalar = code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
  return isScalar ? utf8(String.fromCodePoint(code)) : `\`${digits}\` as a character`;
}

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function decodeUtf8(bytes: readonly number[]): { readonly value: string } | { readonly problem: string } {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { value: decoder.decode(new Uint8Array(bytes)) };
  } catch {
    return { problem: 'bytes that are not UTF-8' };
  }
}

/** Whatever is not sure to be harmless within quotes. */
const special = /[^A-Za-z0-9\-_./: ]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A literal with this value. */
export function writtenString(value: string): string {
  return `"${value.replace(special, escaped)}"`;
}

function escaped(character: string): string {
  return shortEscapes.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
