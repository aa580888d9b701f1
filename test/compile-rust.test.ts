/** The Rust snapshots through rustc and clippy in both editions, with every warning an error. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkRust, rustEditions } from './support/compile.js';
import { fixtureWorlds } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';

const worlds = await fixtureWorlds();

function bindingsOf(fixture: string, world: string): string {
  const folder = join(repository, 'snapshots', fixture, world, 'symmetric/rust');
  const source = readdirSync(folder).find((file) => file.endsWith('.rs'));
  if (source === undefined) throw new Error(`no Rust source in ${folder}`);
  return join(folder, source);
}

for (const edition of rustEditions) {
  describeWith(['rustc'], `rustc, edition ${edition}`, () => {
    test.each(worlds)('$fixture, world $world', ({ fixture, world }) => {
      checkRust('rustc', edition, bindingsOf(fixture, world));
    });
  });

  describeWith(['clippy-driver'], `clippy, edition ${edition}`, () => {
    test.each(worlds)('$fixture, world $world', ({ fixture, world }) => {
      checkRust('clippy-driver', edition, bindingsOf(fixture, world));
    });
  });
}

describeWith(['rustfmt'], 'rustfmt', () => {
  test.each(worlds)('has nothing to change in $fixture, world $world', ({ fixture, world }) => {
    mustRun('rustfmt', ['--check', '--edition', '2021', bindingsOf(fixture, world)]);
  });
});
