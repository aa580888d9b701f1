/**
 * JSON and layouts of WIT made for them. The expected texts were written by the reference implementation
 * (wit-parser 0.257.1, with the feature `on`) and are data: they are never rewritten from our own output.
 */
import { existsSync, readFileSync } from 'node:fs';
import { nodeHost } from '../../src/base/node-host.js';
import { inspect, type InspectFormat } from '../../src/driver/inspect.js';
import { fixtureFolder } from '../support/fixtures.js';

const folder = fixtureFolder('inspect');

/** `gates`: what is left out. `handles`: handles and equal structures. `includes`: copies. `packages`: several of them. */
const names = ['gates', 'handles', 'includes', 'names', 'packages'];

async function printed(name: string, format: InspectFormat): Promise<string> {
  const file = `${folder}/${name}.wit`;
  const wit = existsSync(file) ? file : `${folder}/${name}`;
  const { text, diagnostics } = await inspect({ wit, features: ['on'], lints: 'compat', format }, nodeHost);
  expect(diagnostics).toEqual([]);
  return text ?? '';
}

const expected = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

test.each(names)('%s as JSON', async (name) => {
  expect(`${await printed(name, 'json')}\n`).toBe(expected(`${name}.json`));
});

test.each(names)('the layout of %s', async (name) => {
  expect(await printed(name, 'layout')).toBe(expected(`${name}.layout`));
});
