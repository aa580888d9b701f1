/** Prettier's documents: text with choices of where lines end, and the printer that takes them. */
import { builders, printer } from 'prettier/doc';

export const {
  breakParent,
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  lineSuffix,
  literalline,
  softline,
} = builders;

export type Doc = builders.Doc;

/** How wide lines may be, and how they are indented. */
export interface DocOptions {
  readonly printWidth: number;
  readonly tabWidth: number;
  readonly useTabs: boolean;
}

/** The text of a document. */
export function printDoc(doc: Doc, options: DocOptions): string {
  return printer.printDocToString(doc, options).formatted;
}
