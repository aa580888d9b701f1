/** Documentation and literals: user text that must not become code. */

/** Marks that turn the direction of text, and lone carriage returns: rustc refuses them in comments and literals. */
const unwelcome = /[\u202A-\u202E\u2066-\u2069\r\u2028\u2029]/gu;

/** `///` lines of a documentation text; none if there is none. */
export function docLines(docs: string | undefined): readonly string[] {
  return commentLines(docs, '///');
}

function commentLines(docs: string | undefined, mark: string): readonly string[] {
  if (docs === undefined || docs.trim() === '') return [];
  let inFence = false;
  let mayBeCode = true;
  return docs
    .replace(/\r\n?/g, '\n')
    .replace(unwelcome, '')
    .trim()
    .split('\n')
    .map((text) => {
      const line = text.trimEnd();
      if (!/^\s*```/.test(line)) {
        // Markdown takes deeply indented lines for code, which `cargo test` would run.
        const isCode = !inFence && mayBeCode && /^(\t| {4})/.test(line);
        mayBeCode = line === '' || isCode;
        return isCode ? `   ${line.trimStart()}` : line;
      }
      inFence = !inFence;
      // A fence without a language would be compiled and run as Rust by `cargo test`.
      return inFence && /^\s*```$/.test(line) ? `${line}text` : line;
    })
    .map((line) => (line === '' ? mark : `${mark} ${line}`));
}

/** A string literal. */
export function stringLiteral(text: string): string {
  const escaped = Array.from(text, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`;
    if (char === '\n') return '\\n';
    const code = char.codePointAt(0) ?? 0;
    return code < 0x20 || code === 0x7f || char.search(unwelcome) === 0 ? `\\u{${code.toString(16)}}` : char;
  });
  return `"${escaped.join('')}"`;
}
