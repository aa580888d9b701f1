/** Suggestions for misspelt names. */

/**
 * The known name nearest to a wrong one, if it is near enough to be meant:
 * one edit for short names, two for longer ones. A swap of neighbours is one edit.
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const limit = wrong.length <= 4 ? 1 : 2;
  const lower = wrong.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (name === wrong || Math.abs(name.length - wrong.length) > limit) continue;
    const distance = editDistance(lower, name.toLowerCase(), limit);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

/** "did you mean `x`?", if there is something to mean. */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const name = nearest(wrong, known);
  return name === undefined ? undefined : `did you mean \`${name}\`?`;
}

/**
 * The Damerau-Levenshtein distance (optimal string alignment): three rows of the table are enough. What is more than
 * `limit` is not counted further.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  const width = b.length + 1;
  let [beforeLast, last, current] = rows(width);
  for (let column = 0; column < width; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column < width; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const substitution = at(last, column - 1) + (isSame ? 0 : 1);
      let edit = Math.min(at(last, column) + 1, at(current, column - 1) + 1, substitution);
      if (row > 1 && isSwap(a, row, b, column)) edit = Math.min(edit, at(beforeLast, column - 2) + 1);
      current[column] = edit;
      least = Math.min(least, edit);
    }
    if (least > limit) return least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, b.length);
}

function isSwap(a: string, row: number, b: string, column: number): boolean {
  return (
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  );
}

type Row = Uint32Array;

let spare: [Row, Row, Row] | undefined;

/** Three rows, the same ones for every call: thousands of names may be compared. */
function rows(width: number): [Row, Row, Row] {
  if (!spare || spare[0].length < width) {
    spare = [new Uint32Array(2 * width), new Uint32Array(2 * width), new Uint32Array(2 * width)];
  }
  return [...spare];
}

function at(row: Row, column: number): number {
  return row[column] ?? Infinity;
}
