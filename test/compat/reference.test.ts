/** Our words beside those of the living reference implementation, for WIT that nobody wrote. */
import fc from 'fast-check';
import { memoryHost } from '../../src/base/host.js';
import { compatErrorOf } from '../../src/driver/compat-error.js';
import { Reference } from '../support/reference.js';
import { saidCases } from '../support/said.js';

const reference = new Reference();
afterAll(() => reference.close());

const sources = ['syntax', 'within', 'across', 'gates', 'whole']
  .flatMap(saidCases)
  .flatMap(({ files }) => files['a.wit'] ?? []);

/** What may stand where something else stood. */
const strays = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '.',
    '@',
    '/',
    '=',
    '->',
    '-',
    '*',
    '%',
    '"',
    '1',
    '1.2.3',
  ],
  ...[
    'func',
    'interface',
    'world',
    'use',
    'as',
    'with',
    'include',
    'import',
    'export',
    'type',
    'record',
    'resource',
  ],
  ...[
    'static',
    'async',
    'constructor',
    'package',
    'u8',
    'string',
    'list',
    'result',
    'borrow',
    '_',
    'nothing',
    'i',
    't',
  ],
  ...[
    '@since(version = 1.0.0)',
    '@unstable(feature = off)',
    '@deprecated(version = 1.0.0)',
    '\u0007',
    'fooBar',
  ],
];

const words = (text: string): readonly string[] => text.match(/\/\/[^\n]*|"[^"\n]*"|[%\w-]+|\s+|[^]/gu) ?? [];

interface Change {
  readonly kind: 'drop' | 'double' | 'swap' | 'stray' | 'rename';
  readonly at: number;
  readonly other: number;
  readonly stray: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'stray', 'rename'),
  at: fc.nat(),
  other: fc.nat(),
  stray: fc.constantFrom(...strays),
});

function changed(text: string, { kind, at, other, stray }: Change): string {
  const all = [...words(text)];
  const names = all.flatMap((word, index) => (/^[a-z]/.test(word) ? [index] : []));
  const first = kind === 'rename' ? (names[at % names.length] ?? 0) : at % all.length;
  const second = kind === 'rename' ? (names[other % names.length] ?? 0) : other % all.length;
  const [a = '', b = ''] = [all[first], all[second]];
  if (kind === 'drop') all[first] = '';
  else if (kind === 'double') all[first] = a + a;
  else if (kind === 'stray') all[first] = `${a} ${stray} `;
  else all[first] = b;
  if (kind === 'swap') all[second] = a;
  return all.join('');
}

const wrongWit = fc
  .tuple(fc.constantFrom(...sources), fc.array(change, { maxLength: 3 }))
  .map(([text, changes]) => changes.reduce(changed, text));

/** The sentence without the place. */
function withoutPlace(text: string | undefined): string | undefined {
  return text?.replace(/(?:\n {5}-->|:\n {2}\* )[^]*$/, '');
}

test('the reference says the same', async () => {
  await fc.assert(
    fc.asyncProperty(wrongWit, async (wit) => {
      const verdict = await reference.verdict(wit);
      // Where it crashes there is nothing to say.
      fc.pre(verdict !== 'trap');
      const ours = await compatErrorOf({ wit: 'a.wit' }, memoryHost({ 'a.wit': wit }));
      expect(withoutPlace(ours)).toBe(verdict?.message);
    }),
    { numRuns: Number(process.env.COMPAT_RUNS ?? 400) },
  );
});
