/** Exported Rust functions that look at their caller's data: right, without leaks, and how much they allocate. */
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const here = join(repository, 'test/backends/rust');

async function bindings(world: string, ownership: string, out: string): Promise<string> {
  const wit = join(here, 'views.wit');
  const options = { ownership };
  const request = { wit, world, features: 'all', lints: 'compat', options, backend: rust } as const;
  const { files, diagnostics } = await generate({ ...request, abi: 'symmetric', api: 'views' }, nodeHost);
  expect(diagnostics).toEqual([]);
  await writeFiles(files, out, nodeHost);
  return join(out, `${world}.rs`);
}

/** How often each call allocated, by its name. */
async function allocations(ownership: string, cfg: readonly string[]): Promise<Record<string, number>> {
  const out = buildFolder('views');
  const env = {
    IMPORTER: await bindings('importer', 'owning', out),
    EXPORTER: await bindings('exporter', ownership, out),
  };
  const program = join(out, 'views');
  const source = join(here, 'views.rs');
  mustRun('rustc', ['--edition', '2021', '-D', 'warnings', ...cfg, source, '-o', program], { env });
  const lines = mustRun(program, []).trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', count] = line.split(': ');
      return [name, Number(count)];
    }),
  );
}

/** What crosses as it lies, or fits into the memory of a call, is looked at without any allocation. */
const lent = { text: 0, 'no text': 0, numbers: 0, points: 0, maybe: 0, set: 0 };

describeWith(['rustc'], 'exported functions that view', () => {
  test('allocate what types own, and nothing for strings and lists of plain data', async () => {
    expect(await allocations('owning', [])).toEqual({
      ...lent,
      // Two strings that are not empty, in a list in the memory of the call.
      words: 2,
      // Three strings in two lists that are not empty.
      nested: 5,
      // Three names, of which one is empty, and three lists of two tags.
      people: 2 + 3 * 3,
      // Two strings that the caller makes and two of the array; the map and its string that is not empty.
      pairs: 2 + 2 + 2,
    });
  });

  test('allocate only maps where types are made of views', async () => {
    expect(await allocations('borrowing', ['--cfg', 'borrowing'])).toEqual({
      ...lent,
      words: 0,
      nested: 0,
      people: 0,
      // Two strings that the caller makes, and the map.
      pairs: 2 + 1,
    });
  });
});
