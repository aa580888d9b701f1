/** The one file that reads and writes the disk on behalf of the library. */
import { chmod, mkdir, readdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { byBytes, decodeText, type Host } from './host.js';

/** The files of this machine; relative paths start at the current folder. */
export const nodeHost: Host = {
  readBytes: (path) => orUndefined(readFile(path)),
  readFile: async (path) => decodeText(await orUndefined(readFile(path))),

  async list(dir) {
    const entries = await orUndefined(readdir(dir === '' ? '.' : dir, { withFileTypes: true }));
    if (!entries) return undefined;
    const names = await Promise.all(
      entries.map(async (entry) => {
        const isFolder = entry.isSymbolicLink()
          ? await leadsToFolder(`${dir}/${entry.name}`)
          : entry.isDirectory();
        return isFolder ? `${entry.name}/` : entry.name;
      }),
    );
    return names.sort(byBytes);
  },

  /**
   * Writes beside the target and renames, so that no reader ever sees half a file.
   * A file that was there keeps its permissions, and a link to it stays a link.
   */
  async writeFile(path, content) {
    await mkdir(dirname(path), { recursive: true });
    const target = (await orUndefined(realpath(path))) ?? path;
    const before = await orUndefined(stat(target));
    const temporary = `${target}.wit-gen-${String(process.pid)}`;
    await writeFile(temporary, content);
    if (before) await chmod(temporary, before.mode);
    await rename(temporary, target);
  },
};

/** A folder that ships with a backend, as relative path → text. Sorted, so that nothing depends on the disk's order. */
export async function readBundledFolder(folder: URL): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => byBytes(a.name, b.name))) {
    const url = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder);
    if (!entry.isDirectory()) {
      files.set(entry.name, await readFile(url, 'utf8'));
      continue;
    }
    for (const [path, text] of await readBundledFolder(url)) files.set(`${entry.name}/${path}`, text);
  }
  return files;
}

/** What is not there is undefined; anything else that goes wrong is the caller's to report. */
async function orUndefined<Value>(pending: Promise<Value>): Promise<Value | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A link to nothing, or to itself, leads to no folder; who reads it is told why. */
async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
