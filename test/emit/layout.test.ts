/** Text that can be laid out in several ways: one line if that fits, and the same text otherwise. */
import fc from 'fast-check';
import { indent, line, need, type Inline } from '../../src/emit/code.js';
import {
  choice,
  followedBy,
  indentationLeft,
  lineBreak,
  nested,
  oneLine,
  overlong,
  packed,
  reserved,
  within,
} from '../../src/emit/layout.js';
import { renderBlock, renderInline } from '../../src/emit/render.js';

const laidOut = (code: Inline, width: number, before = 0): readonly string[] =>
  renderBlock(line(code), '  ', { width, before }).text;

/** `open a, b close`, whose items stand below each other where they do not fit. */
const list = (items: readonly Inline[], [open, close] = ['(', ')']): Inline => {
  const separated = (separator: Inline): readonly Inline[] =>
    items.flatMap((item): readonly Inline[] => [item, ',', separator]);
  return choice(oneLine([open, separated(' '), close]), [
    open,
    nested(lineBreak, separated(lineBreak).slice(0, -1)),
    lineBreak,
    close,
  ]);
};

test('a list stands on one line if that fits with what follows', () => {
  const code = ['f', list(['a', 'bc']), ';'];
  expect(laidOut(code, 12)).toEqual(['f(a, bc, );']);
  expect(laidOut(code, 11)).toEqual(['f(a, bc, );']);
  expect(laidOut(code, 10)).toEqual(['f(', '  a,', '  bc,', ');']);
  expect(laidOut(code, 13, 3)).toEqual(['f(', '  a,', '  bc,', ');']);
});

test('a list of lists is broken from the outside in', () => {
  const code = list([list(['a', 'b']), list(['long', 'longer'])]);
  expect(laidOut(code, 16)).toEqual(['(', '  (a, b, ),', '  (', '    long,', '    longer,', '  ),', ')']);
});

test('what may be no longer than so many columns is broken where there is room, too', () => {
  const code = choice(oneLine('abcdef', { widest: 5 }), ['abc', lineBreak, 'def']);
  expect(laidOut(code, 80)).toEqual(['abc', 'def']);
  expect(laidOut(choice(oneLine('abcde', { widest: 5 }), 'no'), 80)).toEqual(['abcde']);
});

test('what needs columns to spare is broken where it leaves too few', () => {
  const code = choice(oneLine('abc', { spare: 2 }), ['ab', lineBreak, 'c']);
  expect(laidOut(code, 5)).toEqual(['abc']);
  expect(laidOut(code, 4)).toEqual(['ab', 'c']);
});

test('the last spelling is taken if none fits, and the first on a page without an end', () => {
  const code = choice('one two three', ['one two', lineBreak, 'three'], ['one', lineBreak, 'two three']);
  expect(laidOut(code, 9)).toEqual(['one two', 'three']);
  expect(laidOut(code, 4)).toEqual(['one', 'two three']);
  expect(renderInline(code).text).toBe('one two three');
});

test('lines within are laid out by themselves, whatever is tried around them', () => {
  const code = choice(['f {', within('much too long', indent('x')), '}'], ['f', lineBreak, '{}']);
  expect(laidOut(code, 6)).toEqual(['f {', '  much too long', '    x', '}']);
});

test('reserved text leaves room on its first line for what follows its last', () => {
  const code = (inside: Inline): Inline => choice([inside, ');'], ['g', nested(lineBreak, 'h(x)'), ');']);
  const broken = ['g(', nested(lineBreak, 'x'), lineBreak, ')'];
  expect(laidOut(code(broken), 3)).toEqual(['g(', '  x', '));']);
  expect(laidOut(code(reserved(broken)), 3)).toEqual(['g', '  h(x));']);
  expect(laidOut(code(reserved(broken)), 4)).toEqual(['g(', '  x', '));']);
});

test('text may count other columns behind it than there are', () => {
  const code = (width: number): Inline => [
    followedBy(width, choice(oneLine('let a, b'), ['let a,', lineBreak, 'b'])),
    ' = c',
  ];
  expect(laidOut(code(1), 9)).toEqual(['let a, b = c']);
  expect(laidOut(code(1), 8)).toEqual(['let a,', 'b = c']);
  expect(laidOut(code(2), 9)).toEqual(['let a,', 'b = c']);
});

test('a line that may be longer than the page is no reason to break others', () => {
  const code = (first: Inline): Inline => choice([first, lineBreak, 'f(x)'], [first, lineBreak, 'f(', 'x)!']);
  expect(laidOut(code('much too long'), 6)).toEqual(['much too long', 'f(x)!']);
  expect(laidOut(code(overlong('much too long')), 6)).toEqual(['much too long', 'f(x)']);
});

test('text can ask for as many columns as the indentation takes', () => {
  const code = ['{', nested(lineBreak, choice(['ab', indentationLeft], 'c')), lineBreak, '}'];
  expect(laidOut(['{', nested(code), '}'], 10)).toEqual(['{{', '    ab', '  }}']);
  expect(laidOut(['{', nested(code), '}'], 9)).toEqual(['{{', '    c', '  }}']);
});

test('packed parts share lines, all but the last with columns to spare', () => {
  const parts = ['aa,', 'bb,', 'cc,'];
  expect(laidOut(packed(parts, 0), 7)).toEqual(['aa, bb,', 'cc,']);
  expect(laidOut(packed(parts, 1), 7)).toEqual(['aa,', 'bb, cc,']);
});

test('what text needs travels with it through every layout', () => {
  const code = choice(oneLine([need('x'), 'long']), [nested(lineBreak, need('x'), 'l')]);
  expect([...renderBlock(line(code), '', { width: 2, before: 0 }).needs]).toEqual(['x']);
});

const word = fc.stringMatching(/^[a-z]{1,9}$/);
const { tree } = fc.letrec<{ readonly tree: Inline }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((items) => list(items)),
    fc.tuple(word, tie('tree')).map(([name, value]): Inline => {
      const parts = [name, '=', value];
      return choice(oneLine(parts), [name, '=', nested(lineBreak, oneLine(value))], parts);
    }),
  ),
}));
const widths = fc.integer({ min: 1, max: 120 });

test('of any text, layout changes nothing but white space', () => {
  fc.assert(
    fc.property(tree, widths, (code, width) => {
      expect(laidOut(code, width).join('').replaceAll(' ', '')).toBe(
        renderInline(code).text.replaceAll(' ', ''),
      );
    }),
  );
});

test('any text that fits stands on one line, and is broken on any page that is narrower', () => {
  fc.assert(
    fc.property(tree, (code) => {
      const { text } = renderInline(code);
      expect(laidOut(code, text.length)).toEqual([text]);
      fc.pre(text.includes('('));
      expect(laidOut(code, text.length - 1).length).toBeGreaterThan(1);
    }),
  );
});

test('any lines that were broken to fit fit on a page of their width, broken in the same way', () => {
  fc.assert(
    fc.property(tree, widths, (code, width) => {
      const lines = laidOut(code, width);
      const widest = Math.max(...lines.map(({ length }) => length));
      fc.pre(widest <= width);
      expect(laidOut(code, widest)).toEqual(lines);
    }),
  );
});
