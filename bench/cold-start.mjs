/** The whole of a short command, process start included, interleaved with its peers. Run by `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { wasi2, wasi3 } from './packages.mjs';
import { milliseconds, ratio, table } from './text.mjs';

const rounds = 15;
const input = wasi3 ?? wasi2;
const cli = join(import.meta.dirname, '../dist/program/main.js');
const reference = `import { componentWit } from '@bytecodealliance/jco-transpile/wasm-tools';`;

const commands = [
  { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
  { name: `wit-gen check ${input.split('/').at(-1)}`, argv: [process.execPath, cli, 'check', input] },
  {
    name: 'node, loading wasm-tools of jco',
    argv: [process.execPath, '--input-type=module', '-e', reference],
  },
  { name: 'wasm-tools component wit', argv: ['wasm-tools', 'component', 'wit', input] },
];

/** Milliseconds of one run; nothing where the program is not installed. */
function once({ name, argv: [program, ...parameters] }) {
  const start = process.hrtime.bigint();
  const { error, status, stderr } = spawnSync(program, parameters, { cwd: join(import.meta.dirname, '..') });
  if (error?.code === 'ENOENT') return undefined;
  if (status !== 0) throw new Error(`${name}: ${String(stderr)}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const installed = commands.filter((command) => once(command) !== undefined);
const times = new Map(installed.map((command) => [command, []]));
for (let round = 0; round < rounds; round++) {
  for (const command of installed) times.get(command).push(once(command));
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times.get(installed[0]));
const rows = commands.map((command) => {
  const measured = times.get(command);
  if (!measured) return [command.name, 'not installed', ''];
  return [command.name, milliseconds(median(measured)), ratio(median(measured), bare)];
});
console.log(table(['cold start, whole process', 'median', 'beside node -e 0'], rows));
