/** `wit-gen check …`: all problems of WIT, in one of several formats. */
import { Command, Option } from 'commander';
import { DiagnosticBag, hasErrors } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { check, type CheckRequest, type CheckResult } from '../../driver/check.js';
import { driverErrors } from '../../driver/errors.js';
import { fix } from '../../driver/fix.js';
import { type ReportFormat, reportFormats } from '../../driver/report/formats.js';
import { summary } from '../../driver/report/summary.js';
import type { Door } from '../door.js';
import type { Terminal } from '../report.js';
import { type RawReadingFlags, readingFlags, readingOptions, withOptions } from '../shared-options.js';
import { packageVersion } from '../version.js';

interface RawFlags extends RawReadingFlags {
  readonly format: ReportFormat;
  readonly denyWarnings?: true;
  readonly fix?: true;
  readonly compatErrors?: true;
}

export function checkCommand({ terminal, answer }: Door): Command {
  const command = new Command('check')
    .description('Report all problems of WIT.')
    .argument('[paths...]', 'folders or files of WIT; later ones may use packages of earlier ones', ['wit'])
    .addOption(
      new Option('-f, --format <format>', 'how to write them')
        .choices(Object.keys(reportFormats))
        .default('text'),
    )
    .option('--deny-warnings', 'make all warnings errors')
    .option('--fix', 'first carry out the fixes that are certain, in the files')
    .addOption(
      new Option(
        '--compat-errors',
        'only the first error, in the words of the reference implementation',
      ).conflicts(['fix', 'format', 'denyWarnings', 'lint']),
    )
    .addHelpText('after', examples);
  return withOptions(command, readingOptions()).action(async (paths: readonly string[], raw: RawFlags) => {
    const request = { wit: paths, ...readingFlags(raw), denyWarnings: raw.denyWarnings };
    if (raw.compatErrors) {
      answer(await printCompatError(request, terminal));
      return;
    }
    const result = raw.fix ? await fixFiles(request, terminal) : await check(request, nodeHost);
    const write = reportFormats[raw.format];
    const color = terminal.outColor ?? false;
    terminal.out(write({ ...result, folder: process.cwd(), version: packageVersion(), color }));
    if (raw.format !== 'text') terminal.err(`${summary(result)}\n`);
    answer(hasErrors(result.diagnostics));
  });
}

/** Says whether there is an error; nothing is printed if there is none. What imitates is loaded when it is asked for. */
async function printCompatError(request: CheckRequest, terminal: Terminal): Promise<boolean> {
  const { compatErrorOf } = await import('../../driver/compat-error.js');
  const text = await compatErrorOf(request, nodeHost);
  if (text !== undefined) terminal.out(`${text}\n`);
  return text !== undefined;
}

/** Mends files and says which; what cannot be written is a problem like the others. */
async function fixFiles(request: CheckRequest, terminal: Terminal): Promise<CheckResult> {
  const { changes, diagnostics, files } = await fix(request, nodeHost);
  const bag = new DiagnosticBag();
  for (const { path, text, fixes } of changes) {
    try {
      await nodeHost.writeFile(path, text);
      terminal.err(`fixed ${String(fixes)} ${fixes === 1 ? 'problem' : 'problems'} in ${path}\n`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      bag.report(driverErrors.unwritable, undefined, { path, why });
    }
  }
  const unwritten = bag.diagnostics;
  if (unwritten.length === 0) return { diagnostics, files };
  const asItIs = await check(request, nodeHost);
  return { ...asItIs, diagnostics: [...unwritten, ...asItIs.diagnostics] };
}

const examples = `
Examples:
  wit-gen check                                     the folder wit/, for people
  wit-gen check --format github --deny-warnings     annotations in GitHub Actions
  wit-gen check wit --format sarif > wit.sarif      for code scanning
  wit-gen check --lint empty-type=allow             one rule less
  wit-gen check --fix                               mend what can be mended
  wit-gen check --compat-errors                     what wasm-tools says, word for word

Exit codes: 0 no errors, 1 errors, 2 wrong usage, 70 a mistake of wit-gen. docs/checking.md says more.`;
