/** The files that a run may see. Paths use `/`; all results are in a stable order. */
export interface Host {
  /** The text of a file, or undefined where there is none. Rejects if it cannot be read or is not UTF-8. */
  readFile(path: string): Promise<string | undefined>;
  /** The names in a folder sorted by their UTF-8 bytes, folders with a trailing `/`; undefined where there is no folder. */
  list(dir: string): Promise<readonly string[] | undefined>;
  /** Writes a file, making its folders. */
  writeFile(path: string, content: string): Promise<void>;
}

/** A host over a plain object of path → text: for tests and for in-memory use. */
export interface MemoryHost extends Host {
  readonly files: ReadonlyMap<string, string>;
}

export function memoryHost(initial: Readonly<Record<string, string>> = {}): MemoryHost {
  const files = new Map(Object.entries(initial));
  return {
    files,
    readFile: (path) => Promise.resolve(files.get(path)),
    list(dir) {
      const prefix = dir === '' || dir === '.' ? '' : dir.replace(/\/*$/, '/');
      const names = new Set<string>();
      for (const path of files.keys()) {
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

/** Orders text as its UTF-8 bytes, which is the order of its code points. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
