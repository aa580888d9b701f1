/** Members, methods and static functions with names that every object or class of JavaScript has, by each transport. */
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { everyEmission, mistakesInWorlds } from './support/emissions.js';
import { repository } from './support/golden.js';
import { describeWith, run } from './support/toolchains.js';
import { compiledFor, transports, transportTools, writeTransport } from './support/transports.js';

const sources = join(repository, 'test/names-of-objects');
const root = buildFolder('names-of-objects');

test.each(everyEmission)('%s compile: %s, %j', async (...emission) => {
  expect(await mistakesInWorlds(join(sources, 'plugin.wit'), emission)).toEqual([]);
});

describeWith(transportTools, 'names that every object has', () => {
  test.each(transports)('are those of WIT where WIT has them: %s', async (transport) => {
    const folder = join(root, transport);
    const glue = await writeTransport(sources, transport, folder);
    const file = await compiledFor[transport](sources, folder);
    const answer = run('node', [join(sources, 'program.mjs'), glue, transport, file]);
    expect(answer).toEqual({ code: 0, output: '' });
  });
});
