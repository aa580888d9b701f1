import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../support/golden.js';

test('who reads no further is told nothing', () => {
  const program = join(repository, 'dist/program/main.js');
  const { stderr } = spawnSync('sh', ['-c', '"$0" "$1" --help | head -n 0', process.execPath, program]);
  expect(String(stderr)).toBe('');
});
