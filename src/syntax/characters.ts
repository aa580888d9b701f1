/** Characters that WIT forbids everywhere, also in comments. Spec: WIT.md "Lexical structure". */
import type { Entry, Report } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { errors } from './errors.js';

// Finding control characters is the purpose.
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const bidi = /[\u202a-\u202e]|[\u2066-\u2069]/;
const discouraged = /\u0149|\u0673|\u0f77|\u0f79|\u17a3|\u17a4|\u17b4|\u17b5/;
const forbidden = new RegExp(`${control.source}|${bidi.source}|${discouraged.source}`, 'g');

/** Why a character is forbidden. */
export type ForbiddenKind = 'control' | 'bidi' | 'discouraged';

const entries: Readonly<Record<ForbiddenKind, Entry<'character'>>> = {
  control: errors.controlCharacter,
  bidi: errors.bidiCharacter,
  discouraged: errors.discouragedCharacter,
};

/** Reports each forbidden character. */
export function checkCharacters(file: SourceFile, report: Report): void {
  for (const match of forbiddenMatches(file.text)) {
    const [character] = match;
    const span = { file, start: match.index, end: match.index + 1 };
    report(entries[forbiddenKind(character)], span, { character: characterName(character) });
  }
}

/** All forbidden characters of a text. */
export function forbiddenMatches(text: string): IterableIterator<RegExpExecArray> {
  return text.matchAll(forbidden);
}

/** Why one of them is forbidden. */
export function forbiddenKind(character: string): ForbiddenKind {
  if (control.test(character)) return 'control';
  return bidi.test(character) ? 'bidi' : 'discouraged';
}

/** `U+202E`: a name that can be shown. */
export function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with a space for each forbidden character and a leading byte order mark: offsets stay. */
export function withoutForbidden(text: string): string {
  return text.replace(forbidden, ' ').replace(/^\uFEFF/, ' ');
}
