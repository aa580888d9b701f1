/** wit-component as WebAssembly, which writes the component types that ours are compared with. */
import { parentPort } from 'node:worker_threads';
import { componentEmbed } from '@bytecodealliance/jco-transpile/wasm-tools';
import { _setPreopens } from '@bytecodealliance/preview2-shim/filesystem';

_setPreopens({ '/': '/' });

const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

parentPort?.on('message', async (/** @type {object} */ request) => {
  try {
    const embedded = await componentEmbed({ binary: emptyModule, ...request });
    parentPort?.postMessage(embedded.subarray(emptyModule.length));
  } catch (error) {
    // Its errors are objects with a text; a trap is an error of the engine.
    const { payload, message } = /** @type {{ payload?: unknown, message: string }} */ (error);
    parentPort?.postMessage(String(payload ?? message));
  }
});
