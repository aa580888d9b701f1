/** Thrown where a function of WIT returns the error of its `result`, which is the payload. */
export class ComponentError<Payload = unknown> extends Error {
  readonly payload: Payload;

  constructor(payload: Payload) {
    super(typeof payload === 'string' ? payload : 'the component returned an error (see payload)');
    this.payload = payload;
  }
}

/**
 * The error that a function of the host means by what it threw: a `payload`, or the very thing that it threw. An `Error`
 * without a payload is no error of WIT, and is thrown on.
 */
export function errorOf(thrown: unknown): unknown {
  if (typeof thrown === 'object' && thrown !== null && Object.hasOwn(thrown, 'payload')) {
    return (thrown as { readonly payload: unknown }).payload;
  }
  if (thrown instanceof Error) throw thrown;
  return thrown;
}
