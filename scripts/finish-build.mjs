// What the compiler leaves to do.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

// The templates stand beside the compiled code, where `new URL('../../../templates/…', import.meta.url)` finds them
// as it does from `src`.
await rm('dist/templates', { recursive: true, force: true });
await cp('templates', 'dist/templates', { recursive: true });

// See grammar/chevrotain.ts.
const chevrotain = new URL('../chevrotain.min.mjs', import.meta.resolve('chevrotain'));
const notice = '/* chevrotain, in its own single-file form; Apache-2.0, see the package `chevrotain`. */\n';
await writeFile('dist/grammar/chevrotain.js', notice + (await readFile(chevrotain, 'utf8')));

// The program in a few files, one a command and what they share: 170 small modules take as long to load as a short
// command takes to run. Parts stand as deep as the modules that they are made of, because those find the templates
// beside them. The library stays as it is compiled.
await rm('dist/program', { recursive: true, force: true });
await build({
  entryPoints: ['dist/src/cli/main.js'],
  outdir: 'dist/program',
  entryNames: '[name]',
  chunkNames: 'parts/js/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  legalComments: 'inline',
});
