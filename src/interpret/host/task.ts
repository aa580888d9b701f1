import type { ResourceEntry } from './handle-table.js';

/** One call from one component to another. CanonicalABI.md "Task State" and "Subtask State". */
export class Task {
  /** Handles lent to the callee that it has not dropped. */
  borrows = 0;
  /** The caller's handles that it lends as long as the call goes on. */
  readonly #lenders: ResourceEntry[] = [];

  lend(entry: ResourceEntry): void {
    entry.lends++;
    this.#lenders.push(entry);
  }

  /** The caller has the result: its handles are its own again. */
  deliver(): void {
    for (const entry of this.#lenders) entry.lends--;
  }
}
