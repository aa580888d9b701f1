/** Lists in brackets. */
import type { IToken } from 'chevrotain';
import { LessThan } from '../../grammar/tokens.js';
import { type Doc, hardline, ifBreak, indent, line, softline } from './doc.js';
import { type Gap, joined } from './gap.js';
import { isIgnored, verbatim } from './ignore.js';
import type { Piece, PrintContext } from './piece.js';
import { closerGap, memberGap, phraseGap, type LineRules } from './print-gap.js';
import type { Brackets } from './styles.js';

/** The parts of a list; `commas[n]` stands after the member `n`. */
export interface List {
  readonly opener: IToken;
  readonly members: readonly Piece[];
  readonly commas: readonly IToken[];
  readonly closer: IToken;
}

/** What differs between the kinds of lists. */
interface Layout {
  /** At the brackets, and between members. */
  readonly edge: Doc;
  readonly separator: Doc;
  readonly lastComma: Doc;
  readonly isDocumented: boolean;
}

const layouts: Readonly<Record<Brackets, Layout>> = {
  items: { edge: hardline, separator: hardline, lastComma: '', isDocumented: true },
  members: { edge: hardline, separator: hardline, lastComma: ',', isDocumented: true },
  wrapped: { edge: softline, separator: line, lastComma: ifBreak(','), isDocumented: false },
  padded: { edge: line, separator: line, lastComma: ifBreak(','), isDocumented: false },
  types: { edge: softline, separator: line, lastComma: '', isDocumented: false },
};

/** Whether there is nothing between the brackets, not even a comment. */
export function isEmpty({ members, closer }: List, cx: PrintContext): boolean {
  return members.length === 0 && cx.gaps.before(closer).comments.length === 0;
}

/** From the opening to the closing bracket. */
export function printList(list: List, brackets: Brackets, cx: PrintContext): Doc {
  const { opener, members, closer } = list;
  const [only] = members;
  // `list<tuple<…>>` breaks in the inner brackets.
  if (only && isAlone(list, cx)) return [opener.image, only.doc, closer.image];
  const layout = layouts[brackets];
  const closing = { separator: layout.edge, isEmpty: members.length === 0 };
  return [
    opener.image,
    indent(printMembers(list, layout, cx)),
    closerGap(gapAfterLast(list, cx), closing),
    isEmpty(list, cx) ? '' : layout.edge,
    closer.image,
  ];
}

/** Whether there is one type in brackets, and nothing else. */
function isAlone(list: List, cx: PrintContext): boolean {
  const { opener, members } = list;
  const [only, another] = members;
  if (opener.tokenType !== LessThan || !only || another) return false;
  return [cx.gaps.before(only.first), gapAfterLast(list, cx)].every(({ comments }) => comments.length === 0);
}

/** What stands after the last member, before and behind a comma that is written by the layout. */
function gapAfterLast({ members, commas, closer }: List, cx: PrintContext): Gap {
  const last = commas[members.length - 1];
  const gap = cx.gaps.before(closer);
  return last ? joined(cx.gaps.before(last), gap) : gap;
}

function printMembers({ members, commas }: List, layout: Layout, cx: PrintContext): Doc {
  const rules = { ...layout, separator: layout.edge, blank: 'dropped' } as const;
  return members.map((member, index): Doc => {
    const previous = members[index - 1];
    const before = previous ? rulesBetween(previous, member, layout) : rules;
    const comma = index === members.length - 1 ? layout.lastComma : printComma(commas[index], cx);
    return [printMember(member, before, cx), comma];
  });
}

/** A comma and the comments before it, which would be documentation behind it. */
function printComma(comma: IToken | undefined, cx: PrintContext): Doc {
  return comma ? [phraseGap(cx.gaps.before(comma), ''), comma.image] : '';
}

/** The items of a file, or of brackets around them. */
export function printItems(items: readonly Piece[], edge: Doc, cx: PrintContext): Doc {
  return items.map((item, index) => {
    const previous = items[index - 1];
    const first: LineRules = { separator: edge, isDocumented: true, blank: 'dropped' };
    return printMember(item, previous ? rulesBetween(previous, item, layouts.items) : first, cx);
  });
}

function rulesBetween(previous: Piece, next: Piece, { separator, isDocumented }: Layout): LineRules {
  const blank = previous.standsApart || next.standsApart ? 'required' : 'kept';
  return { separator, isDocumented, blank };
}

function printMember(member: Piece, rules: LineRules, cx: PrintContext): Doc {
  const gap = cx.gaps.before(member.first);
  return [memberGap(gap, rules), isIgnored(gap) ? verbatim(member, cx) : member.doc];
}
