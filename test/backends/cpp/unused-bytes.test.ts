/** Small values have bytes that some of their cases do not use. g++ 12 takes them for uninitialized when they are copied as words. */
import { join } from 'node:path';
import { cpp } from '../../../src/backends/cpp/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, run } from '../../support/toolchains.js';

const wit = join(repository, 'test/backends/cpp/unused-bytes/unused-bytes.wit');

describeWith(['g++'], 'bytes that a case does not use', () => {
  const root = buildFolder('unused-bytes');

  beforeAll(async () => {
    const { files } = await generate({ wit, abi: 'symmetric', backend: cpp }, nodeHost);
    await writeFiles(files, root, nodeHost);
  });

  test.each(['-O0', '-O1', '-O2', '-O3', '-Os'])('are nothing that g++ warns of at %s', (level) => {
    const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror'];
    const args = ['-std=c++23', level, ...strict, '-c', join(root, 'w.cpp'), '-o', join(root, 'w.o')];
    expect(run('g++', args)).toEqual({ code: 0, output: '' });
  });
});
