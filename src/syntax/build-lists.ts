/** CST to AST: lists with commas. The grammar lets commas be missing, so that it can be said here exactly where. */
import type { CstNode, IToken } from 'chevrotain';
import type { Fix } from '../base/diagnostics.js';
import { buildAll, type BuildContext, nodeSpan } from './build-context.js';
import { errors } from './errors.js';
import { foundText } from './found-text.js';
import { tokenIndexAt, tokenSpan } from './tokens-of.js';

/** A list in the CST: its members and the commas between and after them. */
export interface MemberList<Node> {
  readonly members: readonly Node[] | undefined;
  readonly commas: readonly IToken[] | undefined;
  readonly closer: '}' | ')' | '>';
}

/** Builds the members of a list and reports commas that are missing between them. */
export function buildMembers<Node extends CstNode | IToken, Built>(
  { members = [], commas = [], closer }: MemberList<Node>,
  cx: BuildContext,
  build: (node: Node) => Built | undefined,
): readonly Built[] {
  let nextComma = 0;
  members.forEach((member, index) => {
    const previous = members[index - 1];
    const start = startOf(member);
    const before = nextComma;
    while ((commas[nextComma]?.startOffset ?? Infinity) < start) nextComma++;
    const isSeparated = nextComma > before;
    if (previous && !isSeparated && !isDisturbed(startOf(previous), start, cx)) {
      reportMissingComma(previous, start, closer, cx);
    }
  });
  return buildAll(members, build);
}

function isToken(node: CstNode | IToken): node is IToken {
  return 'startOffset' in node;
}

function startOf(node: CstNode | IToken): number {
  return isToken(node) ? node.startOffset : (node.location?.startOffset ?? NaN);
}

/** Near a syntax error nothing is said about commas. */
function isDisturbed(from: number, to: number, { damage }: BuildContext): boolean {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return true;
  return damage.disturbed.some(({ start, end }) => start <= to && from <= end);
}

function reportMissingComma(
  previous: CstNode | IToken,
  start: number,
  closer: string,
  cx: BuildContext,
): void {
  const token = cx.tokens[tokenIndexAt(start, cx.tokens)];
  if (!token) return;
  const { end } = isToken(previous) ? tokenSpan(previous, cx.file) : nodeSpan(previous, cx);
  const fix: Fix = {
    title: 'add `,`',
    edits: [{ span: { file: cx.file, start: end, end }, newText: ',' }],
  };
  const values = { expected: `\`,\` or \`${closer}\``, found: foundText(token) };
  cx.report(errors.expected, tokenSpan(token, cx.file), values, { fix });
}
