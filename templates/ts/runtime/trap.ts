/** Ends a call and the instance in which it happens: what the canonical ABI says must not be was there. */
export class Trap extends WebAssembly.RuntimeError {
  override readonly name = 'Trap';
}

/** Traps if it must. */
export function trapIf(condition: boolean, reason: string): void {
  if (condition) throw new Trap(reason);
}
