/** Reaches a component that is built of `transports.ts`, in a program of Node. */
import { readFileSync } from 'node:fs';

/** What a C library writes by before it aborts: every function says that there is no such file. */
const wasi_snapshot_preview1 = new Proxy({}, { get: () => () => 8 });

/** An instance. `glue` is one file; `file` is the core module, the shared object or the addon. */
export async function reach(glue, transport, file, imports) {
  const exported = await import(glue);
  if (transport === 'koffi' || transport === 'napi') return exported.load(file, imports);
  const module = new WebAssembly.Module(readFileSync(file));
  const wasi = { wasi_snapshot_preview1 };
  const others = transport === 'canonical' ? wasi : new exported.SharedModules(undefined, wasi);
  return exported.instantiate(module, imports, others);
}
