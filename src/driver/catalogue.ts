/** Every kind of diagnostic that there is, by the layer that reports it. */
import { abiErrors } from '../abi/errors.js';
import type { Entry } from '../base/diagnostics.js';
import { backendErrors } from '../backends/errors.js';
import { errors as resolveErrors } from '../resolve/errors.js';
import { errors as syntaxErrors } from '../syntax/errors.js';
import { driverErrors } from './errors.js';

/** An entry without its sentence, whose holes only its reporters can fill. */
export type AnyEntry = Omit<Entry, 'message'>;

/** The entries of one layer. */
export interface Chapter {
  readonly title: string;
  readonly entries: readonly AnyEntry[];
}

/** In the order in which a run meets them; within a chapter in the order of the codes. */
export const chapters: readonly Chapter[] = [
  chapter('The text of a file', syntaxErrors),
  chapter('The meaning of WIT', resolveErrors),
  chapter('What an ABI can express', abiErrors),
  chapter('What was asked for', { ...driverErrors, ...backendErrors }),
];

/** All entries. */
export const catalogue: readonly AnyEntry[] = chapters.flatMap(({ entries }) => entries);

function chapter(title: string, entries: Readonly<Record<string, AnyEntry>>): Chapter {
  return { title, entries: Object.values(entries).sort((a, b) => (a.code < b.code ? -1 : 1)) };
}
