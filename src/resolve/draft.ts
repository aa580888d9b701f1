/** Model objects while they are filled: they refer to each other, so some exist before they are complete. */

/** The same shape, writable; lists can be appended to. */
export type Draft<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Element)[] ? Element[] : T[Key];
};
