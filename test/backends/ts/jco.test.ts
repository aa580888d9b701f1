/** Values have the shapes that jco gives them: functions that are used have the very signatures of jco's types. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../../src/base/node-host.js';
import { ts } from '../../../src/backends/ts/index.js';
import { generate } from '../../../src/driver/generate.js';
import { fixtureFolder } from '../../support/fixtures.js';
import { repository } from '../../support/golden.js';

const worker = join(repository, 'test/support/jco-types-worker.js');

/** Of each kind of type one; each is a single file with a world `importer`. */
const fixtures = [
  ...['enums-and-flags', 'lists', 'many-parameters', 'options-and-results', 'records', 'resources'],
  ...['scalars', 'strings', 'tuples', 'variants'],
];

/** The declarations of functions, each in one line however it is broken, sorted. */
const functionsIn = (text: string): readonly string[] =>
  (text.match(/^ *export function [^]*?;$/gm) ?? []).map(inOneLine).sort();

const inOneLine = (declaration: string): string =>
  declaration
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\() /, '')
    .replace(/,? (?=\))/, '');

test.each(fixtures)('%s', async (fixture) => {
  const folder = fixtureFolder(fixture);
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.wit'));
  const input = readFileSync(join(folder, file));
  const jco = execFileSync(process.execPath, [worker, 'importer'], { input, encoding: 'utf8' });
  const request = { wit: folder, world: 'importer', abi: 'canonical', lints: 'compat' } as const;
  const { files } = await generate({ ...request, backend: ts, options: { emit: 'guest-types' } }, nodeHost);
  const ours = functionsIn(files.map(({ content }) => content).join('\n'));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours).toEqual(functionsIn(jco));
});
