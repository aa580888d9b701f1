/** The first thing about the text of a file that the reference implementation refuses. */
import type { SourceFile, Span } from '../base/source.js';
import { file as askFile } from './asked-grammar.js';
import { refuseForbidden } from './forbidden.js';
import type { Problem } from './problem.js';
import { Refusal, TokenStream } from './token-stream.js';

/** What is wrong with the text of a file; `files` are those of its package in their order. */
export function syntaxProblem(file: SourceFile, files: readonly SourceFile[]): Problem | undefined {
  try {
    refuseForbidden(file);
    askFile(new TokenStream(file));
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { problem, isCountedInPackage } = refusal;
    if (!isCountedInPackage || !problem.mark) return problem;
    return { ...problem, mark: countedInPackage(problem.mark, files) };
  }
}

/** The reference takes the place in a later file for one in the text of all files, joined by line ends. */
function countedInPackage({ file, start }: Span, files: readonly SourceFile[]): Span {
  let left = Buffer.byteLength(file.text.slice(0, start));
  for (const each of files) {
    const bytes = Buffer.from(each.text);
    if (left <= bytes.length) {
      const at = bytes.subarray(0, left).toString().length;
      return { file: each, start: at, end: at };
    }
    left -= bytes.length + 1;
  }
  return { file, start, end: start };
}
