/** What the reference implementation refuses first. */
import type { Span } from '../base/source.js';

/** The words of the reference and where it says them. */
export interface Problem {
  readonly text: string;
  /** Without width where the reference marks one byte; without a mark it shows no place. */
  readonly mark: Span | undefined;
}
