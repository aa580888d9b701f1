import { DiagnosticBag } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { generate } from '../../driver/generate.js';
import { driverErrors } from '../../driver/errors.js';
import { writeFiles, type Written } from '../../driver/write.js';
import type { GeneratedFile } from '../../emit/output.js';
import type { GenerateFlags } from '../args.js';
import { loadBackend } from '../load-backend.js';
import { reportDiagnostics, type Terminal } from '../report.js';

/** `wit-gen …`: writes bindings, a line a file. Says whether there were problems. */
export async function generateCommand(flags: GenerateFlags, terminal: Terminal): Promise<boolean> {
  const bag = new DiagnosticBag();
  const backend = await loadBackend(flags.lang, bag.report);
  if (!backend) return reportDiagnostics(bag.diagnostics, terminal);
  const { files, diagnostics } = await generate({ ...flags, backend }, nodeHost);
  if (reportDiagnostics(diagnostics, terminal)) return true;
  const written = await writeAll(files, flags.outDir, bag);
  for (const { path, outcome } of written) terminal.out(`${outcome} ${path}\n`);
  return reportDiagnostics(bag.diagnostics, terminal);
}

/** A disk that refuses is the user's to mend, not a mistake of ours. */
async function writeAll(
  files: readonly GeneratedFile[],
  outDir: string,
  bag: DiagnosticBag,
): Promise<readonly Written[]> {
  try {
    return await writeFiles(files, outDir, nodeHost);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    bag.report(driverErrors.unwritable, undefined, { folder: outDir, why });
    return [];
  }
}
