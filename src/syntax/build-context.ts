/** What the builders of the tree share. Recovered nodes have holes: nothing may be assumed to be there. */
import type { CstNode, IToken } from 'chevrotain';
import type { Report } from '../base/diagnostics.js';
import type { SourceFile, Span } from '../base/source.js';
import type { Docs, Name, VersionNode } from './ast.js';
import { type Comment, docsOf } from './docs.js';
import { errors } from './errors.js';
import { type NamePlaces, nameText } from './name-places.js';
import { checkName } from './names.js';
import type { Damage } from './repair/damage.js';
import { versionProblem } from './semver.js';
import { tokenSpan } from './tokens-of.js';

/** The file that is built, where its mistakes go, and its comments. */
export interface BuildContext {
  readonly file: SourceFile;
  readonly report: Report;
  readonly tokens: readonly IToken[];
  /** Where the text was repaired. */
  readonly damage: Damage;
  readonly commentsBefore: ReadonlyMap<number, readonly Comment[]>;
  /** Where each name stands. */
  readonly places: NamePlaces;
}

type Tokens = readonly IToken[] | undefined;

/** The children of a node as they really are after recovery: any may be missing. */
export function childrenOf<Children extends object>(
  node: { readonly children: Children } | undefined,
): Partial<Children> {
  return node?.children ?? {};
}

/** The range of a node's tokens. */
export function nodeSpan(node: CstNode, cx: BuildContext): Span {
  const { startOffset = NaN, endOffset = NaN } = node.location ?? {};
  const start = Number.isFinite(startOffset) ? startOffset : 0;
  const end = Number.isFinite(endOffset) ? endOffset + 1 : start;
  return { file: cx.file, start, end };
}

/** From the start of one range to the end of another. */
export function spanFrom(first: Span, last: Span): Span {
  return { file: first.file, start: first.start, end: Math.max(first.start, last.end) };
}

/** The comments before what starts here. */
export function docsBefore(start: Span, cx: BuildContext): Docs | undefined {
  const comments = cx.commentsBefore.get(start.start);
  return comments && docsOf(comments, cx.file);
}

/** The token at an index that the text really has. */
export function tokenAt(tokens: Tokens, index = 0): IToken | undefined {
  const token = tokens?.[index];
  return token && !token.isInsertedInRecovery ? token : undefined;
}

/** A checked name, or undefined where it is missing. */
export function nameAt(tokens: Tokens, cx: BuildContext, index = 0): Name | undefined {
  const token = tokenAt(tokens, index);
  if (!token) return undefined;
  const text = nameText(token);
  const span = tokenSpan(token, cx.file);
  checkName(text, span, cx.report, (better) => cx.places.rename(text, better, cx.file));
  return { kind: 'name', text, span };
}

/** A checked version, or undefined where it is missing. */
export function versionAt(tokens: Tokens, cx: BuildContext): VersionNode | undefined {
  const token = tokenAt(tokens);
  if (!token) return undefined;
  const span = tokenSpan(token, cx.file);
  const problem = versionProblem(token.image);
  if (problem !== undefined) cx.report(errors.semver, span, { version: token.image, problem });
  return { kind: 'version', text: token.image, span };
}

/** Builds each node and leaves out those that have too many holes to be anything. */
export function buildAll<Node, Built>(
  nodes: readonly Node[] | undefined,
  build: (node: Node) => Built | undefined,
): readonly Built[] {
  const all: Built[] = [];
  for (const node of nodes ?? []) {
    const built = build(node);
    if (built !== undefined) all.push(built);
  }
  return all;
}
