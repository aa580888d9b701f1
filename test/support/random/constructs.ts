/** Which parts of WIT random packages use beyond types, functions, resources, interfaces and worlds. */
export interface Constructs {
  /** Comments before items and members. */
  readonly docs: boolean;
  /** `@since`, `@unstable`, `@deprecated` and `@external-id`; `@unstable` stands on functions only. */
  readonly attributes: boolean;
  /** `async`, `stream`, `future` and `error-context`. */
  readonly concurrency: boolean;
  /** `map<…>`. */
  readonly maps: boolean;
  /** `list<…, 4>`. */
  readonly fixedLengthLists: boolean;
  /** `import label: path;`. */
  readonly labels: boolean;
  /** `include … with { … }`. */
  readonly renames: boolean;
  /** `package … { … }`. */
  readonly nestedPackages: boolean;
  /** `use … as …;` at the top of a file. */
  readonly topLevelUses: boolean;
}

/** All of the language. */
export const wholeLanguage: Constructs = {
  docs: true,
  attributes: true,
  concurrency: true,
  maps: true,
  fixedLengthLists: true,
  labels: true,
  renames: true,
  nestedPackages: true,
  topLevelUses: true,
};

/** What can be called without waiting, in all languages that are generated. */
export const synchronousCore: Constructs = { ...wholeLanguage, concurrency: false };
