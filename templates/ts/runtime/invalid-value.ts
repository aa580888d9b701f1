/** A value of JavaScript that is none of its WIT type. Its message names the place: `points[3].x`. */
export class InvalidValue extends TypeError {
  /** Whether a call has ended by it: then it is an error of somebody else's wherever it comes out. */
  #isOut = false;

  /** `expected` is what a value must be, as in `an integer from 0 to 255`; `found` is what it is instead. */
  constructor(expected: string, value: unknown, path: string, found = described(value)) {
    super(`${path} must be ${expected}, not ${found}`);
  }

  /** Ends a call; whether it is the first. */
  comesOut(): boolean {
    const isFirst = !this.#isOut;
    this.#isOut = true;
    return isFirst;
  }

  /** The same said from further out: the message begins with the place. */
  inside(place: string): this {
    this.message = place + this.message;
    return this;
  }
}

/** What failed at a part of a value, said of the whole: `throw within(error, '[3]')`. Other errors stay as they are. */
export function within(error: unknown, place: string): unknown {
  return error instanceof InvalidValue ? error.inside(place) : error;
}

/**
 * The same of an object that was taken apart unseen. What is none has not got its parts, or has nothing that could be taken
 * apart, and then nothing else has failed.
 */
export function withinObject(error: unknown, place: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  const isOurs = error instanceof InvalidValue || value === undefined || value === null;
  return isOurs && !isObject ? new InvalidValue('an object', value, place) : within(error, place);
}

/** A value in few words: never its content, which may be long or secret, but for what is short and plain. */
function described(value: unknown): string {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return BigInt.asIntN(128, value) === value ? `${String(value)}n` : 'a huge bigint';
    case 'object':
      if (value instanceof Promise) return 'a Promise: functions are synchronous';
      return value === null ? 'null' : Array.isArray(value) ? 'an array' : 'an object';
    default:
      return `a ${typeof value}`;
  }
}
