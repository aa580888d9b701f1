/** The Rust snapshots through rustc and clippy in both editions, with every warning an error. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkRust, rustEditions } from './support/compile.js';
import { fixtureGoldens } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';

const goldens = await fixtureGoldens('rust');

function bindingsIn(golden: string): string {
  const folder = join(repository, 'snapshots', golden);
  const source = readdirSync(folder).find((file) => file.endsWith('.rs'));
  if (source === undefined) throw new Error(`no Rust source in ${folder}`);
  return join(folder, source);
}

for (const edition of rustEditions) {
  describeWith(['rustc'], `rustc, edition ${edition}`, () => {
    test.each(goldens)('$folder', ({ folder }) => {
      checkRust('rustc', edition, bindingsIn(folder));
    });
  });

  describeWith(['clippy-driver'], `clippy, edition ${edition}`, () => {
    test.each(goldens)('$folder', ({ folder }) => {
      checkRust('clippy-driver', edition, bindingsIn(folder));
    });
  });
}

describeWith(['rustfmt'], 'rustfmt', () => {
  test.each(goldens)('has nothing to change in $folder', ({ folder }) => {
    mustRun('rustfmt', ['--check', '--edition', '2021', bindingsIn(folder)]);
  });

  test('has nothing to change in a build script', () => {
    const script = 'snapshots/both-sides/proxy/symmetric/rust-linking/proxy_build.rs';
    mustRun('rustfmt', ['--check', '--edition', '2021', join(repository, script)]);
  });
});
