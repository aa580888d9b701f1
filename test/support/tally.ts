/** Counts what is as expected, and prints a line a set and a total. */
interface Count {
  good: number;
  all: number;
}

/** The counts of a run. */
export class Tally {
  readonly #counts = new Map<string, Map<string, Count>>();

  constructor(readonly columns: readonly string[]) {}

  count(set: string, column: string, isGood: boolean): void {
    for (const row of [set, 'total']) {
      const counts = this.#counts.get(row) ?? new Map<string, Count>();
      this.#counts.set(row, counts);
      const count = counts.get(column) ?? { good: 0, all: 0 };
      counts.set(column, count);
      count.all += 1;
      if (isGood) count.good += 1;
    }
  }

  /** One line a set, the total last. */
  text(): string {
    const sets = [...this.#counts.keys()].filter((set) => set !== 'total');
    const rows = [...sets, 'total'].map((set) => [
      set,
      ...this.columns.map((column) => this.#cell(set, column)),
    ]);
    return [['', ...this.columns], ...rows].map(lineOf).join('');
  }

  #cell(set: string, column: string): string {
    const count = this.#counts.get(set)?.get(column);
    return count ? `${String(count.good)}/${String(count.all)}` : '';
  }
}

function lineOf([set = '', ...cells]: readonly string[]): string {
  return `${set.padEnd(12)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd() + '\n';
}
