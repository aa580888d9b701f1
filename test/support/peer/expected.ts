/**
 * What does not work, and why. A failure that is not here is an error of ours, and so is an entry that nothing needs
 * any more.
 */
export interface Expected {
  /** The test, or all below a folder if it ends in `/`. */
  readonly test: string;
  /** Programs of which one takes part; all combinations if absent. */
  readonly programs?: readonly string[];
  readonly reason: string;
}

export const expectedFailures: readonly Expected[] = [];

/** The entry that expects a combination to fail. */
export function expectation(
  expected: readonly Expected[],
  test: string,
  programs: readonly string[],
): Expected | undefined {
  return expected.find(
    (entry) =>
      (entry.test.endsWith('/') ? test.startsWith(entry.test) : entry.test === test) &&
      (entry.programs?.some((program) => programs.includes(program)) ?? true),
  );
}
