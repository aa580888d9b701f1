/** Runs modules on one memory in Node: `node compose.mjs FOLDER`, where `asked.json` says which (pairings.mjs). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { WASI } from 'node:wasi';
import { runPairings } from './pairings.mjs';

function wasiOf(memory) {
  const wasi = new WASI({ version: 'preview1', returnOnExit: false });
  wasi.initialize({ exports: { memory } });
  return wasi.getImportObject();
}

const folder = process.argv[2];
const base = pathToFileURL(join(folder, '/'));
const compiled = (file) => new WebAssembly.Module(readFileSync(file));
const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8'));
process.stdout.write(`${JSON.stringify(await runPairings(asked, { base, compiled, wasiOf }))}\n`);
