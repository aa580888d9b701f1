/** Builds one native component for each way in which Node gets to it, in C++ and in Rust, from the same bindings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindings, bundled, rustLibrary } from './build.mjs';

const here = import.meta.dirname;
/** Where the headers of Node-API are. */
const nodeHeaders = join(
  createRequire(import.meta.url).resolve('node-api-headers/package.json'),
  '../include',
);

const compiler = ['-std=c++20', '-O2', '-DNDEBUG', '-fno-exceptions', '-fno-rtti', '-fPIC', '-shared'];
const beside = '-Wl,-rpath,$ORIGIN';

/** The commands that make a component, a shared object, of its bindings. Both keep to themselves what is not exported. */
const components = {
  cpp: (folder, library) => {
    const sources = [join(folder, 'calls.cpp'), join(here, 'component.cpp')];
    const flags = ['-fvisibility=hidden', '-flto', `-I${here}`, `-I${folder}`];
    execFileSync('g++', [...compiler, ...flags, ...sources, '-o', library]);
  },
  rust: (folder, library) => rustLibrary(folder, library),
};

/**
 * For a language, what each transport loads: its module and the file to give to it. Each has a copy of the component of its
 * own, since a process has a library once, and the imports of a library are one transport's.
 */
export function buildNative(language, folder) {
  mkdirSync(folder, { recursive: true });
  const sources = join(folder, language);
  bindings('symmetric', language, sources);
  const built = (transport, link) => {
    const modules = join(folder, transport);
    bindings('symmetric', 'ts', modules, ['-O', 'emit=glue', '-O', `transport=${transport}`]);
    const name = `calls-${language}-${transport}`;
    components[language](sources, join(folder, `lib${name}.so`));
    const library = join(folder, `${language}-${transport}.node`);
    const linked = ['-Wl,--no-as-needed', `-L${folder}`, `-l${name}`, beside];
    execFileSync('g++', [...compiler, ...link(modules), ...linked, '-o', library]);
    return { modules, library };
  };
  const koffi = built('koffi', (modules) => [join(modules, 'calls_native.cpp')]);
  const napi = built('napi', (modules) => [`-I${nodeHeaders}`, join(modules, 'calls_napi.cpp')]);
  const module = ({ modules }, name) =>
    bundled(join(modules, `${name}.ts`), join(modules, 'module.js'), 'node');
  return {
    koffi: { module: module(koffi, 'calls'), library: koffi.library },
    napi: { module: module(napi, 'calls_napi'), library: napi.library },
  };
}
