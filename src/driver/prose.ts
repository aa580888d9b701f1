/** What the catalogues say, as text and as Markdown. */
import { displayText } from '../base/display-text.js';
import type { Example } from '../base/examples.js';
import type { AnyEntry } from './catalogue.js';

/** The first sentence of what a code means. */
export function meaning({ explain }: AnyEntry): string {
  return explain.split(/(?<=\.) (?=[A-Z`])/, 1).join('');
}

/** An example as plain text. */
export function exampleText(example: Example): string {
  if ('told' in example) return example.told;
  return [
    ...('wit' in example ? [visible(example.wit)] : []),
    ...(example.command === undefined ? [] : [`$ ${example.command}`]),
  ].join('\n\n');
}

/** An example as Markdown. */
export function exampleMarkdown(example: Example): string {
  if ('told' in example) return example.told;
  const blocks = [
    ...('wit' in example ? [fenced('wit', visible(example.wit))] : []),
    ...(example.command === undefined ? [] : [fenced('sh', example.command)]),
  ];
  return blocks.join('\n\n');
}

/** A block of code in Markdown. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Without characters that would do something instead of being shown. */
function visible(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => displayText(line).text)
    .join('\n');
}
