/** Limits of nesting, so that no input can exhaust the stack. They are those of the reference parser. */
import type { IToken } from 'chevrotain';
import {
  GreaterThan,
  LeftBrace,
  LessThan,
  RightBrace,
  Semicolon,
} from '../../grammar/tokens.js';
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
    if (angles >= limit || braces > limit) {
      const kind = angles >= limit ? errors.typeDepth : errors.packageDepth;
      report(kind, tokenSpan(token, file), { limit: String(limit) });
      return true;
    }
    const { tokenType } = token;
    if (tokenType === LessThan) angles++;
    else if (tokenType === GreaterThan) angles = Math.max(0, angles - 1);
    else if (tokenType === LeftBrace) braces++;
    else if (tokenType === RightBrace) braces--;
    if (tokenType === Semicolon || tokenType === LeftBrace || tokenType === RightBrace) angles = 0;
  }
  return false;
}
