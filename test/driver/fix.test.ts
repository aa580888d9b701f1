/** Fixes are certain: what they are offered for is gone afterwards, and nothing that was right is lost. */
import * as fc from 'fast-check';
import type { Fix } from '../../src/base/diagnostics.js';
import { type Host, memoryHost } from '../../src/base/host.js';
import type { Span } from '../../src/base/source.js';
import { check, type CheckRequest } from '../../src/driver/check.js';
import { applyEdits, compatibleFixes, fix } from '../../src/driver/fix.js';
import { corpusCases, corpusHost, hasCorpus } from '../support/corpus.js';
import { diagnostic, marked } from '../support/diagnostics.js';
import { errorFixtures } from '../support/errors.js';

/** A fix that puts a text where the marks are. */
function replacing(text: string, newText: string): Fix {
  return { title: newText, edits: [{ span: marked('a.wit', text), newText }] };
}

test.each([
  ['apart', ['‹a› b c', 'a b ‹c›'], 2],
  ['overlapping', ['‹a b› c', 'a ‹b c›'], 1],
  ['one within the other', ['‹a b c›', 'a ‹b› c'], 1],
  ['at one place', ['a‹› b c', 'a‹› b c'], 1],
  ['next to each other', ['‹a› b c', 'a‹ ›b c'], 1],
])('of two fixes %s %#', (_, texts, count) => {
  const fixes = texts.map((text, index) => replacing(text, String(index)));
  const chosen = compatibleFixes(fixes.map((fix) => diagnostic({ fix })));
  expect(chosen).toEqual(fixes.slice(0, count));
});

test('a fix of several edits is carried out whole or not at all', () => {
  const whole: Fix = {
    title: 'swap',
    edits: [
      { span: marked('a.wit', '‹a› b c'), newText: 'c' },
      { span: marked('a.wit', 'a b ‹c›'), newText: 'a' },
    ],
  };
  const first = replacing('a b ‹c›', 'd');
  expect(compatibleFixes([first, whole].map((fix) => diagnostic({ fix })))).toEqual([first]);
  expect(compatibleFixes([whole, first].map((fix) => diagnostic({ fix })))).toEqual([whole]);
  expect(applyEdits('a b c', whole.edits)).toBe('c b a');
});

test('edits are positions of the text as it was, in any order', () => {
  const piece = fc.record({
    keep: fc.string(),
    old: fc.string({ minLength: 1 }),
    newText: fc.string(),
    order: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.map(({ keep, old }) => keep + old).join('');
      let at = 0;
      const edits = pieces.map(({ keep, old, newText, order }) => {
        const start = at + keep.length;
        at = start + old.length;
        return { span: { file: { path: 'a.wit', text }, start, end: at }, newText, order };
      });
      const shuffled = edits.sort((a, b) => a.order - b.order);
      expect(applyEdits(text, shuffled)).toBe(pieces.map(({ keep, newText }) => keep + newText).join(''));
    }),
  );
});

test('fixes go on until nothing is left that is certain', async () => {
  const wit = 'package a:b;\r\n\r\ninterface i {\r\n  f: func(type: u8)\r\n  g: func(list: u8)\r\n}\r\n';
  const host = memoryHost({ 'a.wit': wit });
  const { changes, diagnostics, files } = await fix({ wit: 'a.wit' }, host);
  const mended =
    'package a:b;\r\n\r\ninterface i {\r\n  f: func(%type: u8);\r\n  g: func(%list: u8);\r\n}\r\n';
  expect(changes.map(({ path, text }) => ({ path, text }))).toEqual([{ path: 'a.wit', text: mended }]);
  expect(changes.map(({ fixes }) => fixes)).toEqual([4]);
  expect(diagnostics).toEqual([]);
  expect(files).toEqual([{ path: 'a.wit', text: mended }]);
  expect(host.files.get('a.wit')).toBe(wit);
});

test('without fixes nothing changes', async () => {
  const host = memoryHost({ 'a.wit': 'package a:b;\ninterface i { f: func(x: zzzzzzzz); }\n' });
  const { changes, diagnostics } = await fix({ wit: 'a.wit' }, host);
  expect(changes).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['name-not-found']);
});

/** Wrong WIT, and the host that has its files. */
interface Wrong {
  readonly name: string;
  readonly request: CheckRequest;
  readonly host: Host;
}

const fixtures: readonly Wrong[] = errorFixtures().map(({ name, root, host }) => ({
  name,
  request: { wit: root },
  host,
}));

const corpus: readonly Wrong[] = corpusCases()
  .filter((each) => each.expect === 'error')
  .map((each) => ({
    name: each.id,
    request: { wit: each.path, features: each.allFeatures ? 'all' : each.features },
    host: corpusHost(each),
  }));

/** A host with other texts for some files. */
function changed(host: Host, texts: ReadonlyMap<string, string>): Host {
  return { ...host, readFile: (path) => Promise.resolve(texts.get(path) ?? host.readFile(path)) };
}

/** Where an offset is after edits that stand before it. */
function shifted({ file, start }: Span, edits: Fix['edits']): number {
  const before = edits.filter(({ span }) => span.file === file && span.end <= start);
  return before.reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), start);
}

async function removesWhatItIsOfferedFor({ request, host }: Wrong): Promise<void> {
  const { diagnostics } = await check(request, host);
  for (const { code, message, span, fix } of diagnostics) {
    if (!fix || !span) continue;
    const files = new Set(fix.edits.map(({ span }) => span.file));
    const texts = [...files].map((file) => {
      const edits = fix.edits.filter(({ span }) => span.file === file);
      return [file.path, applyEdits(file.text, edits)] as const;
    });
    const after = await check(request, changed(host, new Map(texts)));
    const start = shifted(span, fix.edits);
    const same = after.diagnostics.filter((each) => each.code === code && each.message === message);
    expect(
      same.filter((each) => each.span?.file.path === span.file.path && each.span.start === start),
    ).toEqual([]);
  }
}

async function comesToAnEnd({ request, host }: Wrong): Promise<void> {
  const { changes, diagnostics, files } = await fix(request, host);
  expect(compatibleFixes(diagnostics)).toEqual([]);
  for (const { path, text } of changes) {
    expect(files.find((file) => file.path === path)?.text).toBe(text);
    expect(text).not.toBe(await host.readFile(path));
  }
}

test.each(fixtures)('each fix of $name removes what it is offered for', removesWhatItIsOfferedFor);
test.each(fixtures)('fixing $name comes to an end', comesToAnEnd);

const withCorpus = hasCorpus ? describe : describe.skip;

withCorpus('the corpus (skipped where it is not there)', () => {
  test('fixes remove what they are offered for, and come to an end', async () => {
    expect(corpus.length).toBeGreaterThan(0);
    for (const wrong of corpus) {
      await removesWhatItIsOfferedFor(wrong);
      await comesToAnEnd(wrong);
    }
  });
});
