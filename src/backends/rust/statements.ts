/** Statements, broken as rustfmt breaks them. */
import { join, line, type Block, type Inline, type Line } from '../../emit/code.js';
import { choice, followedBy, lineBreak, nested, oneLine, within } from '../../emit/layout.js';
import { below, isCompound } from './lists.js';
import { arrayWidth } from './rustfmt.js';

/** `let name = value;` of one name; a block may end in its value in its place. */
export class Binding implements Line {
  readonly line: Inline;

  constructor(
    readonly name: Inline,
    readonly value: Inline,
  ) {
    this.line = [assigned(['let ', name], value), ';'];
  }
}

/** `head = value`, whose value may stand on the next line; `sign` may be another. */
export function assigned(head: Inline, value: Inline, sign = ' ='): Inline {
  const first = isCompound(value) ? (value.preferred ?? value) : value;
  const among = [
    oneLine([sign, ' ', value]),
    [sign, nested(lineBreak, oneLine(value))],
    [sign, ' ', first],
    [sign, nested(lineBreak, first)],
    ...(first === value
      ? []
      : [
          [sign, ' ', value],
          [sign, nested(lineBreak, value)],
        ]),
  ] as const;
  return [head, choice(...among)];
}

/** `let pattern = value;`. rustfmt leaves room for a semicolon behind the pattern. */
export const destructured = (pattern: Inline, value: Inline): Line =>
  line(assigned(['let ', followedBy(1, pattern)], value), ';');

/** `let [a, b] = value;`. The styles of editions disagree about patterns that are too long. */
export function destructuredArray(items: readonly Inline[], value: Inline): Line {
  const pattern = ['[', oneLine(join(items, ', '), { widest: arrayWidth }), ']'];
  return line(
    choice(
      oneLine(['let ', pattern, ' = ', value, ';']),
      ['let ', oneLine(pattern), ' =', nested(lineBreak, value), ';'],
      ['#[rustfmt::skip]', lineBreak, below('let [', items, '] = '), value, ';'],
    ),
  );
}

/** `for pattern in iterated { … }`. */
export const loop = (pattern: Inline, iterated: Inline, body: Block): Line => {
  const head = ['for ', pattern, ' in'];
  return {
    line: [
      choice(
        oneLine([head, ' ', iterated, ' {']),
        [oneLine([head, ' ', iterated]), lineBreak, '{'],
        [oneLine(head), nested(lineBreak, oneLine(iterated)), lineBreak, '{'],
        [oneLine(head), ' ', iterated, lineBreak, '{'],
        [oneLine(head), nested(lineBreak, iterated), lineBreak, '{'],
        [head, ' ', iterated, lineBreak, '{'],
      ),
      within(body),
      '}',
    ],
  };
};

/** A block of statements that ends in a value. */
export interface Valued {
  readonly statements: Block;
  readonly value: Inline;
}

/** Statements that end in a value; in what the last of them binds, if the value is only the name of that. */
export function endingIn(statements: Block, value: Inline): Valued {
  const last = lastOf(statements);
  if (!(last instanceof Binding) || last.name !== value) return { statements, value };
  return { statements: withoutLast(statements), value: last.value };
}

/** Whether a block has no line. */
export const isNothing = (block: Block): boolean => isList(block) && block.every(isNothing);

const isList = (block: Block): block is readonly Block[] => Array.isArray(block);

function lastOf(block: Block): Block | undefined {
  if (!isList(block)) return block;
  const last = block.findLast((each) => !isNothing(each));
  return last === undefined ? undefined : lastOf(last);
}

function withoutLast(block: Block): Block {
  if (!isList(block)) return [];
  const end = block.findLastIndex((each) => !isNothing(each));
  return [...block.slice(0, end), withoutLast(block[end] ?? [])];
}
