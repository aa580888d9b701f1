/** Suggestions for misspelt names. */

/**
 * The known name nearest to a wrong one, if it is near enough to be meant:
 * one edit for short names, two for longer ones. A swap of neighbours is one edit.
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const limit = wrong.length <= 4 ? 1 : 2;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (name === wrong || Math.abs(name.length - wrong.length) > limit) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

/** "did you mean `x`?", if there is something to mean. */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const name = nearest(wrong, known);
  return name === undefined ? undefined : `did you mean \`${name}\`?`;
}

/** The Damerau-Levenshtein distance (optimal string alignment): three rows of the table are enough. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const substitution = at(last, column - 1) + (isSame ? 0 : 1);
      const edit = Math.min(at(last, column) + 1, at(current, column - 1) + 1, substitution);
      const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(isSwap ? Math.min(edit, at(beforeLast, column - 2) + 1) : edit);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
