/** WIT as it is published: the interfaces of WASI 0.2, from a package of the registry. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../src/base/node-host.js';
import { dump } from '../../src/resolve/dump.js';
import { resolve } from '../../src/resolve/resolve.js';
import { selectWorld } from '../../src/resolve/select-world.js';
import { expectGolden, repository } from '../support/golden.js';

const wit = join(repository, 'node_modules/@spinframework/wasi-http-proxy/wit');
const whenInstalled = existsSync(wit) ? test : test.skip;

whenInstalled('WASI 0.2 as published in @spinframework/wasi-http-proxy resolves', async () => {
  const { resolved, diagnostics } = await resolve({ roots: [wit], features: new Set() }, nodeHost);
  expect(diagnostics).toEqual([]);
  if (!resolved) return;
  expectGolden('resolve/wasi-0.2.3.txt', dump(resolved));
  const { world } = selectWorld(resolved, 'http-trigger');
  expect(world?.imports).toHaveLength(5);
  expect(selectWorld(resolved, 'wasi:cli/command').world?.imports).toHaveLength(27);
});
