import { DiagnosticBag } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { generate } from '../../driver/generate.js';
import { writeFiles } from '../../driver/write.js';
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
  for (const { path, outcome } of await writeFiles(files, flags.outDir, nodeHost)) {
    terminal.out(`${outcome} ${path}\n`);
  }
  return false;
}
