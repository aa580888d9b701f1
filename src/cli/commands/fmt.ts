/** `wit-gen fmt …`: formats files of WIT. */
import { Command } from 'commander';
import { DiagnosticBag, type Diagnostic } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import type { SourceFile } from '../../base/source.js';
import { driverErrors } from '../../driver/errors.js';
import { format } from '../../format/format.js';
import { readFile } from '../../resolve/load.js';
import type { Door } from '../door.js';
import { reportDiagnostics, type Terminal } from '../report.js';
import { witFiles } from '../wit-files.js';

interface RawFlags {
  readonly check?: true;
  readonly stdin?: true;
  readonly stdinFilepath: string;
}

export function fmtCommand({ terminal, answer }: Door): Command {
  const command = new Command('fmt')
    .description('Format WIT: one style, every comment where it stands, the same meaning.')
    .argument('[paths...]', 'files, and folders with all `.wit` files below them (default: ".")')
    .option('--check', 'write nothing; list the files that would change, and exit with 1 if there are any')
    .option('--stdin', 'format what is piped in, and print it')
    .option('--stdin-filepath <path>', 'what to call it in errors', '<stdin>')
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], raw: RawFlags) => {
      if (raw.stdin && paths.length > 0) command.error('error: --stdin takes no paths');
      const isWrong = raw.stdin
        ? await formatInput(raw, terminal)
        : await formatFiles(paths.length > 0 ? paths : ['.'], raw, terminal);
      answer(isWrong);
    });
  return command;
}

/** Formats what is piped in; says whether something is wrong. */
async function formatInput(raw: RawFlags, terminal: Terminal): Promise<boolean> {
  const file = { path: raw.stdinFilepath, text: (await terminal.input?.()) ?? '' };
  const formatted = format(file);
  if ('diagnostics' in formatted) return reportDiagnostics(formatted.diagnostics, terminal);
  if (!raw.check) terminal.out(formatted.text);
  else if (formatted.text !== file.text) terminal.out(`${file.path}\n`);
  return raw.check === true && formatted.text !== file.text;
}

/** Formats all files that can be; says whether something is wrong. */
async function formatFiles(paths: readonly string[], raw: RawFlags, terminal: Terminal): Promise<boolean> {
  const bag = new DiagnosticBag();
  const files = await witFiles(paths, bag.report);
  const diagnostics = [...bag.diagnostics];
  let changed = 0;
  for (const path of files) {
    const outcome = await formatFile(path, raw);
    diagnostics.push(...outcome.diagnostics);
    if (!outcome.isChanged) continue;
    changed++;
    terminal.out(`${path}\n`);
  }
  const hasErrors = reportDiagnostics(diagnostics, terminal);
  if (!raw.check || changed === 0) return hasErrors;
  terminal.err(`${String(changed)} ${changed === 1 ? 'file is' : 'files are'} not formatted\n`);
  return true;
}

interface Outcome {
  readonly isChanged: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function formatFile(path: string, raw: RawFlags): Promise<Outcome> {
  const bag = new DiagnosticBag();
  const file = await readFile(path, nodeHost, bag.report);
  const formatted = file && format(file);
  if (!formatted || 'diagnostics' in formatted) {
    return { isChanged: false, diagnostics: formatted?.diagnostics ?? bag.diagnostics };
  }
  if (formatted.text === file.text) return { isChanged: false, diagnostics: [] };
  if (raw.check) return { isChanged: true, diagnostics: [] };
  return write({ path, text: formatted.text });
}

/** A disk that refuses is the user's to mend. */
async function write({ path, text }: SourceFile): Promise<Outcome> {
  const bag = new DiagnosticBag();
  try {
    await nodeHost.writeFile(path, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    bag.report(driverErrors.unwritable, undefined, { path, why });
  }
  return { isChanged: bag.diagnostics.length === 0, diagnostics: bag.diagnostics };
}

const examples = `
Folders named deps, node_modules or target, and hidden ones, hold the work of others and are left alone,
unless they are named. A file with syntax errors is reported and left as it is; the others are formatted.

Examples:
  wit-gen fmt                                       all of this folder; prints what it changes
  wit-gen fmt wit --check                           for continuous integration
  wit-gen fmt --stdin --stdin-filepath wit/a.wit < wit/a.wit

Exit codes: 0 done, 1 errors or, with --check, files that would change, 2 wrong usage, 70 a mistake of wit-gen.
docs/formatting.md says more.`;
