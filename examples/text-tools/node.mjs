// An application and an editor in TypeScript, which Node runs with the plug-ins that the others have: the same shared objects, and the core
// modules of the same components. Generated TypeScript calls them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { build, generate, here, languages, named, run, shown, witGen } from './tools.mjs';

/** Builds the application for shared objects, and for each of them what it calls the editor by. */
export function buildForLibraries() {
  const bindings = generate('ts', 'plugin', 'symmetric', ['-O', 'emit=glue']);
  console.log(`built      the application in TypeScript: ${shown(bundle('with-library', bindings))}`);
  for (const language of languages) {
    const shim = join(folderOf(language), 'libplugin_for_node.so');
    const folder = join(build, 'native', `plugin-${language}`);
    const needed = ['-Wl,--no-as-needed', `-L${folder}`, '-lplugin', `-Wl,-rpath,${folder}`];
    const source = join(bindings, 'plugin_native.cpp');
    run('g++', ['-std=c++20', '-O2', '-fPIC', '-shared', source, '-o', shim, ...needed]);
    console.log(`built      what stands between Node and the ${named('plugin', language)}: ${shown(shim)}`);
  }
}

/** Each plug-in, with what the application printed. */
export function* runWithLibraries() {
  for (const language of languages) {
    const shim = join(folderOf(language), 'libplugin_for_node.so');
    yield { title: titleOf(language), transcript: runNode('with-library', shim) };
  }
}

/** Builds the application for core modules, and takes these out of the components. */
export function buildForComponents() {
  const bindings = generate('ts', 'plugin', 'canonical', ['-O', 'emit=glue']);
  console.log(`built      the application in TypeScript: ${shown(bundle('with-component', bindings))}`);
  for (const language of languages) {
    const component = join(build, 'components', `plugin-${language}`, 'plugin.wasm');
    run(process.execPath, [witGen, 'core-module', component, '--output', coreModule(language)]);
    console.log(
      `took       the core module out of the ${named('plugin', language)}: ${shown(coreModule(language))}`,
    );
  }
}

/** The same with core modules. */
export function* runWithComponents() {
  for (const language of languages) {
    yield { title: titleOf(language), transcript: runNode('with-component', coreModule(language)) };
  }
}

const titleOf = (language) => `${named('plugin', language)}, the others in TypeScript`;

const runNode = (entry, plugin) => run(process.execPath, [application(entry), plugin]);

const application = (entry) => join(build, 'node', `${entry}.mjs`);
const coreModule = (language) => join(folderOf(language), 'plugin.core.wasm');

function folderOf(language) {
  const folder = join(build, 'node', `plugin-${language}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Makes one JavaScript file of an entry point, the parts of the application and the bindings. */
function bundle(entry, bindings) {
  const abi = entry === 'with-library' ? 'symmetric' : 'canonical';
  buildSync({
    entryPoints: [join(here, 'ts', `${entry}.ts`)],
    // Beside what is imported, the parts name types of one ABI's bindings; types leave no trace.
    alias: { [`bindings/${abi}`]: bindings },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['koffi'],
    outfile: application(entry),
    logLevel: 'warning',
  });
  return application(entry);
}
