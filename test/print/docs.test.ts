/** The examples of docs/inspect.md are what is printed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../src/base/host.js';
import { inspect, type InspectFormat, inspectFormats } from '../../src/driver/inspect.js';
import { repository } from '../support/golden.js';

const page = readFileSync(join(repository, 'docs/inspect.md'), 'utf8');

/** The first example after a line. */
function exampleAfter(line: string): string {
  const text = page.slice(page.indexOf(`\n${line}\n`));
  return /^```\w*\n([^]*?)^```$/m.exec(text)?.[1] ?? '';
}

test.each<InspectFormat>(['json', 'layout', 'plan', 'symbols'])('the example of %s', async (format) => {
  const wit = exampleAfter('The examples below show this package:');
  const { text } = await inspect({ wit: 'a.wit', format }, memoryHost({ 'a.wit': wit }));
  expect(text?.trimEnd()).toBe(exampleAfter(`## \`${format}\``).trimEnd());
});

test('the example of a plan beside another', async () => {
  const wit = exampleAfter('The examples below show this package:');
  const request = { wit: 'a.wit', format: 'plan', diff: 'canonical' } as const;
  const { text } = await inspect(request, memoryHost({ 'a.wit': wit }));
  expect(text?.trimEnd()).toBe(exampleAfter('### Against another ABI').trimEnd());
});

test('every format is described', () => {
  expect(inspectFormats.filter((format) => !page.includes(`\n## \`${format}\`\n`))).toEqual([]);
});
