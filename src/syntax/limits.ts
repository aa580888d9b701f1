/** Limits of nesting, so that no input can exhaust the stack. They are those of the reference parser. */
import type { IToken } from 'chevrotain';
import {
  GreaterThan,
  Identifier,
  keyword,
  LeftBrace,
  LessThan,
  RightBrace,
  Semicolon,
} from '../../grammar/tokens.js';
import type { Report } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { errors } from './errors.js';
import { hole } from './repair/hole.js';
import { tokenSpan } from './tokens-of.js';

const limit = 100;
const values = { limit: String(limit) };

/** Reports what nests too deep and leaves it out. */
export function withoutTooDeep(
  tokens: readonly IToken[],
  file: SourceFile,
  report: Report,
): readonly IToken[] {
  if (!nestsDeep(tokens)) return tokens;
  return withoutDeepTypes(withoutDeepPackages(tokens, file, report), file, report);
}

/** Whether anything may nest too deep: braces and angles, right or wrong, are only counted. */
function nestsDeep(tokens: readonly IToken[]): boolean {
  let [braces, angles] = [0, 0];
  return tokens.some(({ tokenType }) => {
    if (tokenType === LeftBrace) braces++;
    else if (tokenType === RightBrace) braces--;
    else if (tokenType === LessThan) angles++;
    else if (tokenType === GreaterThan) angles = Math.max(0, angles - 1);
    if (typeEnds.has(tokenType)) angles = 0;
    return braces >= limit || angles >= limit;
  });
}

function withoutDeepPackages(tokens: readonly IToken[], file: SourceFile, report: Report): readonly IToken[] {
  let braces = 0;
  let isSkipping = false;
  return tokens.filter((token) => {
    const { tokenType } = token;
    if (!isSkipping && braces >= limit && tokenType === keyword('package')) {
      report(errors.packageDepth, tokenSpan(token, file), values);
      isSkipping = true;
    }
    if (tokenType === LeftBrace) braces++;
    else if (tokenType === RightBrace) braces--;
    if (braces < limit) isSkipping = false;
    return !isSkipping;
  });
}

/** No type reaches over these: angles that are still open belong to a mistake. */
const typeEnds: ReadonlySet<unknown> = new Set([Semicolon, LeftBrace, RightBrace]);

/** A hole stands for a type that is too deep in others. */
function withoutDeepTypes(tokens: readonly IToken[], file: SourceFile, report: Report): readonly IToken[] {
  const kept: IToken[] = [];
  let angles = 0;
  let isSkipping = false;
  for (const token of tokens) {
    const { tokenType } = token;
    if (typeEnds.has(tokenType)) {
      if (isSkipping) kept.push(...Array.from({ length: limit }, () => hole(GreaterThan)));
      [angles, isSkipping] = [0, false];
    }
    if (!isSkipping && angles >= limit) {
      report(errors.typeDepth, tokenSpan(token, file), values);
      kept.push(hole(Identifier));
      isSkipping = true;
    }
    if (tokenType === LessThan) angles++;
    else if (tokenType === GreaterThan) angles = Math.max(0, angles - 1);
    if (angles < limit) isSkipping = false;
    if (!isSkipping) kept.push(token);
  }
  return kept;
}
