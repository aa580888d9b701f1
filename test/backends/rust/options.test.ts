/**
 * The options of the Rust backend. Each folder has WIT, and a program that begins with the options that the bindings of
 * the world `app` are made with and compiles only if they mean what they should. A world `lib` has none.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { buildFolder, checkRust, rustEditions } from '../../support/compile.js';
import { expectGolden, repository } from '../../support/golden.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const folder = join(repository, 'test/backends/rust/options');
const cases = readdirSync(folder);

/** `//@ name=value` lines, by name. */
function optionsOf(program: string): Readonly<Record<string, readonly string[]>> {
  const options: Record<string, readonly string[]> = {};
  for (const [, name = '', value = ''] of program.matchAll(/^\/\/@ (\w+)=(.*)$/gm)) {
    options[name] = [...(options[name] ?? []), value];
  }
  return options;
}

const programIn = (name: string): string => join(folder, name, 'program.rs');

async function bindingsFor(name: string, world = 'app'): Promise<string> {
  const options = world === 'app' ? optionsOf(readFileSync(programIn(name), 'utf8')) : {};
  const request = { wit: join(folder, name), world, abi: 'symmetric', backend: rust, options } as const;
  const { files, diagnostics } = await generate(request, nodeHost);
  expect(diagnostics).toEqual([]);
  return files.find(({ path }) => path === `${world}.rs`)?.content ?? '';
}

test.each(cases)('bindings with %s', async (name) => {
  // The runtime is the same with any option.
  const [text = ''] = (await bindingsFor(name)).split('\n/// What the bindings rely on.');
  expectGolden(`rust-options/${name}/app.rs`, text);
});

describeWith(['rustc'], 'programs', () => {
  const bindings = (name: string): string => join(root, name, 'app.rs');
  const check = (
    command: 'rustc' | 'clippy-driver',
    edition: (typeof rustEditions)[number],
    name: string,
  ): void => {
    const env = { BINDINGS: bindings(name), BINDINGS_LIB: join(root, name, 'lib.rs') };
    checkRust(command, edition, programIn(name), env);
  };
  let root = '';

  beforeAll(async () => {
    root = buildFolder('rust-options');
    for (const name of cases) {
      mkdirSync(join(root, name));
      writeFileSync(bindings(name), await bindingsFor(name));
      if (readFileSync(programIn(name), 'utf8').includes('BINDINGS_LIB'))
        writeFileSync(join(root, name, 'lib.rs'), await bindingsFor(name, 'lib'));
    }
  });

  for (const edition of rustEditions) {
    test.each(cases)(`%s, edition ${edition}`, (name) => {
      check('rustc', edition, name);
    });
  }

  describeWith(['clippy-driver'], 'clippy', () => {
    test.each(cases)('%s', (name) => {
      check('clippy-driver', '2024', name);
    });
  });

  describeWith(['rustfmt'], 'rustfmt', () => {
    test.each(cases)('has nothing to change in %s', (name) => {
      mustRun('rustfmt', ['--check', '--edition', '2021', bindings(name)]);
    });
  });
});
