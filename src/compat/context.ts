/** What stands before a problem: what the reference implementation was doing. */

const joined = (...parts: readonly string[]): string => parts.join(': ');

/** A problem of a folder as a whole. */
export function inFolder(root: string, text: string): string {
  return joined(`failed to resolve directory while parsing WIT for path [${root}]`, text);
}

/** A problem of one group of files; the first group of a folder is its own. */
export function inGroup(root: string, group: string, text: string): string {
  const folder = withoutSlash(root);
  if (group === folder) return inFolder(root, joined(`failed to parse package: ${root}`, text));
  const where = `failed to parse dependency directory: ${folder}/deps`;
  // A dependency that is one file is not called a package.
  const parts = group.endsWith('.wit') ? [where, text] : [where, `failed to parse package: ${group}`, text];
  return inFolder(root, joined(...parts));
}

/** A folder as it is read: without slashes at its end. */
export function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
