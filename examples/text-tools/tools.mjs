// What the parts of the demo share: where things are, and how other programs are run.
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the example. */
export const here = dirname(fileURLToPath(import.meta.url));
/** The folder of the repository. */
export const root = join(here, '../..');
/** Where everything is built. */
export const build = join(root, 'build/demo');
/** The command line of wit-gen. */
export const witGen = join(root, 'dist/program/main.js');

export const titles = { cpp: 'C++', rust: 'Rust' };
export const languages = Object.keys(titles);

/** The parts of the program in the order in which each needs those before it. */
export const parts = ['text-editor', 'plugin', 'application'];

/** A part in one language: `plugin in C++`. */
export const named = (part, language) => `${part} in ${titles[language]}`;

/** What a world is called in names of files. */
export const fileName = (world) => world.replaceAll('-', '_');

/** Every choice of a language for each part. */
export const combinations = parts.reduce(
  (chosen, part) => chosen.flatMap((each) => languages.map((language) => ({ ...each, [part]: language }))),
  [{}],
);

/** `text-editor in C++, plugin in Rust, application in C++`. */
export const described = (combination) => parts.map((part) => named(part, combination[part])).join(', ');

/** Generates the bindings of a world, and answers their folder. */
export function generate(language, world, abi, options = []) {
  const out = join(build, abi, language, fileName(world));
  const input = [join(here, 'wit'), '--world', world, '--abi', abi];
  run(process.execPath, [witGen, ...input, '--lang', language, ...options, '--out-dir', out]);
  return out;
}

export const shown = (path) => relative(root, path);

/** Runs a program and answers what it prints; one that fails ends the demo. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0)
    fail(`${command} ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? done.error}`);
  return done.stdout;
}

/** Whether a program can be run. */
export const has = (command, args = ['--version']) => spawnSync(command, args).status === 0;

export function fail(message) {
  console.error(message);
  process.exit(1);
}
