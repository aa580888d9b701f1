/** Lists in brackets. */
import { type Doc, hardline, ifBreak, indent, line, softline } from './doc.js';
import type { IToken } from 'chevrotain';
import { LessThan } from '../../grammar/tokens.js';
import { joined } from './gap.js';
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
  readonly comma: Doc;
  readonly lastComma: Doc;
  readonly isDocumented: boolean;
}

const layouts: Readonly<Record<Brackets, Layout>> = {
  items: { edge: hardline, separator: hardline, comma: '', lastComma: '', isDocumented: true },
  members: { edge: hardline, separator: hardline, comma: ',', lastComma: ',', isDocumented: true },
  wrapped: { edge: softline, separator: line, comma: ',', lastComma: ifBreak(','), isDocumented: false },
  padded: { edge: line, separator: line, comma: ',', lastComma: ifBreak(','), isDocumented: false },
  types: { edge: softline, separator: line, comma: ',', lastComma: '', isDocumented: false },
};

/** The only type in brackets: `list<tuple<…>>` breaks in the inner brackets. */
const hugged: Layout = { edge: '', separator: '', comma: '', lastComma: '', isDocumented: false };

function isHugged({ opener, members, commas, closer }: List, cx: PrintContext): boolean {
  const inside = [...members.map(({ first }) => first), ...commas, closer];
  const hasComments = inside.some((token) => cx.gaps.before(token).comments.length > 0);
  return opener.tokenType === LessThan && members.length === 1 && !hasComments;
}

/** Whether there is nothing between the brackets, not even a comment. */
export function isEmpty({ members, closer }: List, cx: PrintContext): boolean {
  return members.length === 0 && cx.gaps.before(closer).comments.length === 0;
}

/** From the opening to the closing bracket. */
export function printList(list: List, brackets: Brackets, cx: PrintContext): Doc {
  const layout = isHugged(list, cx) ? hugged : layouts[brackets];
  const { opener, members, commas, closer } = list;
  const last = commas[members.length - 1];
  const gap = cx.gaps.before(closer);
  const closing = { separator: layout.edge, isEmpty: members.length === 0 };
  const end = closerGap(last ? joined(cx.gaps.before(last), gap) : gap, closing);
  const edge = isEmpty(list, cx) ? '' : layout.edge;
  const inside = printMembers(list, layout, cx);
  return [opener.image, layout === hugged ? inside : indent(inside), end, edge, closer.image];
}

function printMembers({ members, commas }: List, layout: Layout, cx: PrintContext): Doc {
  const rules = { ...layout, separator: layout.edge, blank: 'dropped' } as const;
  return members.map((member, index): Doc => {
    const previous = members[index - 1];
    const before = previous ? rulesBetween(previous, member, layout) : rules;
    const comma = index === members.length - 1 ? layout.lastComma : printComma(commas[index], layout, cx);
    return [printMember(member, before, cx), comma];
  });
}

/** A comma and the comments before it, which would be documentation behind it. */
function printComma(comma: IToken | undefined, layout: Layout, cx: PrintContext): Doc {
  return comma ? [phraseGap(cx.gaps.before(comma), ''), comma.image] : layout.comma;
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
