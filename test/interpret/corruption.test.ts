/** Whatever a memory holds is lifted to some value, or traps: nothing else ever happens. */
import fc from 'fast-check';
import { plainStyles } from '../../src/abi/api-style.js';
import type { Heap } from '../../src/interpret/heap.js';
import { Trap } from '../../src/interpret/trap.js';
import { typesOf, valuesOf } from '../support/abi-types.js';
import { far, near, type Setting, Trio } from '../support/interpreted.js';

/** One byte changed: when, in which block, where in it, and how. */
interface Damage {
  readonly when: 'before' | 'after';
  readonly block: number;
  readonly byte: number;
  readonly change: number;
}

function isDamaged(heap: Heap, { block, byte, change }: Damage): boolean {
  const blocks = heap.live.filter(({ kind, size }) => size > 0 && kind !== 'object');
  const at = blocks[block % Math.max(blocks.length, 1)];
  if (!at) return false;
  const place = at.address + BigInt(byte % at.size);
  const [before = 0] = heap.memory.read(place, 1);
  heap.memory.write(place, Uint8Array.of(before ^ change));
  return true;
}

/** Damages the caller's memory when it calls: what it gives, or what it gets. Answers how often. */
function damageCalls(trio: Trio, damage: Damage): () => number {
  let times = 0;
  const strike = (): void => {
    if (isDamaged(trio.caller.heap, damage)) times++;
  };
  trio.around((_, call) => {
    if (damage.when === 'before') strike();
    const answer = call();
    if (damage.when === 'after') strike();
    return answer;
  });
  return () => times;
}

const types = typesOf({ resources: [near, far], borrows: false, opaque: false });
const damages: fc.Arbitrary<Damage> = fc.record({
  when: fc.constantFrom('before', 'after'),
  block: fc.nat(20),
  byte: fc.nat(200),
  change: fc.integer({ min: 1, max: 255 }),
});

const calls = fc
  .record({
    parameters: fc.array(types, { minLength: 1, maxLength: 4 }),
    result: types,
    damage: damages,
    received: fc.constantFrom('std' as const, 'views' as const),
  })
  .chain(({ parameters, result, ...rest }) =>
    fc.record({
      subject: fc.constant({ parameters, result }),
      answer: valuesOf(result),
      values: fc.tuple(...parameters.map(valuesOf)),
      rest: fc.constant(rest),
    }),
  );

test.each<[Setting['abi'], Setting['pointerBytes']]>([
  ['symmetric', 4],
  ['symmetric', 8],
  ['canonical', 4],
  ['canonical', 8],
])('%s, pointers of %i bytes', (abi, pointerBytes) => {
  const seen = { damaged: 0, trapped: 0 };
  fc.assert(
    fc.property(calls, ({ subject, values, answer, rest: { damage, received } }) => {
      const trio = new Trio(subject, { abi, pointerBytes, style: plainStyles[received] });
      const sent = values.map((value) => trio.realise(value, trio.caller, () => undefined));
      trio.answer = () => trio.realise(answer, trio.callee, () => undefined);
      const times = damageCalls(trio, damage);
      try {
        trio.call(sent);
      } catch (error) {
        expect(error).toBeInstanceOf(Trap);
        seen.trapped++;
      }
      seen.damaged += times() > 0 ? 1 : 0;
    }),
    { numRuns: 400 },
  );
  expect(seen.damaged).toBeGreaterThan(100);
  expect(seen.trapped).toBeGreaterThan(10);
});
