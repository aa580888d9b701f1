/** What a peer may say that is no value, and what is no lie, for comparison. */

/** A memory that a peer may write to. */
export interface Place {
  /** Writes bytes somewhere and answers where. */
  readonly put: (bytes: readonly number[], align?: number) => number;
  /** Where it ends. */
  readonly end: number;
}

/** The number that tells what a value was taken for, or that it was not taken. */
export type Outcome = number | 'refused';

/** Who is told: bindings of a language, by a peer that is not a component, or a host. */
export type Listener = 'cpp' | 'rust' | 'host';

export interface Lie {
  /** The kind of value, as the functions of `test/hostile` are called. */
  readonly kind: string;
  readonly title: string;
  /** The core values, and what they point at. */
  readonly said: (place: Place) => readonly number[];
  readonly outcome: Readonly<Record<Listener, Outcome>>;
  /** Whether all that is wrong is that a text is not UTF-8. */
  readonly isSpoiltText?: true;
  /** Whether it is about where something lies or how much: who shares a memory cannot know. */
  readonly isOfPlaces?: true;
}

/** Kinds that functions return as they are; the others in memory. */
export const direct: ReadonlySet<string> = new Set(['bool', 'small', 'letter', 'colour', 'access', 'thing']);

/** Numbers of 32 bits as they lie in memory. */
export const words = (...numbers: readonly number[]): readonly number[] =>
  numbers.flatMap((each) => [each, each >>> 8, each >>> 16, each >>> 24].map((byte) => byte & 0xff));

/** What the programs of `test/hostile` tell of what has parts, given what they tell of these. */
export function told(parts: readonly number[]): number {
  return parts.reduce((all, part) => (Math.imul(31, all) + part) >>> 0, parts.length);
}

const utf8 = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

/** What they tell of a text. */
export const toldOfText = (text: string): number => told(utf8(text));

type Said = readonly number[] | Lie['said'];

function lie(kind: string, title: string, said: Said, outcome: Outcome | Lie['outcome']): Lie {
  return {
    kind,
    title,
    said: typeof said === 'function' ? said : () => said,
    outcome: typeof outcome === 'object' ? outcome : { cpp: outcome, rust: outcome, host: outcome },
  };
}

const refused = 'refused';

/** Elements, of which there are as many as `count` says. */
function sequence(bytes: readonly number[], align: number, count: number, skip = 0): Lie['said'] {
  return ({ put }) => [put(bytes, align) + skip, count];
}

/** Something that cannot be where it is said to be. */
const misplaced = (kind: string, title: string, said: Said): Lie => ({
  ...lie(kind, title, said, refused),
  isOfPlaces: true,
});

/** In Rust a text is UTF-8; in C++ it is bytes, which nobody looks at. */
function spoiltText(kind: string, title: string, said: Said, inCpp: number): Lie {
  const outcome = { cpp: inCpp, rust: refused, host: refused } as const;
  return { ...lie(kind, title, said, outcome), isSpoiltText: true };
}

const spoilt = (title: string, bytes: readonly number[]): Lie =>
  spoiltText('text', title, sequence(bytes, 1, bytes.length), told(bytes));

const scalars: readonly Lie[] = [
  lie('bool', 'true', [1], 1),
  // Spec: convert_int_to_bool.
  lie('bool', 'another number than 1', [2], 1),
  lie('small', 'more bits than there are', [0x17f], 127),
  lie('small', 'a sign that is not extended', [0x80], 0xffffff80),
  lie('letter', 'the last one', [0x10ffff], 0x10ffff),
  lie('letter', 'one before the surrogates', [0xd7ff], 0xd7ff),
  lie('letter', 'the first surrogate', [0xd800], refused),
  lie('letter', 'the last surrogate', [0xdfff], refused),
  lie('letter', 'one too many', [0x110000], refused),
  lie('letter', 'all bits', [-1], refused),
  lie('colour', 'the last one', [2], 2),
  lie('colour', 'one too many', [3], refused),
  lie('colour', 'a case in the low byte', [0x102], refused),
  lie('colour', 'all bits', [-1], refused),
  lie('access', 'two of them', [5], 5),
  // Spec: unpack_flags_from_int.
  lie('access', 'all bits', [-1], 7),
];

const sums: readonly Lie[] = [
  lie('shape', 'a case with nothing', [0, 0, 0], 0),
  lie('shape', 'a case with a number', [1, 7, 0], 7),
  lie('shape', 'a case with a text', ({ put }) => [2, put(utf8('abc')), 3], toldOfText('abc')),
  lie('shape', 'one case too many', [4, 0, 0], refused),
  lie('shape', 'all bits of a byte', [255, 0, 0], refused),
  lie('shape', 'a surrogate', [3, 0xd800, 0], refused),
  misplaced('shape', 'a text outside', ({ end }) => [2, end, 1]),
  misplaced('shape', 'a text that is longer than the memory', ({ put }) => [2, put(utf8('abc')), 0x7fffffff]),
  lie('option', 'none', [0, 0], 404),
  lie('option', 'some', [1, 9], 9),
  lie('option', 'a third case', [2, 9], refused),
  lie('result', 'an error', [1, 0x41], 1065),
  lie('result', 'a third case', [2, 0x41], refused),
  lie('result', 'a surrogate', [1, 0xdc00], refused),
];

const texts: readonly Lie[] = [
  lie('text', 'of several bytes a letter', sequence(utf8('hällo'), 1, 6), toldOfText('hällo')),
  lie('text', 'empty', [0, 0], 0),
  // Bindings look at no address of what is empty; hosts do. Spec: load_string_from_range.
  lie('text', 'empty and outside', [-1, 0], { cpp: 0, rust: 0, host: refused }),
  spoilt('a byte that is in no text', [0x61, 0xff]),
  spoilt('spelled with more bytes than needed', [0xc0, 0x80]),
  spoilt('a surrogate', [0xed, 0xa0, 0x80]),
  spoilt('half a letter', [0xe2, 0x82]),
  misplaced('text', 'one byte too long', ({ end }) => [end - 4, 5]),
  misplaced('text', 'outside', [0x7ffffff0, 4]),
  misplaced('text', 'as long as addresses go', sequence(utf8('abc'), 1, -1)),
  misplaced('text', 'around the end of addresses', [-16, 32]),
];

/** 16 bytes: a key, and a shape in three words. */
const entries = [words(1, 0, 0, 0), words(2, 1, 5, 0)].flat();

const lists: readonly Lie[] = [
  lie('numbers', 'three', sequence(words(4, 5, 6), 4, 3), told([4, 5, 6])),
  lie('numbers', 'none', [4, 0], 0),
  misplaced('numbers', 'not aligned', sequence(words(4, 5, 6), 4, 2, 1)),
  misplaced('numbers', 'one too many', ({ end }) => [end - 4, 2]),
  misplaced('numbers', 'outside', [0x7ffffff0, 4]),
  misplaced('numbers', 'so many that no bytes seem to be left', sequence(words(4), 4, 0x40000000)),
  misplaced('numbers', 'so many that one seems to be left', sequence(words(4), 4, 0x40000001)),
  lie('bools', 'other numbers than 1', sequence([0, 1, 2, 255], 1, 4), told([0, 1, 1, 1])),
  misplaced('bools', 'outside', [0x7ffffff0, 4]),
  lie('letters', 'two', sequence(words(0x61, 0x1f600), 4, 2), told([0x61, 0x1f600])),
  lie('letters', 'one of them a surrogate', sequence(words(0x61, 0xd800), 4, 2), refused),
  misplaced('letters', 'so many that one seems to be left', sequence(words(0x61), 4, 0x40000001)),
  lie('colours', 'two', sequence([2, 0], 1, 2), told([2, 0])),
  lie('colours', 'one of them of a case too many', sequence([2, 3], 1, 2), refused),
  lie('texts', 'two', ({ put }) => [put(words(put(utf8('ab')), 2, 0, 0), 4), 2], told([toldOfText('ab'), 0])),
  misplaced('texts', 'one of them outside', ({ put }) => [put(words(0x7ffffff0, 4), 4), 1]),
  misplaced('texts', 'one of them longer than the memory', ({ put }) => [put(words(put([97]), -1), 4), 1]),
  spoiltText(
    'texts',
    'one of them half a letter',
    ({ put }) => [put(words(put([0xe2, 0x82]), 2), 4), 1],
    told([told([0xe2, 0x82])]),
  ),
  misplaced('texts', 'so many that one seems to be left', ({ put }) => [put(words(0, 0), 4), 0x20000001]),
  lie('entries', 'two', sequence(entries, 4, 2), told([1000, 2005])),
  lie('entries', 'one of them in no case', sequence(words(1, 4, 0, 0), 4, 1), refused),
  misplaced('entries', 'so many that one seems to be left', sequence(entries, 4, 0x10000001)),
];

/** Everything that a parameter can be as well as a result. */
export const lies: readonly Lie[] = [...scalars, ...sums, ...texts, ...lists];

/** Handles, which only results can be here. */
export const handleLies: readonly Lie[] = [
  lie('thing', 'no handle', [0], refused),
  lie('thing', 'a handle that nobody was given', [99], refused),
];
