/** Expressions instead of locals: whatever is written, the same happens in the same order. */
import fc from 'fast-check';
import type { CoreLocal } from '../../../src/abi/plan.js';
import { Binding, joined, Passing, type Passed } from '../../../src/backends/ts/glue/passing.js';
import { line, type Block } from '../../../src/emit/code.js';
import { renderBlock } from '../../../src/emit/render.js';

const local = (hint: string): CoreLocal => ({ kind: 'core', hint, type: 'i32' });

const textOf = (block: Block): readonly string[] => renderBlock(block, '  ').text;

/** What lines do, and what they answer. */
function effectsOf(lines: readonly string[]): readonly unknown[] {
  const seen: unknown[] = [];
  const effect = (value: unknown): unknown => {
    seen.push(value);
    return value;
  };
  // The lines are of this test's own making.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  seen.push(new Function('effect', 'list', lines.join('\n'))(effect, (...all: unknown[]) => all));
  return seen;
}

const locals = ['a', 'b', 'c', 'd'].map(local);
const bindings = locals.map((each) => new Binding(each, each.hint, `effect('${each.hint}')`));

const passed: fc.Arbitrary<readonly Passed[]> = fc
  .shuffledSubarray([...locals.keys()])
  .chain((order) =>
    fc.tuple(
      ...order.map((index) =>
        fc.constantFrom<Passed>(
          { operand: locals[index] ?? local(''), text: locals[index]?.hint ?? '' },
          { operand: local('other'), text: `effect(${String(index)})` },
          { operand: { kind: 'constant', type: 'i32', value: 1 }, text: '1' },
        ),
      ),
    ),
  );

test('what is evaluated, and when, stays the same', () => {
  fc.assert(
    fc.property(passed, fc.boolean(), (operands, isInterrupted) => {
      const between = isInterrupted ? line(`effect('between');`) : [];
      const lines = [bindings, between, new Passing('return list(', operands, ');')];
      expect(effectsOf(textOf(joined(lines)))).toEqual(effectsOf(textOf(lines)));
    }),
  );
});

test('locals in their order become what they were declared as', () => {
  const operands = locals.map((each) => ({ operand: each, text: each.hint }));
  expect(textOf(joined(bindings, new Passing('return list(', operands, ');')))).toEqual([
    `return list(effect('a'), effect('b'), effect('c'), effect('d'));`,
  ]);
});

test('locals in another order stay, but for the first', () => {
  const operands = [...locals].reverse().map((each) => ({ operand: each, text: each.hint }));
  expect(textOf(joined(bindings, new Passing('return list(', operands, ');')))).toEqual([
    `const a = effect('a');`,
    `const b = effect('b');`,
    `const c = effect('c');`,
    `return list(effect('d'), c, b, a);`,
  ]);
});
