/** Runs the checks of the sources side by side, and prints what each has to say when it ends. */
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const checks = [
  ['eslint/bin/eslint.js', '.'],
  ['typescript/bin/tsc', '--noEmit'],
  ['prettier/bin/prettier.cjs', '--check', '.'],
];

/** Runs a program of a package; answers whether it found nothing. */
async function check([program, ...args]) {
  const child = spawn(process.execPath, [`node_modules/${program}`, ...args], { cwd: root });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.stdout.write(Buffer.concat(said));
  return code === 0;
}

const answers = await Promise.all(checks.map(check));
if (answers.includes(false)) process.exitCode = 1;
