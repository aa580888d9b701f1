/** Fixes are certain: what they are offered for is gone afterwards, and nothing that was right is lost. */
import * as fc from 'fast-check';
import type { Fix } from '../../src/base/diagnostics.js';
import { memoryHost } from '../../src/base/host.js';
import { check } from '../../src/driver/check.js';
import { applyEdits, compatibleFixes, fix } from '../../src/driver/fix.js';
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

const fixtures = errorFixtures();

test.each(fixtures)('each fix of $name removes what it is offered for', async ({ root, host }) => {
  const request = { wit: root, features: [] };
  const { diagnostics } = await check(request, host);
  for (const { code, message, fix } of diagnostics) {
    if (!fix) continue;
    const texts = new Map(host.files);
    for (const { span } of fix.edits) {
      const { path, text } = span.file;
      texts.set(
        path,
        applyEdits(
          text,
          fix.edits.filter((edit) => edit.span.file.path === path),
        ),
      );
    }
    const after = await check(request, memoryHost(Object.fromEntries(texts)));
    const count = (all: typeof diagnostics) =>
      all.filter((each) => each.code === code && each.message === message).length;
    expect(count(after.diagnostics)).toBeLessThan(count(diagnostics));
  }
});

test.each(fixtures)('fixing $name comes to an end', async ({ root, host }) => {
  const { changes, diagnostics, files } = await fix({ wit: root }, host);
  expect(compatibleFixes(diagnostics)).toEqual([]);
  for (const { path, text } of changes) {
    expect(files.find((file) => file.path === path)?.text).toBe(text);
    expect(text).not.toBe(host.files.get(path));
  }
});
