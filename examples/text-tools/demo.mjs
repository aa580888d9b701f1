// Generates bindings, builds the application and the plug-in in C++ and in Rust, and runs every pairing.
// Needs Node, g++ and rustc. `--all` prints every transcript in full.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const build = join(root, 'build/demo');
const witGen = join(root, 'dist/program/main.js');

/** The languages; each builds a plug-in and an application from its bindings. */
const languages = {
  cpp: { title: 'C++', plugin: buildCppPlugin, application: buildCppApplication },
  rust: { title: 'Rust', plugin: buildRustPlugin, application: buildRustApplication },
};

requireTools();
console.log('One WIT package, four programs, every pairing in one process.\n');
for (const [language, { title }] of Object.entries(languages)) {
  for (const world of ['application', 'plugin']) {
    generate(language, world);
    console.log(
      `generated  ${title} bindings of world ${world}: ${relative(root, bindings(language, world))}`,
    );
  }
}
for (const world of ['plugin', 'application']) {
  for (const [, { title, [world]: make }] of Object.entries(languages)) {
    const made = make();
    console.log(`built      the ${world} in ${title}: ${relative(root, made)}`);
  }
}
runAllPairs();

/** Says everything that is missing at once, and how to get it. */
function requireTools() {
  const tools = {
    'g++': 'install g++ 12 or newer (Debian: apt-get install g++)',
    rustc: 'install Rust 1.82 or newer (https://rustup.rs)',
  };
  const missing = Object.entries(tools).filter(([tool]) => spawnSync(tool, ['--version']).error);
  if (process.platform !== 'linux') missing.push(['Linux', 'the demo links ELF shared objects']);
  if (!existsSync(witGen)) missing.push(['dist/', 'run `npm ci`, which builds wit-gen']);
  if (missing.length === 0) return;
  console.error('The demo cannot run here. Missing:');
  for (const [what, remedy] of missing) console.error(`  ${what}: ${remedy}`);
  process.exit(1);
}

function bindings(language, world) {
  return join(build, language, world);
}

function generate(language, world) {
  const out = bindings(language, world);
  const input = [join(here, 'wit'), '--world', world, '--abi', 'symmetric'];
  run(process.execPath, [witGen, ...input, '--lang', language, '--out-dir', out]);
}

/** A plug-in is a shared object that shows nothing but its WIT functions: the version script is generated. */
function buildCppPlugin() {
  const visible = join(bindings('cpp', 'plugin'), 'plugin.verscr');
  const library = join(pluginFolder('cpp'), 'libplugin.so');
  const shared = ['-fPIC', '-shared', '-fvisibility=hidden', `-Wl,--version-script=${visible}`];
  return buildCpp('plugin', [...shared, '-o', library], library);
}

/** Applications are linked once, against one plug-in; the other takes its place without relinking. */
function buildCppApplication() {
  const program = join(build, 'application-cpp');
  return buildCpp('application', [`-L${pluginFolder('cpp')}`, '-lplugin', '-o', program], program);
}

/** The classes behind exported resources are ours, beside our sources: on the include path they come before the generated ones. */
function buildCpp(world, args, made) {
  const folder = bindings('cpp', world);
  const sources = [join(here, `cpp/${world}.cpp`), join(folder, `${world}.cpp`)];
  const strict = ['-std=c++20', '-O2', '-Wall', '-Wextra', '-Werror'];
  run('g++', [...strict, `-I${join(here, 'cpp')}`, `-I${folder}`, ...sources, ...args]);
  return made;
}

/** rustc shows nothing but the WIT functions of a `cdylib` by itself. */
function buildRustPlugin() {
  const library = join(pluginFolder('rust'), 'libplugin.so');
  return buildRust('plugin', ['--crate-type', 'cdylib', '-o', library], library);
}

function buildRustApplication() {
  const program = join(build, 'application-rust');
  return buildRust('application', ['-L', pluginFolder('cpp'), '-l', 'dylib=plugin', '-o', program], program);
}

function buildRust(world, args, made) {
  const strict = ['--edition', '2021', '-O', '-D', 'warnings'];
  const env = { WIT_GEN_BINDINGS: bindings('rust', world) };
  run('rustc', [...strict, '--crate-name', world, join(here, `rust/${world}.rs`), ...args], env);
  return made;
}

function pluginFolder(language) {
  const folder = join(build, `plugin-${language}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function runAllPairs() {
  const expected = readFileSync(join(here, 'transcript.txt'), 'utf8');
  const lines = expected.trimEnd().split('\n').length;
  const names = Object.keys(languages);
  const pairs = names.flatMap((application) => names.map((plugin) => ({ application, plugin })));
  pairs.forEach(({ application, plugin }, index) => {
    const found = { LD_LIBRARY_PATH: pluginFolder(plugin) };
    const transcript = run(join(build, `application-${application}`), [], found);
    const title = `application in ${languages[application].title}, plug-in in ${languages[plugin].title}`;
    console.log(`\n=== ${title} ===`);
    if (transcript !== expected) fail(`This is not what transcript.txt says:\n${transcript}`);
    const isShown = index === 0 || process.argv.includes('--all');
    console.log(isShown ? `\n${transcript.trimEnd()}` : `the same ${lines} lines, byte for byte`);
  });
  console.log(`\nAll ${pairs.length} pairings ran in one process each, without a host and without glue.`);
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0)
    fail(`${command} ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? done.error}`);
  return done.stdout;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
