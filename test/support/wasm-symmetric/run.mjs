/**
 * `node run.mjs LOADER MODULE…`: runs the consumer that is the first module, or in the only one. Several modules share a memory, and
 * are linked by the loader that docs/linking.md shows.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { WASI } from 'node:wasi';

const [loader, ...files] = process.argv.slice(2);
const modules = files.map((file) => new WebAssembly.Module(readFileSync(file)));
// Who calls `exit` ends this process with the same status.
const wasi = new WASI({ version: 'preview1', returnOnExit: false });

/** One module has the memory that it makes itself. */
function instantiateAlone(module) {
  const instance = new WebAssembly.Instance(module, wasi.getImportObject());
  wasi.initialize(instance);
  return instance.exports;
}

/** 3 MiB: what lies below the heap of the first module, and a MiB for that. */
async function instantiateTogether() {
  const { load } = await import(loader);
  const memory = new WebAssembly.Memory({ initial: 48 });
  wasi.initialize({ exports: { memory } });
  const [program, ...plugins] = load(memory, modules, wasi.getImportObject());
  for (const { __heap_base: end } of plugins) {
    if (end.value > 2 << 20) throw new Error(`a plug-in reaches into the program: ${end.value}`);
  }
  return program;
}

const program = modules.length === 1 ? instantiateAlone(modules[0]) : await instantiateTogether();
process.exitCode = program.wit_test_run();
