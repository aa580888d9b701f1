/**
 * Canonical bindings natively: a shared library is called by a host that is written by hand, under sanitizers. Both sides
 * agree by symbols, layouts with the pointers of the machine, and representations as wide as a pointer.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { rust } from '../src/backends/rust/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { fixtureFolder } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';

const sources = join(repository, 'test/native-canonical');

describeWith(['rustc', 'g++'], 'a native library with canonical bindings', () => {
  test('in Rust is called by a host', async () => {
    const folder = buildFolder('native-canonical');
    const asked = { wit: fixtureFolder('worked-example'), world: 'exporter', abi: 'canonical' } as const;
    const { files, diagnostics } = await generate({ ...asked, backend: rust }, nodeHost);
    expect(diagnostics).toEqual([]);
    await writeFiles(files, join(folder, 'bindings'), nodeHost);
    cpSync(join(sources, 'component.rs'), join(folder, 'component.rs'));
    const crate = [
      '--edition',
      '2021',
      '--crate-type',
      'cdylib',
      '--crate-name',
      'component',
      '-D',
      'warnings',
    ];
    mustRun('rustc', [...crate, '--out-dir', folder, join(folder, 'component.rs')]);
    const strict = ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-fsanitize=address,undefined'];
    const library = [`-L${folder}`, '-lcomponent', `-Wl,-rpath,${folder}`];
    const host = join(folder, 'host');
    mustRun('g++', [...strict, join(sources, 'host.cpp'), ...library, '-o', host]);
    expect(mustRun(host, [])).toBe('');
  });
});
