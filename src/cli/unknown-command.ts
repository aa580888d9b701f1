/** A first word that was meant as a command. */
import { stat } from 'node:fs/promises';
import { nearest } from '../base/did-you-mean.js';

/** What other tools call what wit-gen does by itself. */
const generating = ['generate', 'gen', 'bindgen'];

/**
 * What is wrong with a first argument that is neither a command nor a path: it is nearly a command, or there are more
 * arguments behind it. Undefined if nothing is, or if it may be the path of what is not there.
 */
export async function unknownCommand(
  [word = '', next = '-']: readonly string[],
  commands: readonly string[],
): Promise<string | undefined> {
  if (!/^[a-z][\w-]*$/i.test(word) || commands.includes(word)) return undefined;
  const meant = generating.includes(word) ? word : nearest(word, [...commands, ...generating]);
  const isAlone = next.startsWith('-');
  if ((meant === undefined && isAlone) || (await isThere(word))) return undefined;
  const list = `the commands are ${commands.join(', ')}; without one, wit-gen writes bindings`;
  return `there is no command \`${word}\`${remedyFor(meant)}\n${list}`;
}

function remedyFor(meant: string | undefined): string {
  if (meant === undefined) return '';
  if (generating.includes(meant)) return ': leave it out, as in `wit-gen wit --abi symmetric --lang ts`';
  return `, did you mean \`${meant}\`?`;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
