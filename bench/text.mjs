/** Figures as text. */

export const milliseconds = (time) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;

export const megabytes = (bytes, time) => `${(bytes / 1e6 / (time / 1e3)).toFixed(1)} MB/s`;

export const ratio = (value, base) => (value / base).toFixed(2);

/** Columns, the first to the left and the others to the right. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
