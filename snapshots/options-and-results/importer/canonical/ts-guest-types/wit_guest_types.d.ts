declare module 'wit-gen:types' {
  /** Values that WIT has everywhere. */

  /** An `option` where `undefined` alone would not say which one is empty: one within another. */
  export type Option<T> = { tag: 'none'; val?: undefined } | { tag: 'some'; val: T };

  /** A `result` that is not the whole result of a function. A payload of type `void` is left out. */
  export type Result<T, E> = Outcome<'ok', T> | Outcome<'err', E>;

  /** One case of a result. */
  type Outcome<Tag extends 'ok' | 'err', T> = [T] extends [void]
    ? { tag: Tag; val?: undefined }
    : { tag: Tag; val: T };

  export {};
}
