/** The command line in a test: files on the disk, and what a call answers. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.js';

/** A new folder with files by path. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'wit-gen-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Calls wit-gen. Bytes that it prints are characters up to 255. */
export async function witGen(...argv: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    out: (output) => (out += typeof output === 'string' ? output : Buffer.from(output).toString('latin1')),
    err: (text) => (err += text),
    color: false,
    debug: false,
  });
  return { code, out, err };
}

/** Calls wit-gen with a folder as the current one. */
export async function witGenIn(root: string, ...argv: readonly string[]) {
  const before = process.cwd();
  process.chdir(root);
  try {
    return await witGen(...argv);
  } finally {
    process.chdir(before);
  }
}
