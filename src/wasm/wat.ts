/** WebAssembly as text. */

/** The binary of a text, or what is wrong with it. The library is large and is loaded only here. */
export async function parseWat(
  text: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  try {
    const { parse } = await import('@bytecodealliance/jco-transpile/wasm-tools');
    return { bytes: await parse(text) };
  } catch (error) {
    return { problem: problemOf(error instanceof Error ? error.message : String(error)) };
  }
}

/** The library tells its errors as values of Rust; lines and columns count from 0 in them. */
function problemOf(message: string): string {
  const place = /line: (\d+), col: (\d+)/.exec(message);
  const custom = /Custom\("((?:[^"\\]|\\.)*)"\)/.exec(message)?.[1]?.replaceAll('\\"', '"');
  if (!place) return `it is not WebAssembly: ${custom ?? message}`;
  const [line, column] = place.slice(1).map((number) => String(Number(number) + 1));
  const at = `line ${line ?? ''}, column ${column ?? ''}`;
  return custom === undefined
    ? `it is not WebAssembly, see ${at}`
    : `it is not WebAssembly: ${custom} (${at})`;
}
