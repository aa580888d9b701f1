import { CoreModule } from './core-module.js';

/** Any function on core values: numbers, and `bigint` for integers of 64 bits. */
export type CoreFunction = (...cores: never[]) => unknown;

/** What an interface was when somebody who calls it was built. */
export interface WantedInterface {
  readonly name: string;
  /** The function by which who provides the interface tells the same. */
  readonly symbol: string;
  /** 64 bits. */
  readonly fingerprint: bigint;
}

/** An instance of a core module that is linked with others by the names of symbols. */
export class SharedModule extends CoreModule {
  /** What it has for others: functions that it exports, and those that JavaScript has defined for it. */
  readonly functions: ReadonlyMap<string, unknown>;
  readonly wanted: readonly WantedInterface[];

  constructor(
    module: WebAssembly.Module,
    imports: WebAssembly.Imports,
    defined: ReadonlyMap<string, unknown>,
    wanted: readonly WantedInterface[],
  ) {
    super(module, imports);
    this.wanted = wanted;
    const exported = Object.entries(this.exports).filter(([, value]) => typeof value === 'function');
    this.functions = new Map([...defined, ...exported]);
  }

  /** Looks whether it means the same by an interface that it provides. */
  checkFingerprint(name: string, symbol: string, fingerprint: bigint): void {
    agree({ name, symbol, fingerprint }, this.optional(symbol));
  }
}

/**
 * What a module wants of the interfaces that it imports. A linker for WebAssembly leaves out what a module only asks for if it is
 * there, so bindings say it in a custom section, a line each. One that says nothing is welcome, as everywhere.
 */
export function wantedBy(module: WebAssembly.Module): readonly WantedInterface[] {
  const sections = WebAssembly.Module.customSections(module, 'wit-fingerprints');
  const lines = sections.flatMap((section) => new TextDecoder().decode(section).split('\n'));
  return lines.flatMap((line) => {
    const [, symbol, fingerprint, name] = /^(\S+) (0x[\da-f]{1,16}|\d{1,20}) (\S+)$/.exec(line) ?? [];
    return symbol && fingerprint && name ? [{ name, symbol, fingerprint: BigInt(fingerprint) }] : [];
  });
}

/** Looks whether who provides an interface means the same by it. `told` is its function that tells, if it has one. */
export function agree({ name, fingerprint }: WantedInterface, told: unknown): void {
  if (typeof told !== 'function') return;
  // By its name it is a function without parameters that answers with 64 bits.
  const provided = BigInt.asUintN(64, (told as () => bigint)());
  if (provided === fingerprint) return;
  const inHex = (value: bigint): string => value.toString(16).padStart(16, '0');
  throw new WebAssembly.LinkError(
    `two components do not mean the same by \`${name}\`: one was built for ${inHex(fingerprint)}, the one that provides it for ${inHex(provided)}`,
  );
}
