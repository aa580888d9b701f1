/**
 * Comments between tokens, as prettier documents. A comment never leaves its gap: the comments before an
 * item are its documentation, so that moving one past a token would change what the WIT means.
 */
import {
  breakParent,
  type Doc,
  hardline,
  ifBreak,
  indent,
  join,
  lineSuffix,
  literalline,
  softline,
} from './doc.js';
import type { Gap, PlacedComment, Placement } from './gap.js';

/** How the members of a list follow each other. */
export interface LineRules {
  /** What separates two members: a line end that is always there, or one that is there when the list is broken. */
  readonly separator: Doc;
  /** Whether the comments may be documentation, which is kept to the last space. */
  readonly isDocumented: boolean;
  /** Blank lines at this place: dropped at the start of a list, put where items stand apart. */
  readonly blank: 'dropped' | 'kept' | 'required';
}

/** A gap inside a phrase, where a space or nothing is wanted. */
export function phraseGap({ comments, next }: Gap, space: '' | ' '): Doc {
  if (comments.length === 0) return space;
  const parts = comments.map((comment) => [
    comment.startsLine ? hardline : ' ',
    commentDoc(comment.text, loose),
  ]);
  return indent([...parts, next.startsLine ? hardline : space]);
}

/** A gap before a member of a list: comments at the end of the line before stay there. */
export function memberGap({ comments, next }: Gap, rules: LineRules): Doc {
  const count = trailingCount(comments, next);
  const places: readonly Place[] = [...comments.slice(count), next];
  const mustAdd = rules.blank === 'required' && !places.some(({ afterBlank }) => afterBlank);
  const isKept = rules.blank !== 'dropped' && (places[0]?.afterBlank ?? false);
  const first = { end: rules.separator, hasBlank: mustAdd || isKept };
  return [trailing(comments.slice(0, count), rules), lines(places, first, rules)];
}

/** A gap before a closing bracket, without the line end that the bracket wants. */
export function closerGap({ comments, next }: Gap, list: { separator: Doc; isEmpty: boolean }): Doc {
  const isBlock = list.separator === hardline;
  // The bracket of a block is on a line of its own, wherever it was.
  const count = trailingCount(comments, isBlock && !list.isEmpty ? { ...next, startsLine: true } : next);
  const own = comments.slice(count);
  const [first] = own;
  if (!first) return indent(trailing(comments, loose));
  const ownLine = first.startsLine ? hardline : ' ';
  const end = isBlock || list.isEmpty ? list.separator : ownLine;
  const hasBlank = !list.isEmpty && first.afterBlank;
  return [
    indent([trailing(comments.slice(0, count), loose), lines(own, { end, hasBlank }, loose)]),
    next.startsLine ? breakParent : '',
  ];
}

/** The gap before the end of a file. */
export function endGap({ comments, next }: Gap, isEmpty: boolean): Doc {
  const count = trailingCount(comments, next);
  const own = comments.slice(count);
  const first = isEmpty
    ? { end: '', hasBlank: false }
    : { end: hardline, hasBlank: own[0]?.afterBlank ?? false };
  return [trailing(comments.slice(0, count), loose), lines(own, first, loose)];
}

/** A comment, or what follows the last one. */
type Place = Placement & Partial<PlacedComment>;

/** What the first place of some lines has before it. */
interface FirstLine {
  readonly end: Doc;
  readonly hasBlank: boolean;
}

type DocumentedRule = Pick<LineRules, 'isDocumented'>;

/** For comments that document nothing. */
const loose: DocumentedRule = { isDocumented: false };

function lines(places: readonly Place[], first: FirstLine, rules: DocumentedRule): Doc {
  return places.map((place, index): Doc => {
    const end = index === 0 ? first.end : place.startsLine ? hardline : ' ';
    const hasBlank = index === 0 ? first.hasBlank : place.afterBlank;
    const comment = place.text === undefined ? '' : commentDoc(place.text, rules);
    return [hasBlank ? blankBefore(end) : '', end, comment];
  });
}

/** A blank line, if the line end after it is one. */
function blankBefore(end: Doc): Doc {
  return end === hardline ? hardline : ifBreak(softline, '');
}

/** How many comments stand at the end of the line of the token before; none if the line goes on. */
function trailingCount(comments: readonly PlacedComment[], next: Placement): number {
  const firstOwn = [...comments, next].findIndex(({ startsLine }) => startsLine);
  return firstOwn === -1 ? 0 : firstOwn;
}

/** Does not count for the width of the line, and is always followed by a line end. */
function trailing(comments: readonly PlacedComment[], rules: DocumentedRule): Doc {
  if (comments.length === 0) return '';
  return [lineSuffix(comments.map(({ text }) => [' ', commentDoc(text, rules)])), breakParent];
}

/** The lines of a documenting comment stay as they are: their indentation is in the documentation. */
function commentDoc(text: string, { isDocumented }: DocumentedRule): Doc {
  const [first = '', ...others] = text.split('\n');
  if (others.length === 0) return text;
  const hasStars = others.every((line) => line.trimStart().startsWith('*'));
  if (isDocumented || !hasStars) return join(literalline, [first, ...others]);
  return join(hardline, [first.trimEnd(), ...others.map((line) => ` ${line.trim()}`)]);
}
