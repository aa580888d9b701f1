/** docs/diagnostics.md: the catalogues for readers. Written by `npm run docs`. */
import type { LintLevel } from '../base/lints.js';
import { type AnyEntry, catalogue, type Chapter, chapters } from './catalogue.js';
import { exampleFrames, standing } from './explain.js';
import { exampleMarkdown, fenced, meaning } from './prose.js';

const head = `# Diagnostics

<!-- Generated from the catalogues in src by \`npm run docs\`. -->

Every problem that wit-gen reports has a code. \`wit-gen explain CODE\` prints what stands here. The severity of a *lint* is
[the user's choice](checking.md#lints); everything else is wrong by the rules of WIT itself.`;

/** The whole page. */
export async function diagnosticsPage(): Promise<string> {
  const parts = await Promise.all(chapters.map(chapterText));
  return `${[head, contents(), lintTable(), ...parts].join('\n\n')}\n`;
}

/** Links to all codes, a paragraph a chapter. */
function contents(): string {
  return chapters
    .map(({ title, entries }) => {
      const links = entries.map(({ code }) => `[${code}](#${code})`);
      return `**${title}:** ${links.join(', ')}`;
    })
    .join('\n\n');
}

/** The lints in a table, each with the level that it has by itself. */
function lintTable(): string {
  const rows = catalogue
    .filter(({ lint }) => lint !== undefined)
    .map((entry) => `| [${entry.code}](#${entry.code}) | ${levelOf(entry)} | ${meaning(entry)} |`);
  return ['## Lints', ['| lint | level | rule |', '|---|---|---|', ...rows].join('\n')].join('\n\n');
}

function levelOf({ severity }: AnyEntry): LintLevel {
  return severity === 'error' ? 'deny' : 'warn';
}

async function chapterText({ title, entries }: Chapter): Promise<string> {
  const parts = await Promise.all(entries.map(entryText));
  return [`## ${title}`, ...parts].join('\n\n');
}

async function entryText(entry: AnyEntry): Promise<string> {
  const frames = await exampleFrames(entry);
  return [
    `### ${entry.code}`,
    `${entry.lint !== undefined ? 'Lint' : 'Severity'}: ${standing(entry)}.`,
    entry.explain,
    exampleMarkdown(entry.example),
    ...(frames === undefined ? [] : [fenced('text', frames)]),
    `**Remedy.** ${entry.remedy}`,
  ].join('\n\n');
}
