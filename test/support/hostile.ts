/** The component of ours in `test/hostile`. */
import { join } from 'node:path';
import type { AbiName } from '../../src/abi/conventions/index.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import { writeFiles } from '../../src/driver/write.js';
import { repository } from './golden.js';
import { backendOf } from './peer/arguments.js';

/** What it is written in. */
export type Language = 'cpp' | 'rust';

export const hostileSources = join(repository, 'test/hostile');

/** Generates its bindings in a folder. */
export async function generateVictim(language: Language, abi: AbiName, folder: string): Promise<void> {
  const asked = { wit: hostileSources, world: 'victim', abi, backend: backendOf(language) };
  const { files, diagnostics } = await generate(asked, nodeHost);
  expect(diagnostics).toEqual([]);
  await writeFiles(files, folder, nodeHost);
}
