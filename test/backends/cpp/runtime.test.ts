/** The support headers by themselves: each compiles alone, and together they keep their promises. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, cppCompilers } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const headers = join(repository, 'templates/cpp/runtime');
const program = join(repository, 'test/backends/cpp/runtime.cpp');
const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror', `-I${headers}`];

for (const { title, command, flags } of cppCompilers) {
  describeWith([command], title, () => {
    test.each(readdirSync(headers))('%s compiles by itself', (header) => {
      const alone = ['-fno-exceptions', '-fno-rtti', '-fsyntax-only', '-x', 'c++'];
      const file = join(headers, header);
      // As the main file, a header may say `#pragma once`: included, it says so without a warning.
      mustRun(command, [...flags, ...strict, ...alone, '-include', file, '/dev/null']);
    });

    test('strings, lists, results, flags and handles behave', () => {
      const executable = join(buildFolder('runtime'), 'runtime');
      const sanitized = ['-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
      mustRun(command, [
        ...flags,
        ...strict,
        '-Wno-self-assign-overloaded',
        ...sanitized,
        program,
        '-o',
        executable,
      ]);
      mustRun(executable, []);
    });
  });
}
