/**
 * Objects that a program has forgotten, in Node with its collector at hand: they end some time later, by whichever way the component
 * is reached, and none ends twice or while it is needed. The component counts.
 */
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { compiledFor, transports, transportTools, writeTransport } from './support/transports.js';

const sources = join(repository, 'test/ts-finalizers');
const root = buildFolder('ts-finalizers');

describeWith(transportTools, 'objects', () => {
  describe.each(transports)('%s', (transport) => {
    let given: readonly string[] = [];
    let without = '';

    beforeAll(async () => {
      const folder = join(root, transport);
      const other = join(root, `${transport}-without`);
      const glue = await writeTransport(sources, transport, folder);
      given = [glue, transport, await compiledFor[transport](sources, folder)];
      without = await writeTransport(sources, transport, other, { finalizers: 'no' });
    });

    const doing = (what: string, [glue = '', ...rest] = given): string =>
      mustRun('node', ['--expose-gc', join(sources, 'program.mjs'), glue, ...rest, what]);

    test.each([
      'forgotten',
      'very many',
      'kept',
      'disposed of',
      'frozen',
      'given away',
      'taken back',
      'in a call',
      'a class of the program',
      'an engine without registries',
    ])('%s', (what) => {
      expect(doing(what)).toBe('done\n');
    });

    test('without finalizers', () => {
      expect(doing('no finalizers', [without, ...given.slice(1)])).toBe('done\n');
    });

    if (transport !== 'canonical' && transport !== 'wasm') return;

    // A native component that traps ends the process.
    test.each(['a trap', 'an instance that has trapped'])('%s', (what) => {
      expect(doing(what)).toBe('done\n');
    });
  });
});
