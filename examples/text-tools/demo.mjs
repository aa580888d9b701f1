// Generates bindings, builds the editor, the plug-in and the application in C++ and in Rust, and runs every combination:
// as shared objects in one process, and as components; and an application in TypeScript with either plug-in. Needs Node, g++ and
// rustc, and for components compilers for wasm32. `--all` prints every transcript in full.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildComponents, canBuildComponents, runComponents } from './components.mjs';
import { buildNative, runNative } from './native.mjs';
import { buildForComponents, buildForLibraries, runWithComponents, runWithLibraries } from './node.mjs';
import { combinations, fail, has, here, languages, witGen } from './tools.mjs';

const expected = readFileSync(join(here, 'transcript.txt'), 'utf8');
const lines = expected.trimEnd().split('\n').length;
let isFirst = true;

requireTools();
console.log('One WIT package, three parts in two languages each, two ABIs.\n');
console.log(
  '--- Under the symmetric ABI: shared objects in one process, without a host and without glue ---\n',
);
buildNative();
const native = await compare(runNative(), combinations.length);
console.log(`\nAll ${native} combinations ran in one process each.\n`);
console.log('--- The same plug-ins in Node: an application and an editor in TypeScript ---\n');
buildForLibraries();
await compare(runWithLibraries(), languages.length);
console.log('\n--- The same sources under the canonical ABI: components, in Node ---\n');
if (canBuildComponents()) {
  await buildComponents();
  const components = await compare(runComponents(), combinations.length);
  console.log(`\nAll ${components} combinations of components printed the same.\n`);
  console.log('--- The core modules of the same plug-ins, and the application in TypeScript ---\n');
  buildForComponents();
  await compare(runWithComponents(), languages.length);
  console.log('\nBoth printed the same in Node, under either ABI.');
} else {
  console.log('Not built here. For compilers for wasm32: bash scripts/install-toolchains.sh');
}

/** Says everything that is missing at once, and how to get it. */
function requireTools() {
  const tools = {
    'g++': 'install g++ 12 or newer (Debian: apt-get install g++)',
    rustc: 'install Rust 1.82 or newer (https://rustup.rs)',
  };
  const missing = Object.entries(tools).filter(([tool]) => !has(tool));
  if (process.platform !== 'linux') missing.push(['Linux', 'the demo links ELF shared objects']);
  if (!existsSync(witGen)) missing.push(['dist/', 'run `npm ci`, which builds wit-gen']);
  if (missing.length === 0) return;
  console.error('The demo cannot run here. Missing:');
  for (const [what, remedy] of missing) console.error(`  ${what}: ${remedy}`);
  process.exit(1);
}

/** Holds every transcript against the one that is kept, shows the very first, and answers how many there were. */
async function compare(runs, expectedCount) {
  let count = 0;
  for await (const { title, transcript } of runs) {
    console.log(`\n=== ${title} ===`);
    if (transcript !== expected) fail(`This is not what transcript.txt says:\n${transcript}`);
    const isShown = isFirst || process.argv.includes('--all');
    isFirst = false;
    console.log(isShown ? `\n${transcript.trimEnd()}` : `the same ${lines} lines, byte for byte`);
    count += 1;
  }
  if (count !== expectedCount) fail(`Only ${count} of ${expectedCount} ran.`);
  return count;
}
