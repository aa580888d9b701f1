/** The lines of two texts beside each other: a longest common subsequence, written as `diff -u` writes it. */

/** `  ` before lines of both, `- ` before those of the first alone, `+ ` before those of the second alone. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const start = sharedStart(before, after);
  const [restBefore, restAfter] = [before.slice(start), after.slice(start)];
  const end = sharedStart(restBefore.toReversed(), restAfter.toReversed());
  const until = (lines: readonly string[]): readonly string[] => lines.slice(0, lines.length - end);
  return [
    ...before.slice(0, start).map(same),
    ...changes(until(restBefore), until(restAfter)),
    ...before.slice(before.length - end).map(same),
  ];
}

const same = (line: string): string => `  ${line}`;

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((line, index) => line !== b[index]);
  return different < 0 ? a.length : different;
}

function changes(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = commonLengths(before, after);
  const left = (row: number, column: number): number => common[row]?.[column] ?? 0;
  const rows: string[] = [];
  let [row, column] = [0, 0];
  for (;;) {
    const [one, other] = [before[row], after[column]];
    if (one === undefined && other === undefined) return rows;
    if (one !== undefined && one === other) {
      rows.push(same(one));
      row++;
      column++;
    } else if (one !== undefined && left(row + 1, column) >= left(row, column + 1)) {
      rows.push(`- ${one}`);
      row++;
    } else {
      rows.push(`+ ${other ?? ''}`);
      column++;
    }
  }
}

/** How many lines the rests behind each pair of places have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row--) {
    const [here, below] = [table[row], table[row + 1]];
    for (let column = after.length - 1; here && below && column >= 0; column--) {
      const [down = 0, right = 0, diagonal = 0] = [below[column], here[column + 1], below[column + 1]];
      here[column] = before[row] === after[column] ? diagonal + 1 : Math.max(down, right);
    }
  }
  return table;
}
