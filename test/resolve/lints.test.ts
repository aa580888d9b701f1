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

test('lints are for the text of the user, not for that of others', async () => {
  const bad = 'interface i { record nothing {} f: func(a: u8, A: u8, c: error-context); }';
  const host = memoryHost({
    'wit/a.wit': `package a:b; ${bad}`,
    'wit/deps/c.wit': `package c:d; ${bad}`,
    'earlier/e.wit': `package e:f; ${bad}`,
  });
  const request = { roots: ['earlier', 'wit'], features: new Set<string>() };
  const found = async (more: Partial<ResolveRequest>): Promise<readonly string[]> => {
    const { diagnostics } = await resolve({ ...request, ...more }, host);
    return diagnostics.map(({ code, span }) => `${code} ${span?.file.path ?? ''}`);
  };
  const codes = ['empty-type', 'similar-name', 'gated-error-context'];
  const own = ['earlier/e.wit', 'wit/a.wit'].flatMap((path) => codes.map((code) => `${code} ${path}`));
  expect(new Set(await found({}))).toEqual(new Set(own));
  const kept = await found({ lintsOfDependencies: ['similar-name'] });
  expect(new Set(kept)).toEqual(new Set([...own, 'similar-name wit/deps/c.wit']));
});
