/**
 * Prints what jco makes of a world: `node jco-types-worker.js WORLD [--code] [SWITCH…]`, with the WIT on standard input.
 * The types of a guest, or the code of a host for a component that has nothing but the world's types.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
// jco's own entry reads paths only; the component behind it takes texts, too.
import {
  $init,
  generate,
  generateTypes,
} from '../../node_modules/@bytecodealliance/jco-transpile/vendor/js-component-bindgen-component.js';

const [world, ...rest] = process.argv.slice(2);
const switches = {
  flagsAsBigint: rest.includes('--flags-as-bigint'),
  useNamespaceObjects: rest.includes('--use-namespace-objects'),
  enumValuesScreamingSnakeCase: rest.includes('--enum-values-screaming-snake-case'),
};
const witSource = readFileSync(0, 'utf8');

await $init;
const files = rest.includes('--code') ? await code() : types();
const decoder = new TextDecoder();
process.stdout.write(files.map(([, bytes]) => decoder.decode(bytes)).join('\n'));

function types() {
  return generateTypes('types', {
    wit: { tag: 'source', val: witSource },
    world,
    tlaCompat: false,
    features: { tag: 'all' },
    guest: true,
    ...switches,
  });
}

async function code() {
  const component = await componentNew(await componentEmbed({ witSource, world, dummy: true }));
  const made = generate(component, { name: 'code', noTypescript: true, ...switches });
  return made.files.filter(([name]) => name.endsWith('.js'));
}
