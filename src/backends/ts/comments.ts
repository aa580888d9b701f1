/** WIT documentation as TSDoc: user text that must not become code, or a directive of the compiler. */
import type { Annotated } from '../../resolve/model.js';

/** Control characters, and those that reorder the text around them. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const unwelcome = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The lines of a documentation text, without comment marks. */
export function docText(docs: string | undefined): readonly string[] {
  if (docs === undefined || docs.trim() === '') return [];
  return docs
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => harmless(line).trimEnd());
}

/** What a declaration says of its age, as tags. */
export function stabilityTags({ stability }: Annotated): readonly string[] {
  if (stability === undefined) return [];
  const since = stability.kind === 'stable' ? [`@since ${stability.since}`] : [];
  return stability.deprecated === undefined
    ? since
    : [...since, `@deprecated Since ${stability.deprecated}.`];
}

/**
 * A comment of these lines, with the tags behind an empty line. It never stands in one line: there the
 * compiler would take `@ts-expect-error` for a directive.
 */
export function comment(text: readonly string[], tags: readonly string[] = []): readonly string[] {
  const between = text.length > 0 && tags.length > 0 ? [''] : [];
  const lines = [...text, ...between, ...tags];
  if (lines.length === 0) return [];
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** A line neither ends the comment nor begins with a tag that WIT does not mean. */
function harmless(line: string): string {
  return line
    .replace(unwelcome, '')
    .replaceAll('*/', '*\\/')
    .replace(/^(\s*)@/, '$1\\@');
}
