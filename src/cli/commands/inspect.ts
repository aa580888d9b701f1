/** `wit-gen inspect …`: prints what wit-gen makes of WIT before it chooses a language. */
import { Command, Option } from 'commander';
import type { ApiName } from '../../abi/api-style.js';
import { type AbiName, conventions, defaultAbi } from '../../abi/conventions/index.js';
import { nodeHost } from '../../base/node-host.js';
import { inspect, inspectFormats, type InspectFormat } from '../../driver/inspect.js';
import type { Door } from '../door.js';
import { reportDiagnostics } from '../report.js';
import {
  abiOption,
  apiOption,
  type RawAbiFlag,
  type RawSymbolFlags,
  type RawWorldFlags,
  readingOptions,
  symbolFlags,
  symbolOptions,
  witArgument,
  withOptions,
  worldFlags,
  worldOption,
} from '../shared-options.js';

interface RawFlags extends RawWorldFlags, RawSymbolFlags, Required<RawAbiFlag> {
  readonly format: InspectFormat;
  readonly api: ApiName;
  readonly diff?: AbiName;
  readonly mergeImports?: string;
  /** The same as the reference implementation calls it. */
  readonly mergeWorldImportsBasedOnSemver?: string;
  readonly docs: boolean;
}

export function inspectCommand({ terminal, answer }: Door): Command {
  const command = new Command('inspect')
    .description('Print what wit-gen makes of WIT before it chooses a language.')
    .addArgument(witArgument())
    .addOption(
      new Option('-f, --format <format>', 'what to print').choices(inspectFormats).makeOptionMandatory(),
    )
    .addOption(abiOption().default(defaultAbi))
    .addOption(
      new Option('--diff <abi>', 'of `plan` only what is different under --abi from this one').choices(
        Object.keys(conventions),
      ),
    )
    .addOption(worldOption())
    .addOption(apiOption())
    .addOption(
      new Option('--merge-imports <world>', 'import one of several compatible versions of an interface'),
    )
    .addOption(new Option('--merge-world-imports-based-on-semver <world>').hideHelp())
    .addOption(new Option('--no-docs', 'leave the documentation out of `wit`'));
  return withOptions(command, [...symbolOptions(), ...readingOptions()]).action(
    async (wit: string, raw: RawFlags) => {
      const request = {
        ...worldFlags(wit, raw),
        abi: raw.abi,
        api: raw.api,
        symbols: symbolFlags(raw),
        format: raw.format,
        diff: raw.diff,
        mergeImports: raw.mergeImports ?? raw.mergeWorldImportsBasedOnSemver,
        withoutDocs: !raw.docs,
      };
      const { text, bytes, diagnostics } = await inspect(request, nodeHost);
      const hasProblems = reportDiagnostics(diagnostics, terminal);
      if (!hasProblems) terminal.out(bytes ?? text ?? '');
      answer(hasProblems);
    },
  );
}
