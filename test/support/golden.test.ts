import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './golden.js';

test('a golden that exists is compared', () => {
  const path = join(import.meta.dirname, 'golden.test.ts');
  expect(readFileSync(path, 'utf8')).toMatchGolden(path);
});

test('a missing golden is written, except in --ci', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'golden-')), 'new.txt');
  // As jest decides: by its flag or by the environment of a continuous-integration run.
  const isCi = process.argv.includes('--ci') || (process.env.CI ?? 'false') !== 'false';
  const attempt = () => {
    expect('new\n').toMatchGolden(path);
  };
  if (isCi) expect(attempt).toThrow('does not exist');
  else {
    attempt();
    expect(readFileSync(path, 'utf8')).toBe('new\n');
  }
});
