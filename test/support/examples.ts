/** The examples of the catalogues, as files. */
import type { WitFiles } from './wit.js';

/** The files of an example below a folder `wit`: one, or those that follow their `// file: path` lines. */
export function exampleFiles(text: string): WitFiles {
  const [before = '', ...rest] = text.split(/^\/\/ file: (.+)\n/m);
  if (rest.length === 0) return { 'wit/shop.wit': text };
  if (before !== '') throw new Error('text stands before the first `// file:` line');
  const files = rest.flatMap((piece, index) =>
    index % 2 === 0 ? [[`wit/${piece}`, rest[index + 1] ?? '']] : [],
  );
  return Object.fromEntries(files) as WitFiles;
}
