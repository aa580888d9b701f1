// What the compiler leaves to do.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';

// The templates stand beside the compiled code, where `new URL('../../../templates/…', import.meta.url)` finds them
// as it does from `src`.
await rm('dist/templates', { recursive: true, force: true });
await cp('templates', 'dist/templates', { recursive: true });

// See grammar/chevrotain.ts.
const chevrotain = new URL('../chevrotain.min.mjs', import.meta.resolve('chevrotain'));
const notice = '/* chevrotain, in its own single-file form; Apache-2.0, see the package `chevrotain`. */\n';
await writeFile('dist/grammar/chevrotain.js', notice + (await readFile(chevrotain, 'utf8')));
