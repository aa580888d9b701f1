/** A mistake of ours, never of the user's input. The command line answers it with exit code 70. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** States what must hold here; `expected` completes the sentence "expected …". */
export function invariant(condition: unknown, expected: string): asserts condition {
  if (!condition) throw new InternalError(`expected ${expected}`);
}

/** Ends an exhaustive switch: reaching it is a compile error first and an internal error second. */
export function unreachable(value: never): never {
  throw new InternalError(`expected every kind to be handled, met ${JSON.stringify(value)}`);
}
