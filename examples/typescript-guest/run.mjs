// Makes a component of guest.ts and runs it from host.ts: types, compiler, bundler, ComponentizeJS, jco.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { componentize } from '@bytecodealliance/componentize-js';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const generated = join(here, 'generated');
const world = 'weather-station';

/** Runs a program of Node; one that fails ends this one. */
function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
}

/** The types of both sides, and the check of both programs against them. */
function check() {
  const witGen = join(here, '../../dist/program/main.js');
  const wit = [join(here, 'wit'), '--abi', 'canonical', '--lang', 'ts'];
  const guest = ['-O', 'emit=guest-types', '-O', 'constants=objects'];
  node(witGen, ...wit, ...guest, '--out-dir', join(generated, 'guest'));
  node(witGen, ...wit, '--out-dir', join(generated, 'host'));
  node(fileURLToPath(import.meta.resolve('typescript/bin/tsc')), '-p', here);
}

/** One JavaScript module of a TypeScript program, without what it imports by names of WIT. */
async function bundled(file, external) {
  const options = { bundle: true, format: 'esm', target: 'es2022', external, write: false };
  const { outputFiles } = await build({ ...options, entryPoints: [join(here, file)] });
  return outputFiles[0].text;
}

/** The station as a component. */
async function component() {
  const source = await bundled('guest.ts', ['demo:*', 'now']);
  // The text of the WIT rather than its path: nothing has to be read from within WebAssembly.
  const witWorld = readFileSync(join(here, 'wit/weather.wit'), 'utf8');
  // The station needs nothing of WASI, so the host does not have to have it.
  const disableFeatures = ['stdio', 'random', 'clocks', 'http', 'fetch-event'];
  return (await componentize(source, { witWorld, worldName: world, disableFeatures })).component;
}

/** Writes JavaScript that instantiates a component, and its core modules. */
async function transpile(bytes) {
  const options = {
    name: world,
    instantiation: 'sync',
    emitTypescriptDeclarations: false,
    // Without a map jco looks for imports without their versions.
    map: { 'demo:weather/archive@1.0.0': 'demo:weather/archive@1.0.0' },
    // WIT's errors are payloads of JavaScript's, as with the command `jco transpile`.
    noComponentErrorWrapping: false,
  };
  const { files } = await transpileBytes(bytes, options);
  mkdirSync(join(generated, 'component'), { recursive: true });
  for (const [path, content] of Object.entries(files))
    writeFileSync(join(generated, 'component', path), content);
}

check();
await transpile(await component());
writeFileSync(join(generated, 'host.mjs'), await bundled('host.ts', []));

const { imports, run } = await import(pathToFileURL(join(generated, 'host.mjs')).href);
const { instantiate } = await import(pathToFileURL(join(generated, 'component', `${world}.js`)).href);
const load = (path) => new WebAssembly.Module(readFileSync(join(generated, 'component', path)));
run(instantiate(load, imports(console.log)), console.log);
