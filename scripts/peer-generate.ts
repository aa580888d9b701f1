/**
 * What `generate!` of the crate that stands in for wit-bindgen's runs: bindings from WIT given in several places, with
 * wit-bindgen's arguments after `--`. Prints the file that it wrote.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { backendOf, requestOf } from '../test/support/peer/arguments.js';

const { values, positionals } = parseArgs({
  options: {
    wit: { type: 'string', multiple: true, default: [] },
    world: { type: 'string' },
    'out-dir': { type: 'string', default: '.' },
  },
  allowPositionals: true,
});
const request = requestOf('rust', positionals);
if (typeof request === 'string') throw new Error(request);
const { wit, world, 'out-dir': folder } = values;
const asked = {
  wit,
  world,
  abi: process.env.PEER_ABI === 'canonical' ? 'canonical' : 'symmetric',
  lints: 'compat',
  backend: backendOf('rust'),
  ...request,
} as const;
const { files, diagnostics } = await generate(asked, nodeHost);
const errors = diagnostics.filter(({ severity }) => severity === 'error');
if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
await writeFiles(files, folder, nodeHost);
const bindings = files.find(({ path }) => path.endsWith('.rs'));
console.log(join(folder, bindings?.path ?? ''));
