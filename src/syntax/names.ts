/** What makes a name kebab-case. Spec: Explainer.md, `label`. */
import type { Report } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import { errors } from './errors.js';

/** Reports what is wrong with a name; `text` is without a `%`. */
export function checkName(text: string, span: Span, report: Report): void {
  const words = text.split('-');
  if (words.includes('')) {
    report(errors.nameEmptyWord, span, { name: text || '%', place: emptyPlace(text) });
    return;
  }
  const problem = characterProblem(text) ?? words.map(wordProblem).find(Boolean);
  if (problem === undefined) return;
  const better = kebabCase(text);
  const hint = better === undefined ? undefined : `write \`${better}\``;
  report(errors.nameCharacter, span, { name: text, problem }, { hint });
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
    .replace(/_+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kebab) ? kebab : undefined;
}
