/** Writes what is generated from the grammar: `node dist/grammar/generate.js`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cstTypes } from './generate-cst.js';
import { ebnf } from './generate-ebnf.js';
import { textMate } from './generate-textmate.js';
import { WitParser } from './parser.js';

/** Each generated file of this folder, by name. */
export function generatedGrammarFiles(): Readonly<Record<string, string>> {
  const parser = new WitParser({ isChecked: true });
  return { 'cst.ts': cstTypes(parser), 'wit.ebnf': ebnf(parser), 'wit.tmLanguage.json': textMate(parser) };
}

/** Where the generated files stand: `grammar/` of the repository, also when run from `dist/grammar/`. */
function grammarFolder(): URL {
  const here = new URL('./', import.meta.url);
  return here.pathname.endsWith('/dist/grammar/') ? new URL('../../grammar/', here) : here;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(generatedGrammarFiles())) {
    writeFileSync(new URL(name, grammarFolder()), content);
  }
}
