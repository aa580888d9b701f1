/** The Rust snapshots through rustc and clippy in both editions, with every warning an error. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkRust, checkRustModules, rustEditions } from './support/compile.js';
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

const allBindings = goldens.map(({ folder }) => bindingsIn(folder));

/**
 * All goldens in one run of a tool, which takes a third of the time that a run for each takes. Where that fails, each is
 * given to the tool by itself, so that its test says whether the mistake is there.
 */
function describeTogether(
  tool: string,
  title: string,
  together: () => void,
  alone: (file: string) => void,
): void {
  describeWith([tool], title, () => {
    let areRight = false;

    test('all of them together', () => {
      together();
      areRight = true;
    });

    test.each(goldens)('$folder', ({ folder }) => {
      if (!areRight) alone(bindingsIn(folder));
    });
  });
}

for (const edition of rustEditions) {
  for (const [command, title] of [
    ['rustc', 'rustc'],
    ['clippy-driver', 'clippy'],
  ] as const) {
    describeTogether(
      command,
      `${title}, edition ${edition}`,
      () => {
        checkRustModules(command, edition, allBindings);
      },
      (file) => {
        checkRust(command, edition, file);
      },
    );
  }
}

const formatted = (files: readonly string[]): void => {
  for (const edition of rustEditions) mustRun('rustfmt', ['--check', '--edition', edition, ...files]);
};

describeTogether(
  'rustfmt',
  'rustfmt',
  () => {
    formatted(allBindings);
  },
  (file) => {
    formatted([file]);
  },
);

describeWith(['rustfmt'], 'rustfmt', () => {
  test('has nothing to change in a build script', () => {
    formatted([join(repository, 'snapshots/both-sides/proxy/symmetric/rust-linking/proxy_build.rs')]);
  });
});
