/** WIT with what the reference implementation says of it: `test/compat/cases/*.txt`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../src/base/host.js';
import { compatErrorOf } from '../../src/driver/compat-error.js';
import { repository } from './golden.js';

/** A case; its files are a folder `wit`, or the one file `a.wit`. */
export interface SaidCase {
  readonly title: string;
  readonly features: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly says: string;
}

/**
 * The cases of a file. Each begins with `=== title [features]`; after `--- says` stands the text of the reference,
 * or nothing where it accepts the WIT. `<U+0007>` is a character that would not be seen.
 */
export function saidCases(name: string): readonly SaidCase[] {
  const text = readFileSync(join(repository, 'test/compat/cases', `${name}.txt`), 'utf8');
  return text.split(/^=== /m).slice(1).map(saidCase);
}

function saidCase(block: string): SaidCase {
  const [, title = '', features, wit = '', says = ''] =
    /^(.*?)(?: \[(.*)\])?\n(.*)\n--- says\n(.*)$/s.exec(block) ?? [];
  return {
    title,
    features: features === undefined ? [] : [features],
    files: filesOf(visible(wit)),
    says: visible(says).replace(/\n+$/, ''),
  };
}

function filesOf(wit: string): Readonly<Record<string, string>> {
  const [whole = '', ...rest] = wit.split(/^\/\/ file: (.+)\n/m);
  if (rest.length === 0) return { 'a.wit': whole };
  const pairs = rest.flatMap((path, index) =>
    index % 2 === 0 ? [[`wit/${path}`, `${(rest[index + 1] ?? '').trimEnd()}\n`] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function visible(text: string): string {
  return text.replace(/<U\+([0-9A-F]+)>/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** What we say of a case in the words of the reference. */
export async function compatText({ files, features }: SaidCase): Promise<string> {
  const wit = Object.keys(files).includes('a.wit') ? 'a.wit' : 'wit';
  return (await compatErrorOf({ wit, features }, memoryHost(files))) ?? '';
}
