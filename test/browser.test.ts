/**
 * A component in C++ that a page in a browser uses, and a worker of that page: under canonical glue, and under glue for a module with
 * symmetric bindings. Its script is bundled with the glue as an application's is, and is served with a policy
 * that allows no code made of text. `wasm-runtime.test.ts` and `ts-shared.test.ts` run the worlds of `test/runtime` there.
 */
import { buildSync } from 'esbuild';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../src/backends/cpp/index.js';
import { ts } from '../src/backends/ts/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { browser, inBrowser } from './support/browser.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { cppForWasm, describeWith, mustRun } from './support/toolchains.js';
import { linkAlone } from './support/wasm-symmetric/programs.js';

const sources = join(repository, 'test/browser');
const source = join(sources, 'app.cpp');
const asked = { wit: join(sources, 'app.wit'), world: 'app' } as const;

/** What the page sees of an instance, `ended` being what every call says after the trap. */
const seen = (ended: string) => ({
  calls: {
    farthest: { x: -3, y: 4, label: 'far' },
    nearest: true,
    short: 'grün 🦀 \uFEFFgrün 🦀 \uFEFF',
    surrogate: '\uFFFD\uFFFD',
    long: true,
    ask: true,
    errors: [
      [true, 'no number'],
      [true, 'paid'],
    ],
    told: 2,
    lines: ['log: one', 'log: zwölf', 'log is closed'],
    grown: 999_999,
  },
  mistakes: [
    'TypeError: points[1].x must be a number, not a string',
    'TypeError: points must be an array, not 7',
    'TypeError: count must be an integer from 0 to 4294967295, not -1',
    'TypeError: text must be a string, not a symbol',
    'TypeError: start must be a bigint from 0 to 2^64 - 1, not 1',
  ],
  objects: ['1099511627777', 1, 0, 'TypeError'],
  trap: { first: 'RuntimeError', again: ended, because: true },
});

describeWith([browser, 'C++ for wasm32', 'wasm-ld-19'], 'a component in a browser', () => {
  const folder = buildFolder('browser');
  const site = join(folder, 'site');

  beforeAll(async () => {
    mkdirSync(site);
    cpSync(sources, folder, { recursive: true });
    await writeGlue();
    await compileCanonical();
    const shared = await linkAlone(asked.wit, asked.world, source, join(folder, 'symmetric'));
    copyFileSync(shared, join(site, 'shared.wasm'));
    buildSync({
      entryPoints: ['page.js', 'worker.js'].map((name) => join(folder, name)),
      outdir: site,
      bundle: true,
      minify: true,
      format: 'esm',
      // Newer than Node 20 reads: the page has `using`.
      target: 'esnext',
    });
  });

  async function writeGlue(): Promise<void> {
    const canonical = { abi: 'canonical', options: { emit: 'glue' } } as const;
    const shared = { abi: 'symmetric', options: { emit: 'glue', transport: 'wasm' } } as const;
    for (const [name, each] of Object.entries({ canonical, shared })) {
      const { files } = await generate({ ...asked, ...each, backend: ts }, nodeHost);
      await writeFiles(files, join(folder, name), nodeHost);
    }
  }

  async function compileCanonical(): Promise<void> {
    const bindings = join(folder, 'bindings');
    const { files } = await generate({ ...asked, abi: 'canonical', backend: cpp }, nodeHost);
    await writeFiles(files, bindings, nodeHost);
    const flags = ['-std=c++23', '-fno-exceptions', '-fno-rtti', '-O1', '-Wall', '-Werror'];
    const parts = [`-I${sources}`, `-I${bindings}`, join(bindings, 'app.cpp'), source];
    const link = ['-mexec-model=reactor', '-Wl,--strip-debug', '-o', join(site, 'canonical.wasm')];
    mustRun(cppForWasm.command, [...cppForWasm.flags, ...flags, ...parts, ...link]);
  }

  test('a page and a worker see what they should', async () => {
    const both = {
      canonical: seen('Trap: the instance has trapped before'),
      shared: seen('Trap: modules of this memory have trapped before'),
    };
    expect(await inBrowser(site, 'page.js')).toEqual({ page: both, worker: both });
  });

  test('an error of a script is told, with its stack', async () => {
    await expect(inBrowser(site, 'nowhere.js')).rejects.toThrow(/nowhere\.js/);
  });
});
