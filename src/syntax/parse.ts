/** Text to tree. */
import type { IToken } from 'chevrotain';
import { grammarMachine, witParser } from '../../grammar/parser.js';
import type { FileCstNode } from '../../grammar/cst.js';
import { type Diagnostic, DiagnosticBag, inReadingOrder, type Report } from '../base/diagnostics.js';
import type { SourceFile, Span } from '../base/source.js';
import type { FileNode } from './ast.js';
import { buildAst } from './build-ast.js';
import { withoutTooDeep } from './limits.js';
import { NamePlaces } from './name-places.js';
import { reportMistakes } from './parse-errors.js';
import { damageOf } from './repair/damage.js';
import { repair } from './repair/repair.js';
import { type Tokens, tokensOf } from './tokens-of.js';

/** A file, its tree as far as it could be understood, and what is wrong with its text. */
export interface Parsed {
  readonly file: SourceFile;
  readonly ast: FileNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same with what the tree was made from: every token, and the comments between them. */
export interface ParsedText extends Parsed, Tokens {
  /** That of the repaired text, where it did not follow the grammar. */
  readonly cst: FileCstNode;
}

/** Parses one file; never throws for bad input. */
export function parse(file: SourceFile): Parsed {
  const { ast, diagnostics } = parseText(file);
  return { file, ast, diagnostics };
}

/** Parses one file for readers of its text. */
export function parseText(file: SourceFile): ParsedText {
  const bag = new DiagnosticBag();
  const { tokens: all, commentsBefore } = tokensOf(file, bag.report);
  const lexical = bag.diagnostics.flatMap(({ span }) => span ?? []);
  const tokens = withoutTooDeep(all, file, bag.report);
  const { cst, damage } = treeOf(tokens, { file, lexical, report: bag.report });
  const places = new NamePlaces(tokens);
  const ast = buildAst(cst, { file, tokens, damage, places, report: bag.report, commentsBefore });
  return { file, ast, cst, tokens, commentsBefore, diagnostics: inReadingOrder(bag.diagnostics) };
}

interface Place {
  readonly file: SourceFile;
  readonly lexical: readonly Span[];
  readonly report: Report;
}

/** Most texts follow the grammar; the others are repaired first, and then they do. */
function treeOf(tokens: readonly IToken[], place: Place) {
  const whole = parseTokens(tokens);
  if (whole) return { cst: whole, damage: { disturbed: [], lost: [] } };
  const { tokens: repaired, mistakes } = repair(tokens, place.file, grammarMachine());
  reportMistakes(mistakes, { ...place, tokens });
  const cst: FileCstNode = parseTokens(repaired) ?? { name: 'file', children: {} };
  return { cst, damage: damageOf(mistakes, tokens, place.file) };
}

function parseTokens(tokens: readonly IToken[]): FileCstNode | undefined {
  const parser = witParser();
  parser.input = [...tokens];
  // The rule `file` makes a node named `file`; cst.ts is generated from the same rules.
  const cst = parser.file() as FileCstNode;
  return parser.errors.length === 0 ? cst : undefined;
}
