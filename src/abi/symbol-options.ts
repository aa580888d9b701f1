/** How native symbols differ from what WIT alone makes them. */
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
}

/** The sides that get a prefix; see docs/adr/0003 and docs/linking.md. */
export const bothSidesChoices = ['both', 'imports', 'exports'] as const;

export type BothSides = (typeof bothSidesChoices)[number];

/** The symbols of who says nothing: compatible with other generators of the symmetric ABI. */
export const defaultSymbols: SymbolOptions = {
  importPrefix: '',
  exportPrefix: '',
  worldPrefix: '',
  bothSides: 'both',
  fingerprints: true,
};

/** Whether a text can begin the name of a function in C. */
export const isSymbolPrefix = (text: string): boolean => /^([A-Za-z_][A-Za-z0-9_]*)?$/.test(text);
