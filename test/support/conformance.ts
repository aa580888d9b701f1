/**
 * What is compared with the reference implementation, case by case: a table. Each tier makes a text of ours and
 * one of the reference's, which must be the same.
 */
import type { Diagnostic } from '../../src/base/diagnostics.js';
import { lineStarts, positionAt } from '../../src/base/source.js';
import { compatError, type CompatRequest } from '../../src/compat/compat-error.js';
import { printJson } from '../../src/print/json/json.js';
import { printLayout } from '../../src/print/layout.js';
import { printWit } from '../../src/print/wit-text.js';
import type { Resolved } from '../../src/resolve/model.js';
import { type Resolution, resolve } from '../../src/resolve/resolve.js';
import { type CorpusCase, corpusHost, corpusText } from './corpus.js';

/** Two texts that should be the same. */
export interface Comparison {
  readonly actual: string;
  readonly expected: string;
}

/** One way to compare the cases for which the reference says something. */
export interface Tier {
  readonly appliesTo: (entry: CorpusCase) => boolean;
  readonly compare: (entry: CorpusCase) => Promise<Comparison>;
}

/** All tiers by the name of their column. */
export const tiers = {
  json: printed('json', printJson),
  wit: printed('print', printWit),
  layout: layoutTier(),
  code: { appliesTo: (entry) => entry.code !== undefined, compare: codeComparison },
  text: { appliesTo: () => true, compare: textComparison },
} satisfies Readonly<Record<string, Tier>>;

export type TierName = keyof typeof tiers;

/** What a valid case prints. The reference ends some texts with a line break and some without. */
function printed(member: 'json' | 'print' | 'abi', print: (resolved: Resolved) => string): Tier {
  return {
    appliesTo: (entry) => entry[member] !== undefined,
    async compare(entry) {
      const { resolved, diagnostics } = await resolution(entry);
      const actual = resolved ? print(resolved) : shown(diagnostics);
      return { actual: actual.trimEnd(), expected: corpusText(entry[member] ?? '').trimEnd() };
    },
  };
}

const resolutions = new WeakMap<CorpusCase, Promise<Resolution>>();

/** The reference prints its greatest number for what has no size: aliases of resources. We print nothing. */
function layoutTier(): Tier {
  const tier = printed('abi', printLayout);
  const withoutSentinels = (text: string): string =>
    text.replace(/^.* size32=18446744073709551615 .*\n?/gm, '');
  return {
    ...tier,
    async compare(entry) {
      const { actual, expected } = await tier.compare(entry);
      return { actual, expected: withoutSentinels(expected).trimEnd() };
    },
  };
}

/** Each case is resolved once; the lints are off, as in the reference. */
function resolution(entry: CorpusCase): Promise<Resolution> {
  const known = resolutions.get(entry) ?? resolveCase(entry);
  resolutions.set(entry, known);
  return known;
}

function resolveCase(entry: CorpusCase): Promise<Resolution> {
  return resolve({ ...requestOf(entry), lints: 'compat' }, corpusHost(entry));
}

function requestOf(entry: CorpusCase): CompatRequest {
  return { roots: [entry.path], features: entry.allFeatures ? 'all' : new Set(entry.features) };
}

/** The first error word for word; nothing for what is valid. */
async function textComparison(entry: CorpusCase): Promise<Comparison> {
  const actual = compatError(requestOf(entry), await resolution(entry)) ?? '';
  const expected = entry.err === undefined ? '' : corpusText(entry.err);
  return { actual: normalized(actual), expected: normalized(expected) };
}

function normalized(text: string): string {
  return text.trim().replaceAll('\r\n', '\n').replaceAll('\\', '/');
}

/** An error of the expected code at the expected place is among those reported. */
async function codeComparison(entry: CorpusCase): Promise<Comparison> {
  const { diagnostics } = await resolution(entry);
  const { code = '', at } = entry;
  const place = at ? ` ${at.file}:${String(at.line)}:${String(at.col)}` : '';
  const found = diagnostics.map((each) => (at ? codeAtPlace(each) : each.code));
  const expected = code + place;
  return { actual: found.includes(expected) ? expected : found.join('\n'), expected };
}

/** Columns count bytes from 1, as the reference does. */
function codeAtPlace({ code, span }: Diagnostic): string {
  if (!span) return code;
  const { file, start } = span;
  const { line } = positionAt(file, start);
  const before = file.text.slice(lineStarts(file)[line - 1] ?? 0, start);
  return `${code} ${file.path}:${String(line)}:${String(Buffer.byteLength(before) + 1)}`;
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');
}
