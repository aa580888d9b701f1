import type { Diagnostic } from '../../src/base/diagnostics.js';
import { nodeHost } from '../../src/base/node-host.js';
import { lineStarts, positionAt } from '../../src/base/source.js';
import { resolve } from '../../src/resolve/resolve.js';
import { type CorpusCase, corpusCases, corpusInput, corpusText, hasCorpus } from '../support/corpus.js';
import { modelOutline, type Reference, referenceOutline } from '../support/reference-outline.js';

/** Not run at all, with the reason. */
const excluded: ReadonlyMap<string, string> = new Map([
  ['wasm-deps', 'packages encoded as WebAssembly cannot be read yet: io-wasm-dependency'],
]);

/** Errors that we report otherwise than the reference; may only shrink. */
const knownGaps: ReadonlyMap<string, string> = new Map([
  [
    'fail/use-and-include-world',
    'a top-level use of a world: we report the use; the reference lets it pass and says that the included world is an interface, which it is not',
  ],
]);

const cases = corpusCases();
const runnable = cases.filter(({ needs }) => needs === undefined || !excluded.has(needs));
const valid = runnable.filter((entry) => entry.expect === 'valid');
const wrong = runnable.filter((entry) => entry.expect === 'error');

function resolveCase(entry: CorpusCase) {
  const features = entry.allFeatures ? 'all' : new Set(entry.features);
  return resolve({ roots: [corpusInput(entry)], features }, nodeHost);
}

/** Has the diagnostic the code and the place (in bytes) that the reference has? */
function isExpected({ code, span }: Diagnostic, entry: CorpusCase): boolean {
  if (code !== entry.code) return false;
  if (!entry.at) return true;
  if (!span?.file.path.endsWith(entry.at.file)) return false;
  const { line } = positionAt(span.file, span.start);
  const lineStart = lineStarts(span.file)[line - 1] ?? 0;
  const column = Buffer.byteLength(span.file.text.slice(lineStart, span.start)) + 1;
  return line === entry.at.line && column === entry.at.col;
}

// Without the corpus these show as skipped, so that nobody takes their absence for success.
const suite = hasCorpus ? describe : describe.skip;

suite('the corpus', () => {
  test('is there in full', () => {
    expect(cases).toHaveLength(305);
    expect(runnable).toHaveLength(304);
  });

  for (const entry of valid) {
    test(`${entry.id} resolves in the order of the reference`, async () => {
      const { resolved, diagnostics } = await resolveCase(entry);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      // The shape of the reference's JSON is described in its documentation; only these members are read.
      const reference = JSON.parse(corpusText(entry.json ?? '')) as Reference;
      expect(resolved && modelOutline(resolved)).toEqual(referenceOutline(reference));
    });
  }

  for (const entry of wrong) {
    test(`${entry.id} is reported as ${entry.code ?? ''}`, async () => {
      const { diagnostics } = await resolveCase(entry);
      expect(diagnostics.length).toBeGreaterThan(0);
      const found = diagnostics.some((diagnostic) => isExpected(diagnostic, entry));
      const shown = diagnostics.map(({ code, message }) => `${code}: ${message}`);
      if (knownGaps.has(entry.id)) {
        expect(found ? `${entry.id} works now: delete it from knownGaps` : 'gap').toBe('gap');
      } else expect(found ? 'found' : shown).toBe('found');
    });
  }

  test('every known gap is a case', () => {
    const ids = new Set(wrong.map(({ id }) => id));
    expect([...knownGaps.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
