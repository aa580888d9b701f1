/** `wit-gen check …`: all problems of WIT, in one of several formats. */
import { Command, Option } from 'commander';
import { hasErrors } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { check } from '../../driver/check.js';
import { type ReportFormat, reportFormats } from '../../driver/report/formats.js';
import { summary } from '../../driver/report/summary.js';
import type { Door } from '../door.js';
import { type RawReadingFlags, readingFlags, readingOptions, withOptions } from '../shared-options.js';
import { packageVersion } from '../version.js';

interface RawFlags extends RawReadingFlags {
  readonly format: ReportFormat;
  readonly denyWarnings?: true;
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
    .addHelpText('after', examples);
  return withOptions(command, readingOptions()).action(async (paths: readonly string[], raw: RawFlags) => {
    const { format, denyWarnings } = raw;
    const result = await check({ wit: paths, ...readingFlags(raw), denyWarnings }, nodeHost);
    const color = terminal.outColor ?? false;
    terminal.out(
      reportFormats[format]({ ...result, folder: process.cwd(), version: packageVersion(), color }),
    );
    if (format !== 'text') terminal.err(`${summary(result)}\n`);
    answer(hasErrors(result.diagnostics));
  });
}

const examples = `
Examples:
  wit-gen check                                     the folder wit/, for people
  wit-gen check --format github --deny-warnings     annotations in GitHub Actions
  wit-gen check wit --format sarif > wit.sarif      for code scanning
  wit-gen check --lint empty-type=allow             one rule less

Exit codes: 0 no errors, 1 errors, 2 wrong usage, 70 a mistake of wit-gen. docs/checking.md says more.`;
