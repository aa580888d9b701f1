/** Runs modules on one memory in a page, as `asked.json` beside it says (pairings.mjs). */
import { runPairings } from './pairings.mjs';

// What is there of WASI: every function says that there is no such file.
const badDescriptor = 8;
const wasiOf = () => ({ wasi_snapshot_preview1: new Proxy({}, { get: () => () => badDescriptor }) });

const compiled = (file) => WebAssembly.compileStreaming(fetch(file));

export async function main() {
  const asked = await (await fetch('asked.json')).json();
  return runPairings(asked, { base: new URL(document.baseURI), compiled, wasiOf });
}
