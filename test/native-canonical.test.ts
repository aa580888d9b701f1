/**
 * Canonical bindings natively: a shared library is called by a host that is written by hand, under sanitizers. Both sides
 * agree by symbols, layouts with the pointers of the machine, and representations as wide as a pointer.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../src/backends/cpp/index.js';
import { rust } from '../src/backends/rust/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { fixtureFolder } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';

const sources = join(repository, 'test/native-canonical');

const strict = ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-fsanitize=address,undefined'];

/** How a component becomes `libcomponent.so` in a folder, with bindings in a folder of it. */
const libraries = {
  rust(folder: string): void {
    const crate = ['--edition', '2021', '--crate-type', 'cdylib', '--crate-name', 'component'];
    mustRun('rustc', [...crate, '-D', 'warnings', '--out-dir', folder, join(folder, 'component.rs')]);
  },
  cpp(folder: string): void {
    const bindings = join(folder, 'bindings');
    const parts = [join(bindings, 'exporter.cpp'), join(folder, 'component.cpp')];
    const script = `-Wl,--version-script=${join(bindings, 'exporter.verscr')}`;
    const shared = ['-fPIC', '-shared', '-fvisibility=hidden', script, '-o', join(folder, 'libcomponent.so')];
    mustRun('g++', [...strict, `-I${folder}`, `-I${bindings}`, ...parts, ...shared]);
  },
} as const;

describeWith(['rustc', 'g++'], 'a native library with canonical bindings', () => {
  test.each([rust, cpp])('in $title is called by a host', async (backend) => {
    const folder = buildFolder('native-canonical');
    const asked = { wit: fixtureFolder('worked-example'), world: 'exporter', abi: 'canonical' } as const;
    const { files, diagnostics } = await generate({ ...asked, backend }, nodeHost);
    expect(diagnostics).toEqual([]);
    await writeFiles(files, join(folder, 'bindings'), nodeHost);
    cpSync(sources, folder, { recursive: true });
    libraries[backend.id === 'rust' ? 'rust' : 'cpp'](folder);
    const library = [`-L${folder}`, '-lcomponent', `-Wl,-rpath,${folder}`];
    const host = join(folder, 'host');
    mustRun('g++', [...strict, join(folder, 'host.cpp'), ...library, '-o', host]);
    expect(mustRun(host, [])).toBe('');
  });
});
