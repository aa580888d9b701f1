/** A first word that was meant as a command. */
import type { Option } from 'commander';
import { stat } from 'node:fs/promises';
import { nearest } from '../base/did-you-mean.js';

/** What other tools call what wit-gen does by itself. */
const generating = ['generate', 'gen', 'bindgen'];

/**
 * What is wrong with a first word that is neither a command nor a path: it is nearly a command, or there are more words
 * behind it. Undefined if nothing is, or if it may be the path of what is not there.
 */
export async function unknownCommand(
  argv: readonly string[],
  commands: readonly string[],
  options: readonly Option[],
): Promise<string | undefined> {
  const [word = '', ...others] = wordsIn(argv, options);
  if (!/^[a-z][\w-]*$/i.test(word) || commands.includes(word)) return undefined;
  const meant = generating.includes(word) ? word : nearest(word, [...commands, ...generating]);
  if ((meant === undefined && others.length === 0) || (await isThere(word))) return undefined;
  const list = `the commands are ${commands.join(', ')}; without one, wit-gen writes bindings`;
  return `there is no command \`${word}\`${remedyFor(meant)}\n${list}`;
}

/** The arguments that are neither options nor their values, up to an option that is not there: what follows that may be its value. */
function wordsIn(argv: readonly string[], options: readonly Option[]): readonly string[] {
  const words: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    const option = options.find(({ short, long }) => argument === short || argument === long);
    if (!argument.startsWith('-')) words.push(argument);
    else if (option?.required) index++;
    else if (!option && !options.some((each) => isWithValue(argument, each))) break;
  }
  return words;
}

/** Whether an argument is an option together with its value: `--abi=symmetric`, `-asymmetric`. */
const isWithValue = (argument: string, { short, long, required }: Option): boolean =>
  required &&
  ((long !== undefined && argument.startsWith(`${long}=`)) ||
    (short !== undefined && argument.startsWith(short) && !argument.startsWith('--')));

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
