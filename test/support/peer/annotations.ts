/** What test programs of wit-bindgen say about themselves: lines `//@ …` at the top of a file, together a little TOML. */

/** The part of TOML that annotations use. */
export type Annotation = string | boolean | readonly string[];

const assignment = /^([A-Za-z-]+)\s*=\s*(true|false|'[^']*'|"[^"]*"|\[(?:[^\]'"]|'[^']*'|"[^"]*")*\])\s*$/;

/**
 * The annotations of a file by name; those of a table have its name before them (`lang.rustflags`).
 * Throws for what is not an assignment, because a misread annotation would be a misread test.
 */
export function annotationsOf(text: string): ReadonlyMap<string, Annotation> {
  const found = new Map<string, Annotation>();
  let table = '';
  let pending = '';
  for (const line of annotationLines(text)) {
    const header = /^\[([a-z]+)\]$/.exec(line.trim());
    if (header && pending === '') {
      table = `${header[1] ?? ''}.`;
      continue;
    }
    pending = `${pending} ${line}`.trim();
    const parts = assignment.exec(pending);
    if (!parts) continue;
    found.set(`${table}${parts[1] ?? ''}`, valueOf(parts[2] ?? ''));
    pending = '';
  }
  if (pending !== '') throw new Error(`not understood as an annotation: ${pending}`);
  return found;
}

function annotationLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//@'));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice('//@'.length));
}

function valueOf(text: string): Annotation {
  if (text === 'true' || text === 'false') return text === 'true';
  if (!text.startsWith('[')) return text.slice(1, -1);
  return [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
}

/** An annotation as a list of words: arrays as they are, a text split at its spaces. */
export function wordsOf(value: Annotation | undefined): readonly string[] {
  if (value === undefined || typeof value === 'boolean') return [];
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : value;
}
