/**
 * One type implements an exported resource: that of the first object. A method looks at nothing else, however it is
 * optimised, so that no object is taken for one of another type.
 */
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun, run } from '../../support/toolchains.js';

const sources = join(repository, 'test/backends/rust/implementations');

describeWith(['rustc'], 'a resource', () => {
  const root = buildFolder('implementations');

  const compile = (world: string, args: readonly string[]): void => {
    const env = { BINDINGS: join(root, `${world}.rs`) };
    mustRun('rustc', ['--edition', '2021', join(sources, `${world}.rs`), ...args], { env });
  };

  beforeAll(async () => {
    for (const world of ['provider', 'consumer']) {
      const request = { wit: sources, world, abi: 'symmetric', backend: rust } as const;
      const { files } = await generate(request, nodeHost);
      await writeFiles(files, root, nodeHost);
    }
  });

  describe.each(['0', '3'])('at opt-level %s', (level) => {
    const library = join(root, `libprovider${level}.so`);
    const program = join(root, `consumer${level}`);

    beforeAll(() => {
      const optimised = [
        '-C',
        `opt-level=${level}`,
        '-C',
        `debug-assertions=${level === '0' ? 'on' : 'off'}`,
      ];
      compile('provider', [...optimised, '--crate-type', 'cdylib', '-o', library]);
      const linked = ['-L', root, '-l', `dylib=provider${level}`, '-C', 'link-arg=-Wl,-rpath,$ORIGIN'];
      compile('consumer', [...optimised, ...linked, '-o', program]);
    });

    test('can be used where its object is of the type that was exported', () => {
      expect(run(program, ['one'])).toEqual({ code: 0, output: 'got 1\n' });
    });

    test('cannot be used where its object is of another', () => {
      const { code, output } = run(program, ['other']);
      const message = '`provider::Other` and `provider::One` cannot both implement one resource';
      expect(output).toContain(message);
      expect(output).not.toContain('got');
      // Ended by a signal, which `abort` raises.
      expect(code).toBe(128);
    });
  });
});
