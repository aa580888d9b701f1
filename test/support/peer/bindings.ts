/** Bindings for a program, generated as its own arguments say. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/base/diagnostics.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { isSupportHeader } from '../ahead.js';
import { backendOf, type PeerRequest } from './arguments.js';
import type { PeerProgram, PeerTest } from './discover.js';
import { Failure } from './tools.js';

/** The ABIs by the names that the generator knows them by. */
export type PeerAbi = 'symmetric' | 'canonical';

/** What is asked of our generator for any program of a world: WIT as the reference reads it. */
export const witOf = (test: PeerTest, world: string, features: readonly string[], abi: PeerAbi) =>
  ({ wit: test.wit, world, features, abi, lints: 'compat' }) as const;

/** Diagnostics as a text. */
export const textOf = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');

/** Where the bindings of a program are, below its own folder. */
export const bindingsIn = (folder: string): string => join(folder, 'bindings');

/** Writes the bindings of a program below its folder, without the support headers of C++, which are compiled ahead. */
export async function writeBindings(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  abi: PeerAbi,
  folder: string,
): Promise<void> {
  const bindings = bindingsIn(folder);
  mkdirSync(bindings, { recursive: true });
  // The classes of exported resources are the test's own where it has them.
  const classes = join(test.folder, 'cpp');
  if (program.language === 'cpp' && existsSync(classes)) cpSync(classes, bindings, { recursive: true });
  const backend = backendOf(program.language);
  const asked = { ...witOf(test, program.world, request.features, abi), backend, ...request };
  const { files, diagnostics } = await generate(asked, nodeHost);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Failure('generate', textOf(errors));
  await writeFiles(
    files.filter(({ path }) => !isSupportHeader(path)),
    bindings,
    nodeHost,
  );
}
