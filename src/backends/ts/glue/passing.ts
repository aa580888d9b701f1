/**
 * Locals that would be declared only to be used in the next line. `const item = loadPoint(slot); list[index] = item;` is
 * `list[index] = loadPoint(slot);`.
 *
 * An expression stands for the local if nothing can tell the difference: the plan uses the local once, its declaration is the
 * line before, and what the line that uses it evaluates before is but names and constants.
 */
import type { Block, Inline, Line } from '../../../emit/code.js';
import type { Local, Operand } from '../../../abi/plan.js';

/** `const name = value;` of a local that the plan uses once. */
export class Binding implements Line {
  readonly line: Inline;

  constructor(
    readonly local: Local,
    name: string,
    readonly value: Inline,
  ) {
    this.line = [`const ${name} = `, value, ';'];
  }
}

/** An operand that a line makes use of, and how it is spelled. */
export interface Passed {
  readonly operand: Operand | Local;
  readonly text: Inline;
}

/** A line that evaluates its operands in their order, each once, and before them nothing but names. */
export class Passing implements Line {
  readonly line: Inline;

  constructor(
    readonly before: Inline,
    readonly passed: readonly Passed[],
    readonly after: Inline,
  ) {
    const values = passed.map(({ text }, index): Inline => (index === 0 ? text : [', ', text]));
    this.line = [before, values, after];
  }

  /** The same with an expression for a local; undefined if something stands before it that it may have an effect on. */
  with({ local, value }: Binding): Passing | undefined {
    const at = this.passed.findIndex(({ operand }) => operand === local);
    if (at === -1 || !this.passed.slice(0, at).every(({ text }) => isName(text))) return undefined;
    return new Passing(this.before, this.passed.with(at, { operand: local, text: value }), this.after);
  }
}

const isName = (text: Inline): boolean => typeof text === 'string' && /^[\w$]+$/.test(text);

/** Lines of one block, with expressions for what is declared just before it is used. */
export function joined(...blocks: readonly Block[]): Block {
  const lines: Block[] = [];
  for (const each of flat(blocks)) {
    let last = each;
    while (last instanceof Passing) {
      const before = lines.at(-1);
      const whole = before instanceof Binding ? last.with(before) : undefined;
      if (!whole) break;
      lines.pop();
      last = whole;
    }
    lines.push(last);
  }
  return lines;
}

function* flat(block: Block): Iterable<Block> {
  if (!isList(block)) yield block;
  else for (const each of block) yield* flat(each);
}

/** Array.isArray does not narrow readonly arrays. */
const isList = (block: Block): block is readonly Block[] => Array.isArray(block);
