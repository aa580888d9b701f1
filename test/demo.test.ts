import { join } from 'node:path';
import { repository } from './support/golden.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const demo = join(repository, 'examples/text-tools/demo.mjs');

describeWith(['g++', 'rustc'], 'the demo', () => {
  test('all four pairings print the transcript', () => {
    const output = mustRun(process.execPath, [demo]);
    expect(output.match(/^=== application in .*, plug-in in .* ===$/gm)).toHaveLength(4);
    expect(output).toContain('Everything lent came back, everything given was closed.');
    expect(output).toContain('All 4 pairings ran');
  });
});

describeWith(['cargo'], 'the Rust programs of the demo', () => {
  const rust = join(repository, 'examples/text-tools/rust');
  const build = join(repository, 'build/demo');
  const cargo = (program: string, env: Readonly<Record<string, string>>): void => {
    const args = ['build', '--quiet', '--offline', '--locked', '--target-dir', join(build, 'target')];
    mustRun('cargo', args, { cwd: join(rust, program), env });
  };

  test('build with cargo, too', () => {
    mustRun(process.execPath, [demo]);
    cargo('plugin', { WIT_GEN_BINDINGS: join(build, 'rust/plugin') });
    cargo('application', {
      WIT_GEN_BINDINGS: join(build, 'rust/application'),
      PLUGIN_FOLDER: join(build, 'target/debug'),
    });
    const found = { LD_LIBRARY_PATH: join(build, 'target/debug') };
    expect(mustRun(join(build, 'target/debug/application'), [], { env: found })).toContain('0 documents');
  });
});

test('the demo says what is missing, all at once', () => {
  const { code, output } = run(process.execPath, [demo], { env: { PATH: '/nonexistent' } });
  expect(code).toBe(1);
  for (const tool of ['g++', 'rustc']) expect(output).toContain(`  ${tool}: install`);
});
