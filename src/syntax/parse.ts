/** Text to tree. */
import { witParser } from '../../grammar/parser.js';
import type { FileCstNode } from '../../grammar/cst.js';
import { type Diagnostic, DiagnosticBag, inReadingOrder } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import type { FileNode } from './ast.js';
import { buildAst } from './build-ast.js';
import { isTooDeep } from './limits.js';
import { reportParseErrors } from './parse-errors.js';
import { type Tokens, tokensOf } from './tokens-of.js';

/** A file, its tree as far as it could be understood, and what is wrong with its text. */
export interface Parsed {
  readonly file: SourceFile;
  readonly ast: FileNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same with what the tree was made from: every token, and the comments between them. */
export interface ParsedText extends Parsed, Tokens {
  /** Undefined where the text is nested too deep to be parsed. */
  readonly cst: FileCstNode | undefined;
}

/** Parses one file; never throws for bad input. */
export function parse(file: SourceFile): Parsed {
  const { ast, diagnostics } = parseText(file);
  return { file, ast, diagnostics };
}

/** Parses one file for readers of its text. */
export function parseText(file: SourceFile): ParsedText {
  const bag = new DiagnosticBag();
  const { tokens, commentsBefore } = tokensOf(file, bag.report);
  if (isTooDeep(tokens, file, bag.report)) {
    const { diagnostics } = bag;
    return { file, ast: emptyFile(file), cst: undefined, tokens, commentsBefore, diagnostics };
  }
  const lexical = bag.diagnostics.flatMap(({ span }) => span ?? []);
  const parser = witParser();
  parser.input = [...tokens];
  // The rule `file` makes a node named `file`; cst.ts is generated from the same rules.
  const cst = parser.file() as FileCstNode;
  reportParseErrors(parser.errors, { file, tokens, lexical, report: bag.report });
  const ast = buildAst(cst, { file, tokens, report: bag.report, commentsBefore });
  return { file, ast, cst, tokens, commentsBefore, diagnostics: inReadingOrder(bag.diagnostics) };
}

function emptyFile(file: SourceFile): FileNode {
  const span = { file, start: 0, end: file.text.length };
  return { kind: 'file', span, header: undefined, items: [] };
}
