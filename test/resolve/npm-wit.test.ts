/** WIT as it is published: the interfaces of WASI 0.2, from a package of the registry. */
import { join } from 'node:path';
import { nodeHost } from '../../src/base/node-host.js';
import { packageNameText } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { selectWorld } from '../../src/resolve/select-world.js';
import { repository } from '../support/golden.js';

const wit = join(repository, 'node_modules/@spinframework/wasi-http-proxy/wit');

test('WASI 0.2 as published in @spinframework/wasi-http-proxy resolves', async () => {
  const { resolved, diagnostics } = await resolve({ roots: [wit], features: new Set() }, nodeHost);
  // The interfaces as published have a few functions that are older than the types they take.
  const found = diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
  expect([...new Set(found)]).toMatchInlineSnapshot(`
   [
     "warning gate-mismatch \`from-list\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`get\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`has\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`set\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`delete\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`append\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
     "warning gate-mismatch \`entries\` refers to \`field-name\`, which is \`@since(version = 0.2.1)\`, but is \`@since(version = 0.2.0)\`",
   ]
  `);
  if (!resolved) return;
  expect(
    resolved.packages.map(({ name, interfaces, worlds }) => {
      const [types, functions] = [
        interfaces.flatMap((item) => item.types),
        interfaces.flatMap((item) => item.functions),
      ];

      const counts = [interfaces, types, functions, worlds].map(({ length }) => String(length));
      return `${packageNameText(name)}: ${counts.join(' ')}`;
    }),
  ).toMatchInlineSnapshot(`
   [
     "wasi:io@0.2.3: 3 7 19 1",
     "wasi:clocks@0.2.3: 2 4 6 1",
     "wasi:random@0.2.3: 3 0 5 1",
     "wasi:filesystem@0.2.3: 2 19 30 1",
     "wasi:sockets@0.2.3: 7 43 52 1",
     "wasi:cli@0.2.3: 11 8 11 2",
     "wasi:http@0.2.3: 3 35 53 2",
     "spinframework:http-trigger@0.2.3: 0 0 0 2",
   ]
  `);
  const { world } = selectWorld(resolved, 'http-trigger');
  expect(world?.imports).toHaveLength(5);
  expect(selectWorld(resolved, 'wasi:cli/command').world?.imports).toHaveLength(27);
});
