import { join } from 'node:path';
import { repository } from './support/golden.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const demo = join(repository, 'examples/text-tools/demo.mjs');
let printed: string | undefined;

/** What the demo prints; it is run once. */
const output = (): string => (printed ??= mustRun(process.execPath, [demo]));

const headings = /^=== text-editor in .*, plugin in .*, application in .* ===$/gm;
const nodeHeadings = /^=== plugin in .*, the others in TypeScript ===$/gm;

describeWith(['g++', 'rustc'], 'the demo', () => {
  test('prints one transcript of all combinations of shared objects', () => {
    const [native = ''] = output().split('--- The same sources');
    expect(native.match(headings)).toHaveLength(8);
    expect(native).toContain('Everything lent came back, everything given was closed.');
    expect(native).toContain('All 8 combinations ran');
  });

  test('prints it from Node, too', () => {
    const [native = ''] = output().split('--- The same sources');
    expect(native.match(nodeHeadings)).toHaveLength(2);
  });
});

describeWith(['g++', 'rustc', 'C++ for wasm32', 'Rust for wasm32'], 'the components of the demo', () => {
  test('print the same', () => {
    const [, components = ''] = output().split('--- The same sources');
    expect(components.match(headings)).toHaveLength(8);
    expect(components).toContain('All 8 combinations of components printed the same.');
    expect(components.match(nodeHeadings)).toHaveLength(2);
    expect(components).toContain('Both printed the same in Node, under either ABI.');
  });

  test('have an application in TypeScript that compiles', () => {
    output();
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    mustRun(process.execPath, [tsc, '-p', join(repository, 'examples/text-tools/ts')]);
  });
});

describeWith(['cargo'], 'the Rust programs of the demo', () => {
  const rust = join(repository, 'examples/text-tools/rust');
  const build = join(repository, 'build/demo');
  const target = join(build, 'target');

  test('build with cargo, too', () => {
    output();
    for (const part of ['text_editor', 'plugin', 'application']) {
      const args = ['build', '--quiet', '--offline', '--locked', '--target-dir', target];
      const env = { WIT_GEN_BINDINGS: join(build, 'symmetric/rust', part) };
      mustRun('cargo', args, { cwd: join(rust, part), env });
    }
    const found = { LD_LIBRARY_PATH: join(target, 'debug') };
    expect(mustRun(join(build, 'terminal'), [], { env: found })).toContain('0 documents');
  });
});

test('the demo says what is missing, all at once', () => {
  const { code, output } = run(process.execPath, [demo], { env: { PATH: '/nonexistent' } });
  expect(code).toBe(1);
  for (const tool of ['g++', 'rustc']) expect(output).toContain(`  ${tool}: install`);
});
