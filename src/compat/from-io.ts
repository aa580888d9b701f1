/** What the reference implementation says of files that it cannot read. */
import type { Diagnostic } from '../base/diagnostics.js';
import { errors } from '../resolve/errors.js';
import type { Candidate } from './candidates.js';
import { withoutSlash } from './context.js';
import type { Root } from './finding.js';

/** Problems with reading a root, each with its turn: a group is read before anything is said about it. */
export function fromReading(
  diagnostics: readonly Diagnostic[],
  path: string,
  { groups }: Root,
): readonly Candidate[] {
  const paths = groups.map(({ group }) => group.path);
  return diagnostics.flatMap((diagnostic) => {
    const unread = unreadPath(diagnostic);
    const group = unread === undefined ? undefined : groupOf(unread, path);
    if (unread === undefined || group === undefined) return [];
    const problem = { text: textOf(unread, group, diagnostic), mark: undefined };
    const root = withoutSlash(path);
    const later = paths.findIndex((other) => group === root || (other !== root && other >= group));
    return { turn: [0, (later === -1 ? paths.length : later) - 0.5], problem, group };
  });
}

/** The path that could not be read, if that is what a diagnostic says. */
export function unreadPath({ code, values }: Diagnostic): string | undefined {
  return code === errors.unreadable.code || code === errors.notFound.code ? values.path : undefined;
}

/** The root, or the file or folder of its `deps`, that a path belongs to. */
function groupOf(path: string, rootAsGiven: string): string | undefined {
  const root = withoutSlash(rootAsGiven);
  if (path === root) return root;
  if (!path.startsWith(`${root}/`)) return undefined;
  const [first = '', entry] = path.slice(root.length + 1).split('/');
  return first === 'deps' && entry !== undefined ? `${root}/deps/${entry}` : root;
}

function textOf(path: string, group: string, diagnostic: Diagnostic): string {
  const reason = reasonOf(diagnostic);
  const isAlone = path === group;
  if (isAlone && reason === notUtf8) return `input file is not valid utf-8 [${path}]`;
  return isAlone
    ? `failed to read path for WIT [${path}]: ${reason}`
    : `failed to read file "${path}": ${reason}`;
}

const notUtf8 = 'stream did not contain valid UTF-8';

const systemErrors: ReadonlyMap<string, string> = new Map([
  ['EPERM', 'Operation not permitted (os error 1)'],
  ['ENOENT', 'No such file or directory (os error 2)'],
  ['EIO', 'Input/output error (os error 5)'],
  ['EACCES', 'Permission denied (os error 13)'],
  ['ENOTDIR', 'Not a directory (os error 20)'],
  ['EISDIR', 'Is a directory (os error 21)'],
  ['ENAMETOOLONG', 'File name too long (os error 36)'],
  ['ELOOP', 'Too many levels of symbolic links (os error 40)'],
]);

function reasonOf({ code, values }: Diagnostic): string {
  const name = code === errors.notFound.code ? 'ENOENT' : /^E[A-Z]+/.exec(values.reason ?? '')?.[0];
  return name === undefined ? notUtf8 : (systemErrors.get(name) ?? values.reason ?? name);
}
