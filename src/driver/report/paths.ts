import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path relative to a folder, with `/`; without a folder as it is. */
export function relativePath(path: string, folder: string | undefined): string {
  if (folder === undefined) return path;
  const shown = relative(folder, resolve(folder, path));
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** Whether a relative path stays below the folder that it starts from. */
export function isBelow(path: string): boolean {
  return !isAbsolute(path) && path !== '..' && !path.startsWith('../');
}
