/** What stands before an item: documentation, then attributes. */
import type { Annotated, Stability } from '../../resolve/model.js';
import type { Lines } from '../../base/lines.js';
import { docLines } from '../../syntax/docs.js';
import { writtenString } from '../../syntax/strings.js';
import { writtenName } from '../../syntax/names.js';

/** Documentation, gate and external id, in this order. */
export function noteLines(item: Annotated & { readonly docs?: string | undefined }): Lines {
  return [...docLines(item.docs), ...attributeLines(item)];
}

/** Gate and external id. */
export function attributeLines({ stability, externalId }: Annotated): Lines {
  const idLines = externalId === undefined ? [] : [`@external-id(${writtenString(externalId)})`];
  return [...stabilityLines(stability), ...idLines];
}

function stabilityLines(stability: Stability | undefined): Lines {
  if (!stability) return [];
  const first =
    stability.kind === 'stable'
      ? `@since(version = ${stability.since})`
      : `@unstable(feature = ${writtenName(stability.feature)})`;
  const { deprecated } = stability;
  return deprecated === undefined ? [first] : [first, `@deprecated(version = ${deprecated})`];
}
