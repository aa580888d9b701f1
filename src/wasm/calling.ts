/** What a component says of how its functions are called. Spec: Binary.md "Canonical Definitions". */
import { type ByteReader, Malformed } from './reader.js';

/** The definitions that components have which are called without waiting. */
const definition = {
  lift: 0x00,
  lower: 0x01,
  resourceNew: 0x02,
  resourceDrop: 0x03,
  resourceRep: 0x04,
} as const;

/** Options of lifts and lowers: those with an index after them, and those that say something else than usual. */
const hasIndex = new Set([0x03, 0x04, 0x05, 0x07]);
const option = { utf8: 0x00, utf16: 0x01, latin1OrUtf16: 0x02, async: 0x06 } as const;

/** Why a host that knows nothing but names cannot call what a section of canonical definitions says, if it cannot. */
export function checkCalling(section: ByteReader): string | undefined {
  for (let left = section.number(); left > 0; left--) {
    const kind = section.byte();
    if (kind === definition.lift || kind === definition.lower) {
      // The sort of what is lifted or lowered, a function, and its index.
      section.byte();
      section.number();
      const why = section.list(readOption).find((each) => each !== undefined);
      if (why !== undefined) return why;
      if (kind === definition.lift) section.number();
    } else if (isOfResource(kind)) section.number();
    else return asynchronous;
  }
  return undefined;
}

const isOfResource = (kind: number): boolean =>
  kind === definition.resourceNew || kind === definition.resourceDrop || kind === definition.resourceRep;

const asynchronous = 'it has asynchronous functions';

/** Reads an option, and says why it is in the way if it is. */
function readOption(reader: ByteReader): string | undefined {
  const kind = reader.byte();
  if (hasIndex.has(kind)) reader.number();
  else if (kind === option.utf16 || kind === option.latin1OrUtf16) return 'its strings are not UTF-8';
  else if (kind === option.async) return asynchronous;
  else if (kind !== option.utf8) throw new Malformed('it has an unknown option of a function');
  return undefined;
}
