/** What is spoilt: every WIT file below a folder on its own, and every folder of WIT with its dependencies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files by path, and the one or the folder to begin with. */
export interface Project {
  readonly root: string;
  readonly files: Readonly<Record<string, string>>;
}

/** All projects below some folders; none of a folder that is not there. */
export function projectsIn(folders: readonly string[]): readonly Project[] {
  return folders.flatMap((folder) => (existsSync(folder) ? projectsInFolder(folder) : []));
}

function projectsInFolder(folder: string): readonly Project[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const paths = entries.filter((path) => path.endsWith('.wit') && isText(join(folder, path)));
  const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const alone = paths.map((path): Project => ({ root: 'a.wit', files: { 'a.wit': text(path) } }));
  const parents = new Set(
    paths.flatMap((path) => (path.includes('/deps/') ? [path.split('/deps/')[0] ?? ''] : [])),
  );
  const whole = [...parents].map((parent): Project => {
    const own = paths.filter((path) => dirname(path) === parent || path.startsWith(`${parent}/deps/`));
    const files = own.map((path) => [`wit${path.slice(parent.length)}`, text(path)] as const);
    return { root: 'wit', files: Object.fromEntries(files) };
  });
  return [...alone, ...whole];
}

function isText(path: string): boolean {
  try {
    const content = readFileSync(path, 'utf8');
    return content.length < 40_000;
  } catch {
    return false;
  }
}
