// Generates bindings, builds the application and the plug-in in C++ and in Rust, and runs every pairing.
// Needs Node, g++ and rustc. `--all` prints every transcript instead of comparing them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const build = join(root, 'build/demo');
const witGen = join(root, 'dist/src/cli/main.js');

requireTools();
console.log(
  `One package, ${relative(root, join(here, 'wit/text-tools.wit'))}; four programs; every pairing in one process.\n`,
);
const languages = { cpp: 'C++', rust: 'Rust' };
for (const language of Object.keys(languages)) {
  generate(language, 'application');
  generate(language, 'plugin');
}
step('build the plug-ins', { cpp: buildCppPlugin, rust: buildRustPlugin });
step('build the applications', { cpp: buildCppApplication, rust: buildRustApplication });
runAll();

/** Says everything that is missing at once, and how to get it. */
function requireTools() {
  const tools = {
    'g++': 'install g++ 12 or newer (Debian: apt-get install g++)',
    rustc: 'install Rust 1.82 or newer with rustup',
    cargo: 'install Rust 1.82 or newer with rustup',
  };
  const missing = Object.entries(tools).filter(([tool]) => spawnSync(tool, ['--version']).error);
  if (process.platform !== 'linux') missing.push(['Linux', 'the demo links ELF shared objects']);
  if (!existsSync(witGen)) missing.push(['dist/', 'run `npm ci`, which builds wit-gen']);
  if (missing.length === 0) return;
  console.error('The demo cannot run here. Missing:');
  for (const [what, remedy] of missing) console.error(`  ${what}: ${remedy}`);
  process.exit(1);
}

function generate(language, world) {
  const out = join(build, language, world);
  run(process.execPath, [
    witGen,
    join(here, 'wit'),
    '--abi',
    'symmetric',
    '--lang',
    language,
    '--world',
    world,
    '-o',
    out,
  ]);
  console.log(`generated ${languages[language]} bindings of world ${world} in ${relative(root, out)}`);
}

function step(title, builders) {
  for (const [language, builder] of Object.entries(builders)) {
    const started = Date.now();
    builder();
    console.log(`${title}: ${languages[language]} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
}

/** A plug-in is a shared object that shows nothing but its WIT functions: the version script is generated. */
function buildCppPlugin() {
  const bindings = join(build, 'cpp/plugin');
  const out = pluginFolder('cpp');
  run('g++', [
    ...['-std=c++20', '-O2', '-Wall', '-Wextra', '-Werror', '-fPIC', '-shared', '-fvisibility=hidden'],
    ...[
      `-I${bindings}`,
      `-I${join(here, 'cpp')}`,
      join(here, 'cpp/plugin.cpp'),
      join(bindings, 'plugin.cpp'),
    ],
    ...[`-Wl,--version-script=${join(bindings, 'plugin.verscr')}`, '-o', join(out, 'libplugin.so')],
  ]);
}

function buildRustPlugin() {
  run('cargo', ['build', '--quiet', '--release', '--offline', '--target-dir', join(build, 'rust/target')], {
    cwd: join(here, 'rust/plugin'),
    env: { WIT_GEN_BINDINGS: join(build, 'rust/plugin') },
  });
  run('cp', [join(build, 'rust/target/release/libplugin.so'), pluginFolder('rust')]);
}

/** Applications are linked once, against either plug-in: the other one takes its place without relinking. */
function buildCppApplication() {
  const bindings = join(build, 'cpp/application');
  run('g++', [
    ...['-std=c++20', '-O2', '-Wall', '-Wextra', '-Werror'],
    ...[
      `-I${bindings}`,
      `-I${join(here, 'cpp')}`,
      join(here, 'cpp/application.cpp'),
      join(bindings, 'application.cpp'),
    ],
    ...[`-L${pluginFolder('cpp')}`, '-lplugin', '-o', join(build, 'application-cpp')],
  ]);
}

function buildRustApplication() {
  run('cargo', ['build', '--quiet', '--release', '--offline', '--target-dir', join(build, 'rust/target')], {
    cwd: join(here, 'rust/application'),
    env: { WIT_GEN_BINDINGS: join(build, 'rust/application'), PLUGIN_FOLDER: pluginFolder('cpp') },
  });
  run('cp', [join(build, 'rust/target/release/application'), join(build, 'application-rust')]);
}

function pluginFolder(language) {
  const folder = join(build, `plugin-${language}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function runAll() {
  const pairs = Object.keys(languages).flatMap((app) =>
    Object.keys(languages).map((plugin) => [app, plugin]),
  );
  let first;
  for (const [app, plugin] of pairs) {
    const transcript = run(join(build, `application-${app}`), [], {
      env: { LD_LIBRARY_PATH: pluginFolder(plugin) },
    });
    console.log(`\n=== application in ${languages[app]}, plug-in in ${languages[plugin]} ===`);
    if (first === undefined || process.argv.includes('--all')) console.log(transcript.trimEnd());
    else if (transcript === first)
      console.log(`the same ${first.trimEnd().split('\n').length} lines, byte for byte`);
    else fail(`this transcript differs from the first:\n${transcript}`);
    first ??= transcript;
  }
  console.log(
    `\nAll ${pairs.length} pairings ran: no host between them, no glue, one copy of libplugin.so exchanged for the other.`,
  );
}

function run(command, args, { cwd = root, env = {} } = {}) {
  const done = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0)
    fail(`${command} ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? done.error}`);
  return done.stdout;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
