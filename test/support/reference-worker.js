/** The reference implementation as WebAssembly, in a thread of its own: a trap poisons it for good. */
import { parentPort } from 'node:worker_threads';
import { componentEmbed } from '@bytecodealliance/jco-transpile/wasm-tools';

parentPort?.on('message', async (/** @type {string} */ witSource) => {
  try {
    await componentEmbed({ dummy: true, witSource, world: 'no-such-world' });
    parentPort?.postMessage({ kind: 'accepted' });
  } catch (error) {
    // Its errors are objects with a text; a trap is an error of the engine.
    const { payload, message } = /** @type {{ payload?: unknown, message: string }} */ (error);
    const isTrap = error instanceof Error && error.name === 'RuntimeError';
    parentPort?.postMessage({ kind: isTrap ? 'trap' : 'error', message: String(payload ?? message) });
  }
});
