/**
 * Support headers compiled ahead (precompiled headers): most of what a compiler does with a small emitted file is to
 * read the standard library.
 *
 * Only `wit.h` is compiled ahead, which emitted headers include before they use anything. So nothing is there that would
 * be missing otherwise. All the same, every snapshot is also compiled with nothing ahead: see `compile-cpp.test.ts`.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './toolchains.js';

const runtime = fileURLToPath(new URL('../../templates/cpp/runtime', import.meta.url));
const parent = fileURLToPath(new URL('../../build/ahead', import.meta.url));

/** Whether a generated file is one of the support headers, which {@link headersAhead} has in a folder of its own. */
export const isSupportHeader = (path: string): boolean => readdirSync(runtime).includes(path);

/** Command and flags → the options that make use of what they compiled ahead. */
const known = new Map<string, readonly string[]>();

/**
 * The options for a C++ compiler that find the support headers, and find them compiled. `flags` are all flags of the
 * compilation that is to come but for folders and macros: a compiler refuses what it compiled with others, which
 * is a warning of g++'s and an error of clang's.
 */
export function headersAhead(command: string, flags: readonly string[]): readonly string[] {
  const call = [command, ...flags].join(' ');
  const options = known.get(call) ?? compiledAhead(command, flags);
  known.set(call, options);
  return options;
}

function compiledAhead(command: string, flags: readonly string[]): readonly string[] {
  const names = readdirSync(runtime);
  const texts = names.map((name) => [name, readFileSync(join(runtime, name), 'utf8')]);
  const key = JSON.stringify([command, mustRun(command, ['--version']), flags, texts]);
  const folder = join(parent, createHash('sha256').update(key).digest('hex').slice(0, 16));
  const ahead = join(folder, 'ahead.h');
  const compiled = `${ahead}.${command.startsWith('clang') ? 'pch' : 'gch'}`;
  if (!existsSync(compiled)) {
    mkdirSync(folder, { recursive: true });
    // Workers share the folder, so that nothing may be seen half done: it is made elsewhere and moved.
    const place = mkdtempSync(join(parent, 'unfinished-'));
    for (const name of names) {
      copyFileSync(join(runtime, name), join(place, name));
      settle(join(place, name), join(folder, name));
    }
    writeFileSync(join(place, 'ahead.h'), '#include "wit.h"\n');
    settle(join(place, 'ahead.h'), ahead);
    mustRun(command, [...flags, '-x', 'c++-header', ahead, '-o', join(place, 'compiled')]);
    renameSync(join(place, 'compiled'), compiled);
    rmSync(place, { recursive: true });
  }
  return [`-I${folder}`, '-Winvalid-pch', '-include', ahead];
}

/** Moves a header to its place. Clang compares times, which must not tell which worker was the last. */
function settle(from: string, to: string): void {
  utimesSync(from, 0, 0);
  renameSync(from, to);
}
