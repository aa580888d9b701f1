/** wasm-tools and jco as WebAssembly: one request after the other, each a tool and what it is given. */
import { parentPort } from 'node:worker_threads';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import {
  componentEmbed,
  componentNew,
  componentWit,
  parse,
} from '@bytecodealliance/jco-transpile/wasm-tools';
import { _setPreopens } from '@bytecodealliance/preview2-shim/filesystem';

_setPreopens({ '/': '/' });

const tools = { componentEmbed, componentNew, componentWit, parse, transpile };

/** A module that instantiates a component, with the core modules beside it, by their file names. */
async function transpile(
  /** @type {Uint8Array} */ component,
  /** @type {string} */ name,
  /** @type {readonly string[]} */ imports,
) {
  // Left alone, jco drops the versions of what is imported, and with them the difference between two of them.
  const map = Object.fromEntries(imports.map((each) => [each, each]));
  const options = { name, map, instantiation: 'sync', emitTypescriptDeclarations: false };
  const { files } = await transpileBytes(component, options);
  // What disposes of a resource is a closure. Where resources are made in a loop, jco has all of them share one variable.
  const script = new TextDecoder().decode(files[`${name}.js`]);
  files[`${name}.js`] = new TextEncoder().encode(script.replace(/\bvar (?=(handle|rsc)\d+ = )/g, 'let '));
  return new Map(Object.entries(files));
}

parentPort?.on('message', async ({ tool, args }) => {
  try {
    parentPort?.postMessage({ value: await tools[tool](...args) });
  } catch (error) {
    // Its errors are objects with a text; a trap is an error of the engine.
    const { payload, message } = /** @type {{ payload?: unknown, message: string }} */ (error);
    parentPort?.postMessage({ error: String(payload ?? message) });
  }
});
