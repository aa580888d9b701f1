/** Lists between brackets, broken as rustfmt breaks them: calls, tuples, arrays, structs, and their types. */
import { join, type Inline } from '../../emit/code.js';
import {
  choice,
  headOf,
  indentationLeft,
  lineBreak,
  nested,
  oneLine,
  overlong,
  packed,
  reserved,
  widthOf,
  type Choice,
} from '../../emit/layout.js';
import { arrayWidth, fnCallWidth, shortArrayElementWidthThreshold, structLitWidth } from './rustfmt.js';

/** An only argument whose brackets are broken in place of those around it. */
interface Hugged {
  readonly kind: 'call' | 'brackets';
  readonly broken: Inline;
}

/** An expression or type of several parts, none of which rustfmt calls simple. */
export interface Compound extends Choice {
  /** Set where its brackets may be broken in place of those around it, with the ways to do so. */
  readonly hugged?: Hugged | undefined;
  /** The ways to break it that are worth a line of its own, if they are not all. */
  readonly preferred?: Inline | undefined;
  readonly isSimple: false;
}

interface Brackets {
  readonly open: Inline;
  /** The same where the items stand on lines of their own, and where other brackets stand around them. */
  readonly opened?: Inline;
  readonly huggedOpen?: Inline;
  readonly close: string;
  /** How long the items may be on one line. */
  readonly widest: number;
  /** Whether short items share lines. */
  readonly packs: boolean;
  readonly kind?: Hugged['kind'];
}

/** `callee(argument, …)`. */
export const call = (callee: Inline, ...items: readonly Inline[]): Inline =>
  delimited(items, { ...callBrackets, open: [callee, '('] });

const callBrackets = { close: ')', widest: fnCallWidth, packs: true, kind: 'call' } as const;

/** `callee::<Type>(argument, …)`. rustfmt lets the brackets of broken arguments reach beyond the page by two columns. */
export function callFor(callee: Inline, type: Inline, ...items: readonly Inline[]): Inline {
  const open = [callee, generic('::', type), '('];
  const whole = overlong(oneLine(open, { spare: -2 }));
  const canBreak = headOf(type).ends;
  const opened = canBreak ? choice(whole, open) : whole;
  const huggedOpen = canBreak ? open : oneLine(open);
  return delimited(items, { ...callBrackets, open, opened, huggedOpen });
}

/** `(a, b)`, and `a` alone. */
export const tuple = (parts: readonly Inline[]): Inline =>
  parts.length === 1
    ? parts
    : delimited(parts, { open: '(', close: ')', widest: fnCallWidth, packs: true, kind: 'brackets' });

/** `[a, b]`. */
export const array = (items: readonly Inline[]): Inline =>
  delimited(items, { open: '[', close: ']', widest: arrayWidth, packs: true, kind: 'brackets' });

/** The type of a tuple. */
export const tupleType = (items: readonly Inline[]): Inline =>
  items.length === 1
    ? ['(', items, ',)']
    : delimited(items, { open: '(', close: ')', widest: fnCallWidth, packs: false, kind: 'brackets' });

/** A pattern of a tuple. */
export const tuplePattern = (items: readonly Inline[]): Inline =>
  items.length === 1
    ? items
    : delimited(items, { open: '(', close: ')', widest: Infinity, packs: false, kind: 'brackets' });

/** `(a, b): (A, B)`, before a value. Its types are broken rather than its names. */
export function typedPattern(names: readonly Inline[], types: readonly Inline[]): Inline {
  const pattern = tuplePattern(names);
  if (names.length === 1) return [pattern, ': ', types];
  const type = tupleType(types);
  return choice(
    oneLine([pattern, ': ', type]),
    [oneLine([pattern, ': ']), below('(', types, ')')],
    // rustfmt counts the indentation twice here.
    [below('(', names, '): '), oneLine(type), indentationLeft],
    [below('(', names, '): '), below('(', types, ')')],
  );
}

/** `Name<Argument, …>`. */
export const generic = (name: Inline, ...items: readonly Inline[]): Inline =>
  delimited(items, { open: [name, '<'], close: '>', widest: Infinity, packs: false });

/** The tuple-like payload of a case. Its fields never take over the brackets; rustfmt leaves room behind generic ones. */
export function payload(name: Inline, type: Inline): Inline {
  const spare = isCompound(type) && type.hugged === undefined ? 1 : 0;
  return choice(oneLine([name, '(', type, ')'], { spare }), below([name, '('], [type], ')'));
}

/** `Path { field, … }`. */
export function struct(path: Inline, fields: readonly Inline[]): Inline {
  if (fields.length === 0) return [path, ' {}'];
  const flat = oneLine([path, ' { ', oneLine(join(fields, ', '), { widest: structLitWidth }), ' }']);
  return choice(flat, reserved(below([path, ' {'], fields, '}')));
}

/** Items below each other, each with a comma. */
export const below = (open: Inline, items: readonly Inline[], close: Inline): Inline => [
  open,
  nested(items.map((item) => [lineBreak, item, ','])),
  lineBreak,
  close,
];

function delimited(items: readonly Inline[], brackets: Brackets): Inline {
  const { open, opened = open, huggedOpen = open, close, widest, packs, kind } = brackets;
  const [only, ...others] = items;
  if (only === undefined) return [open, close];
  const inside = others.length === 0 ? hug(only) : undefined;
  // A call that begins late is not broken in its own brackets.
  const isLate = inside?.kind === 'call' && headOf(inside.broken).width > widest;
  const isLimited = others.length > 0 || (inside?.kind === 'call' && !isLate);
  const flat = oneLine([open, isLimited ? oneLine(join(items, ', '), { widest }) : join(items, ', '), close]);
  const broken = packs && areShort(items) ? packedBelow : below;
  const apart = broken(opened, items, close);
  if (!inside || isLate) {
    const hugged = kind && { kind, broken: broken(huggedOpen, items, close) };
    return compound(choice(flat, apart), { hugged });
  }
  const hugging = [open, reserved(inside.broken), close];
  const hugged = kind && { kind, broken: choice(hugging, broken(huggedOpen, items, close)) };
  const preferred = choice(flat, hugging, below(opened, [oneLine(only)], close));
  return compound(choice(flat, hugging, apart), { hugged, preferred });
}

/** The same as an expression or type of several parts. */
export const compound = (all: Choice, { hugged, preferred }: Partial<Compound> = {}): Compound => ({
  ...all,
  hugged,
  preferred,
  isSimple: false,
});

/** Whether items may share lines. */
export const areShort = (items: readonly Inline[]): boolean =>
  items.every((item) => !isCompound(item) && widthOf(item) <= shortArrayElementWidthThreshold);

/** Items that share lines as far as they fit. */
const packedBelow = (open: Inline, items: readonly Inline[], close: string): Inline => [
  open,
  nested(
    lineBreak,
    packed(
      items.map((item) => [item, ',']),
      1,
    ),
  ),
  lineBreak,
  close,
];

/** What stands before a list that may be hugged, such as `&`, does not matter. */
function hug(code: Inline): Hugged | undefined {
  if (typeof code === 'string') return undefined;
  if (isCompound(code)) return code.hugged;
  const [prefix, list, ...others] = Array.isArray(code) ? (code as readonly Inline[]) : [];
  const isPrefix = typeof prefix === 'string' && /^(&('\w+ )?|\*)*$/.test(prefix);
  if (!isPrefix || list === undefined || others.length > 0) return undefined;
  const inside = hug(list);
  return inside && { ...inside, broken: [prefix, inside.broken] };
}

/** Whether code is known to have several parts. */
export const isCompound = (code: Inline): code is Compound => typeof code === 'object' && 'isSimple' in code;
