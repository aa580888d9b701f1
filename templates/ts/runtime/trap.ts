/** Ends a call and the instance in which it happens: what the canonical ABI says must not be was there. */
export class Trap extends WebAssembly.RuntimeError {
  override readonly name = 'Trap';

  constructor(reason: string, options?: ErrorOptions) {
    // What it extends is declared without options.
    super(reason);
    if (options) this.cause = options.cause;
  }
}

/** Traps if it must. */
export function trapIf(condition: boolean, reason: string): void {
  if (condition) throw new Trap(reason);
}
