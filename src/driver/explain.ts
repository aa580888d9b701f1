/** The catalogues as `wit-gen explain` prints them. */
import { codeFrame } from '../base/code-frame.js';
import { exampleFiles } from '../base/examples.js';
import { memoryHost } from '../base/host.js';
import { type AnyEntry, catalogue, chapters } from './catalogue.js';
import { check } from './check.js';
import { exampleText, meaning } from './prose.js';

/** What a code means, an example with what wit-gen says of it, and the remedy; undefined if there is no such code. */
export async function explain(code: string): Promise<string | undefined> {
  const entry = catalogue.find((each) => each.code === code);
  if (!entry) return undefined;
  const frames = await exampleFrames(entry);
  const parts = [
    `${code}: ${standing(entry)}`,
    wrapped(entry.explain),
    wrapped(`Remedy: ${entry.remedy}`),
    `Example:\n\n${indented(exampleText(entry.example))}`,
    ...(frames === undefined ? [] : [`wit-gen says:\n\n${indented(frames)}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** All codes, each with its meaning in a line. */
export function listCodes(): string {
  const width = Math.max(...catalogue.map(({ code }) => code.length));
  return chapters
    .map(({ title, entries }) => {
      const rows = entries.map(
        (entry) =>
          `  ${entry.code.padEnd(width)}  ${entry.lint !== undefined ? '(lint) ' : ''}${meaning(entry)}\n`,
      );
      return `${title}\n${rows.join('')}`;
    })
    .join('\n');
}

/** How severe it is, and whether that is the user's choice. */
export function standing({ code, severity, lint }: AnyEntry): string {
  if (lint === undefined) return severity;
  return `${severity}, unless \`--lint ${code}=allow|warn|deny\` says otherwise`;
}

/** What wit-gen says of an example that is WIT alone. */
export async function exampleFrames({ example }: AnyEntry): Promise<string | undefined> {
  if (!('wit' in example) || example.command !== undefined) return undefined;
  const { diagnostics } = await check({ wit: 'wit' }, memoryHost(exampleFiles(example.wit)));
  return diagnostics
    .map((diagnostic) => codeFrame(diagnostic))
    .join('\n')
    .trimEnd();
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

/** Text in lines of at most 80 columns. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > 80) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
