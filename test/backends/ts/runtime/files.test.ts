/** The table of what files of the runtime import agrees with the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDependencies } from '../../../../src/backends/ts/glue/runtime.js';
import { repository } from '../../../support/golden.js';

const folder = join(repository, 'templates/ts/runtime');
// Emitted beside an addon alone, which names it itself.
const names = readdirSync(folder).filter((name) => /(?<!\.d)\.ts$/.test(name) && name !== 'napi-addon.ts');

test.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const file = name.replace(/\.ts$/, '');
  const imported = [...text.matchAll(/ from '\.\/(.+)\.js';/g)].map(([, other = '']) => other);
  expect(withDependencies([file])).toEqual(expect.arrayContaining([file, ...imported]));
});
