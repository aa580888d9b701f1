/** Limits of nesting, so that no input can exhaust the stack. They are those of the reference parser. */
import type { IToken } from 'chevrotain';
import { GreaterThan, keyword, LeftBrace, LessThan, RightBrace, Semicolon } from '../../grammar/tokens.js';
import type { Report } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { errors } from './errors.js';
import { tokenSpan } from './tokens-of.js';

const limit = 100;

/** Reports the first place that nests too deep; such a file is not parsed. */
export function isTooDeep(tokens: readonly IToken[], file: SourceFile, report: Report): boolean {
  let angles = 0;
  let braces = 0;
  for (const token of tokens) {
    const { tokenType } = token;
    const isDeepPackage = braces >= limit && tokenType === keyword('package');
    if (angles >= limit || isDeepPackage) {
      const kind = isDeepPackage ? errors.packageDepth : errors.typeDepth;
      report(kind, tokenSpan(token, file), { limit: String(limit) });
      return true;
    }
    if (tokenType === LessThan) angles++;
    else if (tokenType === GreaterThan) angles = Math.max(0, angles - 1);
    else if (tokenType === LeftBrace) braces++;
    else if (tokenType === RightBrace) braces--;
    // No type reaches over these: angles that are still open belong to a mistake.
    if (tokenType === Semicolon || tokenType === LeftBrace || tokenType === RightBrace) angles = 0;
  }
  return false;
}
