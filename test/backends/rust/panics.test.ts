/** A panic ends the process with its message. It never unwinds into another component. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun, run } from '../../support/toolchains.js';

const sources = join(repository, 'test/backends/rust/panics');

const providers: Readonly<Record<string, readonly string[]>> = {
  'that could unwind': ['-C', 'panic=unwind'],
  'that aborts': ['-C', 'panic=abort'],
  'without std': ['-C', 'panic=abort', '--cfg', 'without_std'],
};

describeWith(['rustc'], 'a provider', () => {
  const root = buildFolder('panics');
  const folderOf = (provider: string): string => join(root, provider.replace(/ /g, '-'));

  const compile = (world: string, args: readonly string[]): void => {
    const env = { BINDINGS: join(root, `${world}.rs`) };
    mustRun('rustc', ['--edition', '2024', join(sources, `${world}.rs`), ...args], { env });
  };

  beforeAll(async () => {
    for (const world of ['provider', 'consumer']) {
      const request = { wit: sources, world, abi: 'symmetric', backend: rust } as const;
      const { files, diagnostics } = await generate(request, nodeHost);
      expect(diagnostics).toEqual([]);
      await writeFiles(files, root, nodeHost);
    }
    for (const [provider, how] of Object.entries(providers)) {
      mkdirSync(folderOf(provider));
      const library = join(folderOf(provider), 'libprovider.so');
      compile('provider', [...how, '--crate-type', 'cdylib', '--crate-name', 'provider', '-o', library]);
    }
    const [any = ''] = Object.keys(providers);
    const linked = ['-L', folderOf(any), '-l', 'dylib=provider'];
    compile('consumer', ['-C', 'panic=unwind', ...linked, '-o', join(root, 'consumer')]);
  });

  describe.each(Object.keys(providers))('%s', (provider) => {
    test.each([
      ['call', 'as asked: now'],
      ['drop', 'the thing does not want to go'],
    ])('ends the process when it panics in a %s', (how, message) => {
      const env = { LD_LIBRARY_PATH: folderOf(provider) };
      const { code, output } = run(join(root, 'consumer'), [how], { env });
      expect(output).toContain(message);
      expect(output).not.toContain('went on');
      // Ended by a signal, which `abort` raises.
      expect(code).toBe(128);
    });
  });
});
