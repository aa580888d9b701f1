/** What makes a name kebab-case. Spec: Explainer.md, `label`. */
import { keywords } from '../../grammar/tokens.js';
import type { Fix, Report } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import { errors } from './errors.js';

/** Makes the fix that writes a name otherwise wherever it stands; undefined if that would change its meaning. */
export type Rename = (text: string) => Fix | undefined;

/** A name as it should be: every name of a file is tried, and most of them are right. */
const rightName = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*$/;

/** Reports what is wrong with a name; `text` is without a `%`. */
export function checkName(text: string, span: Span, report: Report, rename: Rename): void {
  if (rightName.test(text)) return;
  const words = text.split('-');
  const isEmpty = words.includes('');
  const problem = isEmpty ? '' : (characterProblem(text) ?? words.map(wordProblem).find(Boolean));
  if (problem === undefined) return;
  const better = kebabCase(text);
  const extras = better === undefined ? {} : { hint: `write \`${better}\``, fix: rename(better) };
  if (isEmpty) report(errors.nameEmptyWord, span, { name: text || '%', place: emptyPlace(text) }, extras);
  else report(errors.nameCharacter, span, { name: text, problem }, extras);
}

function emptyPlace(text: string): string {
  if (text === '') return 'after `%`';
  return text.startsWith('-') || text.endsWith('-') ? 'next to the `-`' : 'between the `-`';
}

function characterProblem(text: string): string | undefined {
  const character = /[^a-zA-Z0-9-]/u.exec(text)?.[0];
  if (character !== undefined) return `\`${character}\` cannot stand in a name`;
  return /^[0-9]/.test(text) ? 'a name starts with a letter' : undefined;
}

function wordProblem(word: string): string | undefined {
  const isOneCase = /^(?:[a-z0-9]+|[A-Z0-9]+)$/.test(word);
  return isOneCase ? undefined : `\`${word}\` mixes upper and lower case`;
}

/** `fooBar`, `foo_bar` and `FooBar` as `foo-bar`; undefined if that is no name either. */
export function kebabCase(text: string): string | undefined {
  const kebab = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kebab)) return undefined;
  return writtenName(kebab);
}

/** `float32` and `float64` were keywords once: readers of that time need the `%`. */
const reserved: ReadonlySet<string> = new Set([...keywords, 'float32', 'float64']);

/** A name as it is written: with a `%` where it would be read as a keyword. */
export function writtenName(name: string): string {
  return reserved.has(name) ? `%${name}` : name;
}
