/** Formatted packages mean what they meant: for the reference's JSON with its docs, and for our diagnostics. */
import type { Host } from '../../src/base/host.js';
import { format } from '../../src/format/format.js';
import { printJson } from '../../src/print/json/json.js';
import { resolve } from '../../src/resolve/resolve.js';
import { type CorpusCase, corpusCases, corpusHost, corpusText, hasCorpus } from '../support/corpus.js';

/** The files of a host, formatted where they can be. */
function formattedHost(host: Host): Host {
  return {
    ...host,
    async readFile(path) {
      const text = await host.readFile(path);
      if (text === undefined || !path.endsWith('.wit')) return text;
      const formatted = format({ path, text });
      return 'text' in formatted ? formatted.text : text;
    },
  };
}

function resolveCase({ path, features, allFeatures }: CorpusCase, host: Host) {
  return resolve({ roots: [path], features: allFeatures ? 'all' : new Set(features) }, host);
}

const cases = corpusCases();
const valid = cases.flatMap((entry) =>
  entry.json === undefined || entry.path.endsWith('.wat') ? [] : [{ ...entry, json: entry.json }],
);

(hasCorpus ? describe : describe.skip)('the corpus, formatted', () => {
  test.each(valid)('$id has the JSON that the reference makes of it unformatted', async (entry) => {
    const { resolved, diagnostics } = await resolveCase(entry, formattedHost(corpusHost(entry)));
    if (!resolved) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    expect(printJson(resolved).trim()).toBe(corpusText(entry.json).trim());
  });

  test.each(cases.filter(({ expect: expected }) => expected === 'error'))(
    '$id has the same mistakes',
    async (entry) => {
      const host = corpusHost(entry);
      const [before, after] = [await resolveCase(entry, host), await resolveCase(entry, formattedHost(host))];
      const codes = before.diagnostics.map(({ code }) => code);
      expect(codes).not.toEqual([]);
      expect(after.diagnostics.map(({ code }) => code)).toEqual(codes);
    },
  );
});
