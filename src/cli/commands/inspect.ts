import { nodeHost } from '../../base/node-host.js';
import { inspect } from '../../driver/inspect.js';
import type { InspectFlags } from '../args.js';
import { reportDiagnostics, type Terminal } from '../report.js';

/** `wit-gen inspect …`: prints a plan or symbols. Says whether there were problems. */
export async function inspectCommand(flags: InspectFlags, terminal: Terminal): Promise<boolean> {
  const { text, diagnostics } = await inspect(flags, nodeHost);
  if (reportDiagnostics(diagnostics, terminal)) return true;
  terminal.out(text ?? '');
  return false;
}
