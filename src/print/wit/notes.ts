/** What stands before an item: documentation, then attributes. */
import type { Annotated, Stability } from '../../resolve/model.js';
import type { Lines } from './lines.js';
import { nameText } from './names.js';

/** Documentation, gate and external id, in this order. */
export function noteLines(item: Annotated & { readonly docs?: string | undefined }): Lines {
  return [...docLines(item.docs), ...attributeLines(item)];
}

/** One `///` for each line. */
export function docLines(docs: string | undefined): Lines {
  if (docs === undefined || docs === '') return [];
  return docs.split('\n').map((line) => (line === '' ? '///' : `/// ${line}`));
}

/** Gate and external id. */
export function attributeLines({ stability, externalId }: Annotated): Lines {
  const idLines = externalId === undefined ? [] : [`@external-id("${externalId.replace(special, escaped)}")`];
  return [...stabilityLines(stability), ...idLines];
}

function stabilityLines(stability: Stability | undefined): Lines {
  if (!stability) return [];
  const first =
    stability.kind === 'stable'
      ? `@since(version = ${stability.since})`
      : `@unstable(feature = ${nameText(stability.feature)})`;
  const { deprecated } = stability;
  return deprecated === undefined ? [first] : [first, `@deprecated(version = ${deprecated})`];
}

/** Whatever is not sure to be harmless within quotes. */
const special = /[^A-Za-z0-9\-_./: ]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escaped(character: string): string {
  return shortEscapes.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
