/** How Rust writes characters in messages. */

const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  "'": "\\'",
  '\\': '\\\\',
};

const unprintable = /[\p{C}\p{Z}\p{Grapheme_Extend}]/u;

/** A character as `{:?}` writes it: in quotes, escaped where it cannot be seen. */
export function quoted(character: string): string {
  const isShown = character === ' ' || !unprintable.test(character);
  return `'${named[character] ?? (isShown ? character : escaped(character))}'`;
}

/** `\u{7}`: a character as its number. */
export function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
