/** The component of `app.wit` under the glue of either ABI, which is in folders beside this file. */
import { ComponentError, instantiate } from './canonical/app.js';
import { ComponentError as SharedError, instantiate as instantiateShared } from './shared/app.js';
import { SharedModules } from './shared/wit_runtime/shared-modules.js';
import { exercise } from './exercise.js';

// What a C library writes by before it aborts: every function says that there is no such file.
const badDescriptor = 8;
const wasi_snapshot_preview1 = new Proxy({}, { get: () => () => badDescriptor });

const compiled = (file) => WebAssembly.compileStreaming(fetch(file));

/** What is seen under each. */
export async function both() {
  const module = await compiled('/canonical.wasm');
  const sharing = await compiled('/shared.wasm');
  const others = { wasi_snapshot_preview1 };
  return {
    canonical: exercise((imports) => instantiate(module, imports, others), ComponentError),
    shared: exercise(
      (imports) => instantiateShared(sharing, imports, new SharedModules(undefined, others)),
      SharedError,
    ),
  };
}
