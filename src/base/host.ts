/** The files that a run may see. Paths use `/`; all results are in a stable order. */
export interface Host {
  /** The text of a file, or undefined where there is none. Rejects if it cannot be read or is not UTF-8. */
  readFile(path: string): Promise<string | undefined>;
  /** The bytes of a file, or undefined where there is none. Rejects if it cannot be read. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** The names in a folder sorted by their UTF-8 bytes, folders with a trailing `/`; undefined where there is no folder. */
  list(dir: string): Promise<readonly string[] | undefined>;
  /** Writes a file, making its folders. */
  writeFile(path: string, content: string): Promise<void>;
}

/** A host over a plain object of path → text: for tests and for in-memory use. */
export interface MemoryHost extends Host {
  /** The text files. */
  readonly files: ReadonlyMap<string, string>;
}

/** `binaries` are files that are no text, such as packages encoded as WebAssembly. */
export function memoryHost(
  initial: Readonly<Record<string, string>> = {},
  binaries: Readonly<Record<string, Uint8Array>> = {},
): MemoryHost {
  const files = new Map(Object.entries(initial));
  const others = new Map(Object.entries(binaries));
  return {
    files,
    readBytes: (path) => Promise.resolve(others.get(path) ?? encodeText(files.get(path))),
    readFile: (path) =>
      Promise.resolve(others.get(path)).then((bytes) => files.get(path) ?? decodeText(bytes)),
    list(dir) {
      const prefix = dir === '' || dir === '.' ? '' : dir.replace(/\/*$/, '/');
      const names = new Set<string>();
      for (const path of [...files.keys(), ...others.keys()]) {
        if (!path.startsWith(prefix)) continue;
        const [first = '', ...rest] = path.slice(prefix.length).split('/');
        names.add(rest.length > 0 ? `${first}/` : first);
      }
      return Promise.resolve(names.size === 0 ? undefined : [...names].sort(byBytes));
    },
    writeFile(path, content) {
      files.set(path, content);
      return Promise.resolve();
    },
  };
}

function encodeText(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** Bytes as text; throws where they are not UTF-8. */
export function decodeText(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Orders text as its UTF-8 bytes, which is the order of its code points. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
