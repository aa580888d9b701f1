/** docs/diagnostics.md is what the catalogues say; `npm run docs` or `jest -u` writes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/driver/catalogue.js';
import { diagnosticsPage } from '../../src/driver/diagnostics-page.js';
import { repository } from '../support/golden.js';

const path = join(repository, 'docs/diagnostics.md');

test('docs/diagnostics.md is not stale', async () => {
  expect(await diagnosticsPage()).toMatchGolden(path);
});

test.each(catalogue)('$code has an anchor and links lead to it', ({ code }) => {
  const page = readFileSync(path, 'utf8');
  expect(page.split('\n').filter((line) => line === `### ${code}`)).toHaveLength(1);
  expect(page).toContain(`](#${code})`);
});
