/** SARIF logs: what the specification demands, by section of "SARIF 2.1.0 plus errata 01". */
import * as fc from 'fast-check';
import type { Diagnostic } from '../../../src/base/diagnostics.js';
import { sarifReport } from '../../../src/driver/report/sarif.js';
import { diagnostic, marked } from '../../support/diagnostics.js';
import { expectSarif, type SarifRun } from '../../support/sarif.js';

function runOf(diagnostics: readonly Diagnostic[]): SarifRun {
  const log: unknown = JSON.parse(
    sarifReport({ diagnostics, files: [], folder: '/shop/my app', version: '1.2.3' }),
  );
  return expectSarif(log);
}

const span = marked('/shop/my app/wit/a.wit', '/* 😀 */ ‹x›\n');

test('a run says who made it, and that it succeeded', () => {
  const run = runOf([]);
  expect(run.tool.driver).toEqual({ name: 'wit-gen', version: '1.2.3', semanticVersion: '1.2.3', rules: [] });
  expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  expect(run.results).toEqual([]);
});

test('a problem is a result with its rule, level and place', () => {
  const [result] = runOf([diagnostic({ span, hint: 'did you mean `b`?' })]).results;
  expect(result).toEqual({
    ruleId: 'type-not-found',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'no type named `a`\n\ndid you mean `b`?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'wit/a.wit', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 10, endLine: 1, endColumn: 11 },
        },
      },
    ],
  });
});

test('columns are UTF-16 units, and paths are relative to a folder with a URI', () => {
  const run = runOf([diagnostic({ span })]);
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///shop/my%20app/' } });
});

test('rules are those of the results, each once, with help', () => {
  const codes = ['type-not-found', 'empty-type', 'type-not-found'];
  const run = runOf(codes.map((code) => diagnostic({ code, span })));
  expect(run.tool.driver.rules?.map(({ id }) => id).sort()).toEqual(['empty-type', 'type-not-found']);
  const rule = run.tool.driver.rules?.find(({ id }) => id === 'empty-type');
  expect(rule?.defaultConfiguration).toEqual({ level: 'warning' });
  expect(rule?.help?.text).toContain('Add a member');
  expect(rule?.help?.markdown).toContain('```wit\n');
});

test('the level is the one in force, not that of the rule', () => {
  const run = runOf([diagnostic({ code: 'empty-type', severity: 'error', span })]);
  expect(run.results[0]?.level).toBe('error');
});

test('braces are doubled, because single ones hold placeholders (3.11.5)', () => {
  const related = [{ span, message: 'opened by `{`' }];
  const fix = { title: 'add `}`', edits: [{ span, newText: '{}' }] };
  const [result] = runOf([diagnostic({ span, message: 'expected `{`, found `}`', related, fix })]).results;
  expect(result?.message.text).toBe('expected `{{`, found `}}`');
  expect(result?.relatedLocations?.[0]?.message?.text).toBe('opened by `{{`');
  expect(result?.fixes?.[0]?.description?.text).toBe('add `}}`');
  expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe('{}');
});

test('a fix of several files has one change for each (3.55.3)', () => {
  const other = marked('/shop/my app/b.wit', '‹›');
  const edits = [span, other, span].map((span, index) => ({ span, newText: String(index) }));
  const [result] = runOf([diagnostic({ span, fix: { title: 'mend', edits } })]).results;
  const changes = result?.fixes?.[0]?.artifactChanges.map((change) => [
    change.artifactLocation.uri,
    change.replacements.map(({ insertedContent }) => insertedContent?.text),
  ]);
  expect(changes).toEqual([
    ['wit/a.wit', ['0', '2']],
    ['b.wit', ['1']],
  ]);
});

test('what has no place is a notification, because GitHub refuses results without one', () => {
  const run = runOf([diagnostic({ code: 'io-not-found', message: 'nothing there' }), diagnostic({ span })]);
  expect(run.results).toHaveLength(1);
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolConfigurationNotifications: [
        { descriptor: { id: 'io-not-found', index: 0 }, level: 'error', message: { text: 'nothing there' } },
      ],
    },
  ]);
  expect(run.tool.driver.notifications?.map(({ id }) => id)).toEqual(['io-not-found']);
});

test.each([
  ['/shop/my app/a b#?.wit', { uri: 'a%20b%23%3F.wit', uriBaseId: '%SRCROOT%' }],
  ['/shop/my app/é:😀.wit', { uri: '%C3%A9%3A%F0%9F%98%80.wit', uriBaseId: '%SRCROOT%' }],
  ['/shop/my app/\ud83d.wit', { uri: '%EF%BF%BD.wit', uriBaseId: '%SRCROOT%' }],
  ['/shop/a b.wit', { uri: 'file:///shop/a%20b.wit' }],
  ['../a.wit', { uri: 'file:///shop/a.wit' }],
])('the place of %s is a URI', (path, artifactLocation) => {
  const [result] = runOf([diagnostic({ span: marked(path, '‹x›') })]).results;
  expect(result?.locations?.[0]?.physicalLocation.artifactLocation).toEqual(artifactLocation);
});

test('without a folder paths stay as they are', () => {
  const text = sarifReport({ diagnostics: [diagnostic({ span: marked('wit/a.wit', '‹x›') })], files: [] });
  const run = expectSarif(JSON.parse(text));
  expect(run.originalUriBaseIds).toBeUndefined();
  expect(run.results[0]?.locations?.[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'wit/a.wit' });
});

test('any diagnostics make a log that is right', () => {
  const text = fc.string({ unit: 'grapheme' });
  const spans = fc.record({ path: text, before: text, between: text }).map(({ path, before, between }) => ({
    file: { path: `/shop/my app/${path.replaceAll('\0', '')}`, text: before + between },
    start: before.length,
    end: before.length + between.length,
  }));
  const diagnostics = fc.array(
    fc.record({
      code: fc.constantFrom('type-not-found', 'empty-type', 'io-not-found'),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      message: fc.string({ minLength: 1 }),
      span: fc.option(spans, { nil: undefined }),
      related: fc.array(fc.record({ span: spans, message: fc.string({ minLength: 1 }) }), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(fc.property(diagnostics, (all) => void runOf(all.map((parts) => diagnostic(parts)))));
});
