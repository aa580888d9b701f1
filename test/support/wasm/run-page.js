/** Runs components in a page, as `combinations.json` beside it says. */
import { runComponents } from './run-components.js';

const compiled = (/** @type {URL} */ file) => WebAssembly.compileStreaming(fetch(file));
const text = async (/** @type {URL} */ file) => (await fetch(file)).text();

export async function main() {
  const { combinations, times } = await (await fetch('combinations.json')).json();
  const outcomes = [];
  for (const { folder, parts } of combinations) {
    const base = new URL(`${encodeURIComponent(folder)}/`, document.baseURI);
    outcomes.push(await runComponents(parts, times, { base, text, compiled }));
  }
  return outcomes;
}
