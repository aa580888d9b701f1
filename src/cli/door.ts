import type { Terminal } from './report.js';

/** What a command is given: where it prints, and how it answers. */
export interface Door {
  readonly terminal: Terminal;
  /** Says whether there were problems; without an answer there were none. */
  readonly answer: (hasProblems: boolean) => void;
}
