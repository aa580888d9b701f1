/** Lints are ours alone: without them wit-gen accepts what the reference implementation accepts. */
import type { Features } from '../../src/resolve/gates.js';
import { resolve, type ResolveRequest } from '../../src/resolve/resolve.js';
import { errors as resolveErrors } from '../../src/resolve/errors.js';
import { errors as syntaxErrors } from '../../src/syntax/errors.js';
import { memoryHost } from '../../src/base/host.js';
import { corpusCases, corpusHost, hasCorpus } from '../support/corpus.js';
import { errorFixtures } from '../support/errors.js';

const valid = corpusCases().filter(({ expect, needs }) => expect === 'valid' && needs === undefined);
const suite = hasCorpus ? describe : describe.skip;

suite('what the reference accepts', () => {
  test.each(valid)('$id has no diagnostic without lints, and no error with them', async (entry) => {
    const features: Features = entry.allFeatures ? 'all' : new Set(entry.features);
    const request: ResolveRequest = { roots: [entry.path], features };
    const compat = await resolve({ ...request, lints: 'compat' }, corpusHost(entry));
    expect(compat.diagnostics).toEqual([]);
    expect(compat.resolved).toBeDefined();
    const { diagnostics, resolved } = await resolve(request, corpusHost(entry));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(resolved).toBeDefined();
  });
});

const entries = [...Object.values(syntaxErrors), ...Object.values(resolveErrors)];
const stricter = new Set(
  entries.flatMap((entry) => ('lint' in entry && entry.lint === 'stricter' ? [entry.code] : [])),
);
// What the reference cannot read is refused where it is imitated.
const lintFixtures = errorFixtures().filter(({ code }) => stricter.has(code));

test.each(lintFixtures)('$name is accepted without lints', async ({ root, host }) => {
  const { diagnostics, resolved } = await resolve(
    { roots: [root], features: new Set(), lints: 'compat' },
    host,
  );
  expect(diagnostics).toEqual([]);
  expect(resolved).toBeDefined();
});

test('a lint that is denied is an error, and one that is allowed is silent', async () => {
  const host = memoryHost({ 'a.wit': 'package a:b; interface i { type t = list<u8, 4>; }' });
  const request = { roots: ['a.wit'], features: new Set<string>() };
  const severities = async (level: 'allow' | 'warn' | 'deny') => {
    const { diagnostics } = await resolve({ ...request, lints: { 'gated-fixed-length-list': level } }, host);
    return diagnostics.map(({ severity }) => severity);
  };
  expect([await severities('allow'), await severities('warn'), await severities('deny')]).toEqual([
    [],
    ['warning'],
    ['error'],
  ]);
});
