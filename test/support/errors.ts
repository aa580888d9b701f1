/** The fixtures of wrong WIT under `test/fixtures/errors`, one or more for each diagnostic code. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost, type MemoryHost } from '../../src/base/host.js';
import { repository } from './golden.js';

const folder = join(repository, 'test/fixtures/errors');

/** Wrong WIT: a file, or a folder `wit` of files. */
export interface ErrorFixture {
  /** `type-cycle--alias`: the code, and which case of it where there are several. */
  readonly name: string;
  readonly code: string;
  readonly root: string;
  readonly host: MemoryHost;
}

/** All fixtures by name. */
export function errorFixtures(): readonly ErrorFixture[] {
  return readdirSync(folder).sort().map(fixture);
}

function fixture(entry: string): ErrorFixture {
  const name = entry.replace(/\.wit$/, '');
  const [code = name] = name.split('--');
  const path = join(folder, entry);
  if (!statSync(path).isDirectory()) {
    return { name, code, root: entry, host: memoryHost({ [entry]: readFileSync(path, 'utf8') }) };
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(path, file)).isFile(),
  );
  const texts = files.map((file) => [file, readFileSync(join(path, file), 'utf8')] as const);
  return { name, code, root: 'wit', host: memoryHost(Object.fromEntries(texts)) };
}
