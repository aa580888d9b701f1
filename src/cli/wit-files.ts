/** Which files are meant by paths of files and folders. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { Report } from '../base/diagnostics.js';
import { byBytes } from '../base/host.js';
import { errors } from '../resolve/errors.js';

/** Folders that hold the work of others or of tools. */
const isForeign = (name: string): boolean =>
  name === 'node_modules' || name === 'deps' || name === 'target' || name.startsWith('.');

/**
 * Files stand for themselves, and so does what is not there. A folder stands for the `.wit` files below it,
 * but for those in folders of others. Links are not followed, so that each file is met once.
 */
export async function witFiles(paths: readonly string[], report: Report): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...((await isFolder(path)) ? await filesBelow(path, report) : [path]));
  return [...new Set(found)];
}

async function filesBelow(folder: string, report: Report): Promise<readonly string[]> {
  const prefix = folder === '.' ? '' : folder.replace(/\/*$/, '/');
  const found: string[] = [];
  for (const entry of await entriesOf(folder, report)) {
    const path = prefix + entry.name;
    if (entry.isFile() && entry.name.endsWith('.wit')) found.push(path);
    if (entry.isDirectory() && !isForeign(entry.name)) found.push(...(await filesBelow(path, report)));
  }
  return found;
}

async function entriesOf(folder: string, report: Report): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => byBytes(a.name, b.name));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(errors.unreadable, undefined, { path: folder, reason });
    return [];
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
