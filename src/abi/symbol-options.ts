/** How what is linked is called, where WIT alone does not say it. */
export interface SymbolOptions {
  /** Stands before every symbol that other components define. */
  readonly importPrefix: string;
  /** Stands before every symbol that this component defines. */
  readonly exportPrefix: string;
  /** Stands before the symbols of the world's own functions, which otherwise are bare words such as `log`. */
  readonly worldPrefix: string;
  /** Which symbols are told apart by `imp_` or `exp_` where a world has an interface on both sides. */
  readonly bothSides: BothSides;
  /** Whether interfaces have a fingerprint, by which components of different texts are told apart when they are loaded. */
  readonly fingerprints: boolean;
  /** What imports and exports of a WebAssembly module are called (conventions/core-names.ts). */
  readonly coreNames: CoreNames;
}

/** The sides that get a prefix; see docs/adr/0003 and docs/linking.md. */
export const bothSidesChoices = ['both', 'imports', 'exports'] as const;

/** `legacy` is what every tool reads; `standard` are the names that begin with `cm32p2`. */
export const coreNamesChoices = ['legacy', 'standard'] as const;

export type CoreNames = (typeof coreNamesChoices)[number];

export type BothSides = (typeof bothSidesChoices)[number];

/** The names of who says nothing: those of other generators. */
export const defaultSymbols: SymbolOptions = {
  importPrefix: '',
  exportPrefix: '',
  worldPrefix: '',
  bothSides: 'both',
  fingerprints: true,
  coreNames: 'legacy',
};

/** What the options are called where users give them. */
export const symbolFlagNames: Readonly<Record<keyof SymbolOptions, string>> = {
  importPrefix: '--import-prefix',
  exportPrefix: '--export-prefix',
  worldPrefix: '--world-prefix',
  bothSides: '--both-sides',
  fingerprints: '--no-fingerprint',
  coreNames: '--core-names',
};

/** Whether a text can begin the name of a function in C. */
export const isSymbolPrefix = (text: string): boolean => /^([A-Za-z_][A-Za-z0-9_]*)?$/.test(text);
