/** The integers behind enums and flags. */
import { discriminantWidth } from '../../abi/layout.js';

/** The type of an enum with so many cases. */
export function enumInteger(cases: number): string {
  const widths: Partial<Record<string, string>> = { i8: 'uint8_t', i16: 'uint16_t' };
  return widths[discriminantWidth(cases)] ?? 'uint32_t';
}

/** How the bits of so many flags are held; more than 64 are no integer. */
export interface FlagBits {
  readonly integer: string;
  /** What a literal of that type ends in. */
  readonly suffix: string;
}

/** See FlagBits. */
export function flagBits(count: number): FlagBits | undefined {
  const width = [8, 16, 32, 64].find((each) => count <= each);
  if (width === undefined) return undefined;
  return { integer: `uint${String(width)}_t`, suffix: width === 64 ? 'ull' : 'u' };
}
