/**
 * Goldens are real files under `snapshots/`, so that they can be read, compiled and diffed.
 * A missing one is written (in `--ci` it is a failure), a changed one fails with a diff, `jest -u` rewrites.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

type UpdateMode = 'all' | 'new' | 'none';

/** How this run treats goldens: `-u` is "all", `--ci` is "none". Jest keeps it in an undocumented place. */
function updateMode(context: jest.MatcherContext): UpdateMode {
  // Not in jest's types; verified with jest 30.5. If it moves, the golden test of this file fails.
  const state = (context as { snapshotState?: { _updateSnapshot?: UpdateMode } }).snapshotState;
  return state?._updateSnapshot ?? 'none';
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

expect.extend({
  toMatchGolden(received: unknown, path: string) {
    if (typeof received !== 'string') throw new TypeError('a golden is compared with text');
    const shown = relative(repository, path);
    const mode = updateMode(this);
    const known = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (known === received) return { pass: true, message: () => `${shown} is as it was` };
    if (mode === 'all' || (mode === 'new' && known === undefined)) {
      write(path, received);
      return { pass: true, message: () => `${shown} is written` };
    }
    const difference =
      known === undefined
        ? 'The file does not exist; run the test without --ci to write it.'
        : (this.utils.diff(known, received) ?? 'They differ.');
    return { pass: false, message: () => `${shown} is not what it was:\n\n${difference}` };
  },
});

declare global {
  // Jest's types are extended by merging with their namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    interface Matchers<R> {
      /** Compares text with a file; `path` is absolute. */
      toMatchGolden(path: string): R;
    }
  }
}

/** Compares text with the file `snapshots/<relativePath>`. */
export function expectGolden(relativePath: string, content: string): void {
  expect(content).toMatchGolden(join(repository, 'snapshots', relativePath));
}

/** Compares each file of a tree (pairs of path and content) with `snapshots/<folder>/<path>`. */
export function expectGoldenTree(
  folder: string,
  files: Iterable<readonly [path: string, content: string]>,
): void {
  for (const [path, content] of files) expectGolden(join(folder, path), content);
}
