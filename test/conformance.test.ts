/** The corpus beside the repository, case by case, with a summary for each set: `npm run conformance`. */
import { type Comparison, type TierName, tiers } from './support/conformance.js';
import { type CorpusCase, corpusCases, hasCorpus } from './support/corpus.js';
import { knownGaps } from './support/known-gaps.js';
import { Tally } from './support/tally.js';

const cases = corpusCases();
const tierNames = Object.keys(tiers) as readonly TierName[];
const tally = new Tally(tierNames);

/** What is the same says nothing; of what differs, the lines around the first difference. */
function difference({ actual, expected }: Comparison): string {
  if (actual === expected) return '';
  const [ours, theirs] = [actual.split('\n'), expected.split('\n')];
  const line = theirs.findIndex((text, index) => text !== ours[index]);
  const first = line < 0 ? theirs.length : line;
  const around = (lines: readonly string[]) => lines.slice(Math.max(0, first - 3), first + 5).join('\n');
  return `line ${String(first + 1)}:\n${around(ours)}\n--- the reference:\n${around(theirs)}`;
}

function testCase(entry: CorpusCase, tier: TierName): void {
  const gap = knownGaps.find((each) => each.tier === tier && each.id === entry.id);
  test(`${entry.id}: ${tier}${gap ? ' is a known gap' : ''}`, async () => {
    const found = difference(await tiers[tier].compare(entry));
    tally.count(entry.set, tier, found === '');
    if (gap) expect(found === '' ? `works now: delete it from known-gaps.ts` : 'gap').toBe('gap');
    else expect(found).toBe('');
  });
}

// Without the corpus these show as skipped, so that nobody takes their absence for success.
const suite = hasCorpus ? describe : describe.skip;

suite('conformance', () => {
  test('the corpus is there in full', () => {
    expect(cases).toHaveLength(305);
  });

  test('every known gap is a case', () => {
    const ids = new Set(cases.map(({ id }) => id));
    expect(knownGaps.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  for (const entry of cases) {
    for (const tier of tierNames) if (tiers[tier].appliesTo(entry)) testCase(entry, tier);
  }

  afterAll(() => {
    process.stdout.write(tally.text());
  });
});
