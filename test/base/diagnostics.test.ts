import { DiagnosticBag, entry, hasErrors, inReadingOrder, m } from '../../src/base/diagnostics.js';

const unknown = entry({
  code: 'type-not-found',
  severity: 'error',
  message: m`no type named \`${'name'}\` in ${'scope'}`,
  explain: '',
  example: { told: '' },
  remedy: '',
});

const file = (path: string) => ({ path, text: 'some text' });

test('a report fills the holes of its sentence', () => {
  const bag = new DiagnosticBag();
  bag.report(unknown, undefined, { name: 'foo', scope: 'interface `bar`' }, { hint: 'did you mean `fo`?' });
  expect(bag.diagnostics).toEqual([
    {
      code: 'type-not-found',
      severity: 'error',
      message: 'no type named `foo` in interface `bar`',
      values: { name: 'foo', scope: 'interface `bar`' },
      span: undefined,
      related: [],
      hint: 'did you mean `fo`?',
    },
  ]);
  expect(hasErrors(bag.diagnostics)).toBe(true);
});

test('reading order is by file and position', () => {
  const bag = new DiagnosticBag();
  for (const [path, start] of [
    ['b.wit', 1],
    ['a.wit', 5],
    ['a.wit', 2],
  ] as const) {
    bag.report(unknown, { file: file(path), start, end: start + 1 }, { name: path, scope: String(start) });
  }
  const order = inReadingOrder(bag.diagnostics).map(({ message }) => message);
  expect(order).toEqual([
    'no type named `a.wit` in 2',
    'no type named `a.wit` in 5',
    'no type named `b.wit` in 1',
  ]);
});
