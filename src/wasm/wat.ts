/** WebAssembly as text. */

/** Does a file begin as the text format does: with a module or component? */
export function isWat(text: string): boolean {
  return /^(?:\s|;;.*\n|\(;[^]*?;\))*\(\s*(?:module|component)\b/.test(text);
}

/** The binary of a text, or what is wrong with it. The library is large and loaded only here. */
export async function parseWat(
  text: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  try {
    const { parse } = await import('@bytecodealliance/jco-transpile/wasm-tools');
    return { bytes: await parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
