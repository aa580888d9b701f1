/** Prints the guest types that jco makes of a world: `node jco-types-worker.js WORLD`, with the WIT on standard input. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
// jco's own entry reads paths only; the component behind it takes texts, too.
import {
  $init,
  generateTypes,
} from '../../node_modules/@bytecodealliance/jco-transpile/vendor/js-component-bindgen-component.js';

await $init;
const files = generateTypes('types', {
  wit: { tag: 'source', val: readFileSync(0, 'utf8') },
  world: process.argv[2],
  tlaCompat: false,
  features: { tag: 'all' },
  guest: true,
});
const decoder = new TextDecoder();
process.stdout.write(files.map(([, bytes]) => decoder.decode(bytes)).join('\n'));
