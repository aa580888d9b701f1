/**
 * Instantiates components that jco has made JavaScript of, with the WASI of Node and one folder of this machine, and prints
 * what `readText` of each answers for some paths. Arguments: where they are, the folder, and the names of the components.
 */
import console from 'node:console';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { _setPreopens } from '@bytecodealliance/preview2-shim/filesystem';
import { WASIShim } from '@bytecodealliance/preview2-shim/instantiation';

const [, , folder = '', files = '', ...names] = process.argv;
_setPreopens({ '/files': files });
// What the adapter asks for.
const wasi = new WASIShim().getImportObject({ asVersion: '0.2.3' });

for (const name of names) {
  const { instantiate } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  const told = [];
  const reading = { default: (path) => void told.push(path) };
  const moduleOf = (file) => new WebAssembly.Module(readFileSync(join(folder, file)));
  const { readText } = instantiate(moduleOf, { ...wasi, reading });
  for (const path of ['/files/note.txt', '/files/none.txt', '/elsewhere/note.txt']) {
    try {
      console.log(name, path, JSON.stringify(readText(path)));
    } catch (error) {
      // An error of the component is the text that it gives; what else is thrown is one of the test.
      if (typeof error !== 'string') throw error;
      console.log(name, path, 'cannot be read');
    }
  }
  console.log(name, told.join(' '));
}
