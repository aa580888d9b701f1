/** Declarations of functions, broken as rustfmt breaks them. */
import { join, line, type Inline, type Line } from '../../emit/code.js';
import { choice, indentationLeft, lineBreak, nested, oneLine } from '../../emit/layout.js';
import { below as listBelow } from './lists.js';

type End = ' {' | ';';

/** What a declaration consists of; `start` is all that stands before the type parameters. */
export interface Signature {
  readonly start: Inline;
  readonly typeParameters?: string;
  readonly parameters: readonly Inline[];
  readonly result?: Inline | undefined;
  readonly end: End;
  /** Puts what stands around a declaration there; nothing does if absent. */
  readonly around?: (declaration: Inline) => Inline;
}

/** `start<T>(a: A, b: B) -> R {`. */
export function signature({ around = (declaration) => declaration, ...declared }: Signature): Line {
  const [first, ...others] = declared.parameters.length === 0 ? bare(declared) : withParameters(declared);
  const placed = ({ declaration, isAgreedOn }: Spelling): Inline =>
    isAgreedOn ? around(declaration) : ['#[rustfmt::skip]', lineBreak, around(declaration)];
  return line(choice(placed(first), ...others.map(placed)));
}

type Declared = Omit<Signature, 'around'>;

/** A way to lay out a declaration, and whether the styles of all editions agree that it is the one where it fits. */
interface Spelling {
  readonly declaration: Inline;
  readonly isAgreedOn: boolean;
}

type Spellings = readonly [Spelling, ...Spelling[]];

const agreed = (...declaration: readonly Inline[]): Spelling => ({ declaration, isAgreedOn: true });
const disputed = (...declaration: readonly Inline[]): Spelling => ({ declaration, isAgreedOn: false });

/** The result stays on the line of the brackets as long as it stands on one. */
function bare({ start, typeParameters, result, end }: Declared): Spellings {
  const head = [named(start, typeParameters), '()'];
  const parts = [opened(start, typeParameters), ')'];
  if (result === undefined) return [agreed(oneLine([head, end])), agreed(parts, end)];
  const arrow = ['-> ', result];
  return [
    agreed(oneLine([head, ' ', arrow, end])),
    ...withBraceBelow(end, [head, ' ', oneLine(arrow)]),
    disputed(parts, lineBreak, oneLine(arrow), choice(end, below(end))),
    agreed(head, ' ', arrow, end),
  ];
}

function withParameters({ start, typeParameters, parameters, result, end }: Declared): Spellings {
  const head = [named(start, typeParameters), '(', join(parameters, ', '), ')'];
  const parts = [opened(start, typeParameters), listBelow('', parameters, ')')];
  if (result === undefined) return [agreed(oneLine([head, end])), agreed(parts, end)];
  const arrow = ['-> ', result];
  const whole = [head, ' ', arrow, end];
  const isOpen = end === ' {';
  return [
    // Where a brace would not fit in the place of the semicolon, the result stands on a line of its own.
    agreed(oneLine(whole, { spare: isOpen ? 0 : 1 })),
    ...(isOpen ? [] : [disputed(oneLine(whole))]),
    // rustfmt counts the indentation twice before a brace.
    agreed(parts, ' ', oneLine([arrow, end]), isOpen ? indentationLeft : []),
    ...withBraceBelow(end, [parts, ' ', oneLine(arrow)]),
    disputed(parts, lineBreak, oneLine(arrow), choice(end, below(end))),
    agreed(parts, ' ', arrow, end),
  ];
}

/** With the brace on a line of its own, if there is one. */
const withBraceBelow = (end: End, before: Inline): readonly Spelling[] =>
  end === ' {' ? [agreed(before, below(end))] : [];

const below = (end: End): Inline => [lineBreak, end.trimStart()];

const named = (start: Inline, typeParameters: string | undefined): Inline => [
  start,
  typeParameters === undefined ? '' : `<${typeParameters}>`,
];

/** All until the parameters, whose type parameters stand on a line of their own if they have to. */
function opened(start: Inline, typeParameters: string | undefined): Inline {
  const whole = [named(start, typeParameters), '('];
  if (typeParameters === undefined) return whole;
  const broken = [start, '<', nested(lineBreak, typeParameters, ','), lineBreak, '>('];
  // There has to be room for `) {`.
  return choice(oneLine(whole, { spare: 3 }), broken);
}
