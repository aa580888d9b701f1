/** `wit-gen core-module …`: takes the core module out of a component. */
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { DiagnosticBag, type Diagnostic } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { extractCoreModule } from '../../driver/core-module.js';
import { driverErrors } from '../../driver/errors.js';
import type { Door } from '../door.js';
import { reportDiagnostics } from '../report.js';

interface RawFlags {
  readonly output?: string;
}

export function coreModuleCommand({ terminal, answer }: Door): Command {
  return new Command('core-module')
    .description('Take the core module out of a component, for emitted glue.')
    .argument('<component>', 'a component that consists of one core module, `.wasm` or `.wat`')
    .option('-o, --output <file>', 'where the module goes; without it, to standard output')
    .action(async (component: string, { output }: RawFlags) => {
      const { module, diagnostics } = await extractCoreModule(component, nodeHost);
      const more = module && output !== undefined ? await written(output, module) : [];
      const hasProblems = reportDiagnostics([...diagnostics, ...more], terminal);
      if (module && output === undefined) terminal.out(module);
      answer(hasProblems);
    });
}

/** Writes the module, or says why it cannot be written. */
async function written(path: string, module: Uint8Array): Promise<readonly Diagnostic[]> {
  const bag = new DiagnosticBag();
  try {
    await writeFile(path, module);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    bag.report(driverErrors.unwritable, undefined, { path, why });
  }
  return bag.diagnostics;
}
