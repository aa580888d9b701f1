import type { Host } from '../base/host.js';
import type { GeneratedFile } from '../emit/output.js';

/** What became of a generated file. */
export interface Written {
  readonly path: string;
  /** `kept`: it was there already and belongs to the user. `unchanged`: its text was there already. */
  readonly outcome: 'wrote' | 'kept' | 'unchanged';
}

/** Writes files below a folder, touching only what changes, so that builds rebuild only what must be. */
export async function writeFiles(
  files: readonly GeneratedFile[],
  outDir: string,
  host: Host,
): Promise<readonly Written[]> {
  const written: Written[] = [];
  for (const file of files) {
    const path = outDir === '' || outDir === '.' ? file.path : `${outDir.replace(/\/+$/, '')}/${file.path}`;
    const present = await host.readFile(path);
    if (present !== undefined && file.write === 'if-missing') written.push({ path, outcome: 'kept' });
    else if (present === file.content) written.push({ path, outcome: 'unchanged' });
    else {
      await host.writeFile(path, file.content);
      written.push({ path, outcome: 'wrote' });
    }
  }
  return written;
}
