/** What the reference implementation refuses first. */
import type { SourceFile } from '../base/source.js';

/** A range of UTF-16 offsets of a file; without width where the reference marks one byte. */
export interface Mark {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The words of the reference and where it says them; without a mark it shows no place. */
export interface Problem {
  readonly text: string;
  readonly mark: Mark | undefined;
}
