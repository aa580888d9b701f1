/** docs/checking.md shows what `wit-gen check` prints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, witGenIn } from '../support/cli.js';
import { repository } from '../support/golden.js';

const page = readFileSync(join(repository, 'docs/checking.md'), 'utf8');

/** The first block of code after a heading, or after the start. */
function block(language: string, after = ''): string {
  const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page.slice(page.indexOf(after))) ?? [];
  if (text === undefined) throw new Error(`no block of ${language} after "${after}"`);
  return text;
}

test.each([
  ['text', 'text'],
  ['json', 'json'],
  ['github', 'text'],
])('the example of %s', async (format, language) => {
  const root = folder({ 'wit/shop.wit': block('wit') });
  const { out } = await witGenIn(root, 'check', '--format', format);
  expect(out).toBe(block(language, `### ${format}`));
});
