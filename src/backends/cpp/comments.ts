/**
 * WIT documentation as `///` lines. Whatever stands in it stays inside its line: a line break of any
 * kind starts a new one, and a backslash (or its trigraph) at the end does not swallow the next.
 */
export function docLines(docs: string | undefined): readonly string[] {
  if (docs === undefined || docs.trim() === '') return [];
  return docs
    .trim()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((text) => `/// ${printable(text.trimEnd())}`.trimEnd());
}

function printable(text: string): string {
  const shown = text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 9 ? '  ' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
  return /(?:\\|\?\?\/)$/.test(shown) ? `${shown} .` : shown;
}

/** Control characters, and those that reorder the text around them, which compilers warn of. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const unprintable = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
