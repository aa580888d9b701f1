/** The part of WebAssembly's interface in JavaScript that tests use; Node's own types leave it to the DOM's. */
declare namespace WebAssembly {
  type Value = number | bigint;
  type CoreFunction = (...values: Value[]) => Value | undefined;

  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  const Module: {
    new (bytes: Uint8Array): Module;
    imports(module: Module): { readonly module: string; readonly name: string; readonly kind: string }[];
    exports(module: Module): { readonly name: string; readonly kind: string }[];
    customSections(module: Module, name: string): ArrayBuffer[];
  };

  class Memory {
    constructor(size: { readonly initial: number; readonly maximum?: number; readonly shared?: boolean });
    readonly buffer: ArrayBuffer;
  }

  class RuntimeError extends Error {}
  class LinkError extends Error {}

  type Imports = Readonly<Record<string, Readonly<Record<string, CoreFunction | Memory>>>>;
  type Exports = Readonly<Record<string, CoreFunction | Memory>>;

  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Exports;
  }
}
