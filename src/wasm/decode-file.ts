/** A file that holds a package encoded as WebAssembly, binary or as text. */
import { decodePackage, type Decoded } from './decode.js';
import { isBinary } from './read-package.js';
import { parseWat } from './wat.js';

/** The package as WIT, or why there is none. */
export async function decodeFile(bytes: Uint8Array): Promise<Decoded> {
  if (isBinary(bytes)) return decodePackage(bytes);
  const parsed = await parseWat(new TextDecoder().decode(bytes));
  return 'bytes' in parsed ? decodePackage(parsed.bytes) : parsed;
}
