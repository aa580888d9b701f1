/** Commands that are measured, and those that generate: wit-gen's, and wit-bindgen's where it is installed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { wasi2 } from './packages.mjs';

const runs = 3;
const cli = join(import.meta.dirname, '../dist/program/main.js');

/** wit-bindgen, or what WIT_BINDGEN names. */
export const peer = process.env.WIT_BINDGEN ?? 'wit-bindgen';

/** By name, the command that generates bindings of a world of WASI under an ABI. */
export const generators = {
  'wit-gen': (abi, lang, world, to) => [
    ...[process.execPath, cli, wasi2, '--abi', abi, '--lang', lang],
    ...['--world', world, '--compat', '-o', to],
  ],
  'wit-bindgen': (_, lang, world, to) => [
    ...[peer, lang, wasi2, '--world', world, '--out-dir', to],
    ...(lang === 'rust' ? ['--generate-all'] : []),
  ],
};

/** Runs a command, whose answer is its own affair. */
export function run([command, ...parameters], cwd, environment = {}) {
  const env = { ...process.env, ...environment };
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { cwd, env, encoding: 'utf8' });
  return { ok: !error && status === 0, stdout, stderr: error ? String(error) : stderr };
}

/** Milliseconds of processor time, which a busy machine does not change much. */
export function processorTime(command, cwd) {
  const timed = ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', ...command];
  const times = Array.from({ length: runs }, () => {
    const [user, system] = run(timed, cwd).stderr.trim().split('\n').at(-1).split(' ').map(Number);
    return (user + system) * 1e3;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)];
}
