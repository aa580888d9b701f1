/** Nodes of the concrete syntax tree as prettier documents, by the table of styles. */
import type { CstElement, CstNode, IToken } from 'chevrotain';
import { type Doc, group, hardline } from './doc.js';
import type { FileCstNode, RuleName } from '../../grammar/cst.js';
import {
  At,
  Colon,
  Comma,
  GreaterThan,
  LeftBrace,
  LeftParen,
  LessThan,
  Period,
  RightBrace,
  RightParen,
  Semicolon,
  Slash,
} from '../../grammar/tokens.js';
import { invariant } from '../base/invariant.js';
import type { Piece, PrintContext } from './piece.js';
import { endGap, type LineRules, memberGap, phraseGap } from './print-gap.js';
import { isEmpty, type List, printItems, printList } from './print-list.js';
import { type Style, styles } from './styles.js';

/** A whole file. */
export function printFile(file: FileCstNode, cx: PrintContext): Doc {
  const items = (file.children.item ?? []).map((item) => printNode(item, cx));
  const isEmpty = items.length === 0;
  const { atEnd } = cx.gaps;
  const isBlank = isEmpty && atEnd.comments.length === 0;
  return [printItems(items, '', cx), endGap(atEnd, isEmpty), isBlank ? '' : hardline];
}

function printNode(node: CstNode, cx: PrintContext): Piece {
  // A node is named after its rule; the file is printed by itself.
  const style = styles[node.name as Exclude<RuleName, 'file'>];
  const parts = partsOf(elementsOf(node), style, cx);
  const [first, last] = [parts[0], parts.at(-1)];
  invariant(first && last, `something in ${node.name}`);
  if (parts.length === 1 && !style.breaks) return first;
  const whole = parts.map((part, index) => [gapBefore(part, parts[index - 1], style, cx), part.doc]);
  return {
    first: first.first,
    last: last.last,
    doc: style.breaks ? group(whole) : whole,
    standsApart: style.stands === 'apart' || parts.some(({ standsApart }) => standsApart),
  };
}

/** The tokens and nodes in a node, in the order of the text. */
function elementsOf(node: CstNode): readonly CstElement[] {
  return Object.values(node.children)
    .flat()
    .sort((a, b) => startOf(a) - startOf(b));
}

function startOf(element: CstElement): number {
  return isToken(element) ? element.startOffset : (element.location?.startOffset ?? NaN);
}

function isToken(element: CstElement): element is IToken {
  return 'image' in element;
}

/** Each token and node by itself, but brackets with what is in them as one. */
function partsOf(elements: readonly CstElement[], style: Style, cx: PrintContext): readonly Piece[] {
  const at = style.brackets ? elements.findIndex((element) => isOfType(element, openers)) : -1;
  if (at === -1) return elements.map((element) => printElement(element, cx));
  const end = elements.findIndex((element) => isOfType(element, closers));
  const [opener, closer] = [elements[at], elements[end]];
  invariant(opener && closer && isToken(opener) && isToken(closer), 'a pair of brackets');
  const inside = elements.slice(at + 1, end);
  const list = {
    opener,
    closer,
    members: inside.filter((each) => !isComma(each)).map((each) => printElement(each, cx)),
    commas: inside.filter(isComma),
  };
  return [
    ...elements.slice(0, at).map((element) => printElement(element, cx)),
    printBrackets(list, style, cx),
    ...elements.slice(end + 1).map((element) => printElement(element, cx)),
  ];
}

function printElement(element: CstElement, cx: PrintContext): Piece {
  if (!isToken(element)) return printNode(element, cx);
  return { first: element, last: element, doc: element.image, standsApart: false };
}

/** A block that takes several lines stands apart. */
function printBrackets(list: List, { brackets = 'wrapped' }: Style, cx: PrintContext): Piece {
  const isBlock = brackets === 'items' || brackets === 'members';
  return {
    first: list.opener,
    last: list.closer,
    doc: printList(list, brackets, cx),
    standsApart: isBlock && !isEmpty(list, cx),
  };
}

const openers: ReadonlySet<unknown> = new Set([LeftBrace, LeftParen, LessThan]);
const closers: ReadonlySet<unknown> = new Set([RightBrace, RightParen, GreaterThan]);

function isOfType(element: CstElement, types: ReadonlySet<unknown>): element is IToken {
  return isToken(element) && types.has(element.tokenType);
}

function isComma(element: CstElement): element is IToken {
  return isToken(element) && element.tokenType === Comma;
}

/** The gap before a part; that before the first belongs to whoever prints the node. */
function gapBefore(part: Piece, previous: Piece | undefined, style: Style, cx: PrintContext): Doc {
  if (!previous) return '';
  const gap = cx.gaps.before(part.first);
  if (style.parts === 'lines') return memberGap(gap, lineAfterAttribute);
  const isTight = style.parts === 'tight' || isGlued(previous.last, part.first, cx);
  return phraseGap(gap, isTight ? '' : ' ');
}

/** The comments after an attribute are no documentation. */
const lineAfterAttribute: LineRules = { separator: hardline, isDocumented: false, blank: 'dropped' };

const gluedToNext: ReadonlySet<unknown> = new Set([LeftParen, At, Period]);
const gluedToPrevious: ReadonlySet<unknown> = new Set([
  ...[LeftParen, RightParen, LessThan, GreaterThan],
  ...[Colon, Comma, Period, Semicolon],
]);

/**
 * Whether no space is between two tokens of a phrase: `name: type` has one, `import a:b/c` none. In `import a:b:c/d` it
 * tells whether `a` is a namespace or a label, so it stays as it is.
 */
function isGlued(previous: IToken, next: IToken, cx: PrintContext): boolean {
  if (gluedToNext.has(previous.tokenType) || gluedToPrevious.has(next.tokenType)) return true;
  if (previous.tokenType !== Colon) return false;
  const after = cx.next(next)?.tokenType;
  return after === Slash || (after === Colon && previous.startOffset + 1 === next.startOffset);
}
