/** `wit-gen …`: writes bindings, a line a file. */
import { Command } from 'commander';
import type { ApiName } from '../../abi/api-style.js';
import type { AbiName } from '../../abi/conventions/index.js';
import type { SymbolOptions } from '../../abi/symbol-options.js';
import { optionSpecs, type Backend } from '../../backends/backend.js';
import { builtInBackends } from '../../backends/index.js';
import { DiagnosticBag, type Report } from '../../base/diagnostics.js';
import { nodeHost } from '../../base/node-host.js';
import { driverErrors } from '../../driver/errors.js';
import { generate } from '../../driver/generate.js';
import type { OptionTexts } from '../../driver/options.js';
import { withTransport } from '../../driver/transport.js';
import { writeFiles, type Written } from '../../driver/write.js';
import type { GeneratedFile } from '../../emit/output.js';
import type { Door } from '../door.js';
import { loadBackend } from '../load-backend.js';
import { reportDiagnostics, type Terminal } from '../report.js';
import {
  abiOption,
  apiOption,
  type RawAbiFlag,
  type RawSymbolFlags,
  type RawWorldFlags,
  readingOptions,
  symbolFlags,
  symbolOptions,
  type WorldFlags,
  witArgument,
  withOptions,
  worldFlags,
  worldOption,
} from '../shared-options.js';

/** Every option with its values, in the order given. */
type CollectedOptions = Readonly<Record<string, readonly string[]>>;

interface RawFlags extends RawWorldFlags, RawAbiFlag, RawSymbolFlags {
  readonly lang?: string;
  readonly api: ApiName;
  readonly outDir: string;
  readonly option?: CollectedOptions;
  readonly transport?: string;
}

interface Flags extends WorldFlags {
  readonly abi: AbiName;
  readonly api: ApiName;
  readonly symbols: SymbolOptions;
  /** A built-in language, or the path of a module with a backend. */
  readonly lang: string;
  readonly outDir: string;
  readonly options: CollectedOptions;
  readonly transport: string | undefined;
}

/** The command that has no name: what `wit-gen` does by itself. */
export function generateCommand(door: Door): Command {
  const command = new Command('wit-gen')
    .description(
      'Bindings for WebAssembly components and native plug-ins: WIT in, C++, Rust and TypeScript out.',
    )
    .addArgument(witArgument())
    .addOption(abiOption())
    .option('-l, --lang <language>', `${languages()}, or the path of a module with a backend`)
    .addOption(worldOption())
    .addOption(apiOption())
    .option('-o, --out-dir <folder>', 'where to write', '.')
    .option(
      '-O, --option <name=value>',
      'an option of the language, repeatable (listed below)',
      collectOption,
    )
    .option(
      '--transport <name>',
      'how TypeScript reaches a symmetric component: the same as `-O emit=glue -O transport=<name>`',
    )
    .addHelpText('after', optionHelp() + examples);
  return withOptions(command, [...symbolOptions(), ...readingOptions()]).action(
    async (wit: string, raw: RawFlags) => {
      const { abi, lang, api, outDir, option: options = {}, transport } = raw;
      if (abi === undefined) return missing(command, '--abi <abi>');
      if (lang === undefined) return missing(command, '--lang <language>');
      const shared = { ...worldFlags(wit, raw), abi, symbols: symbolFlags(raw) };
      door.answer(await run({ ...shared, lang, api, outDir, options, transport }, door.terminal));
    },
  );
}

/** Asked for here rather than by commander, which would ask for it before sub-commands, too. */
function missing(command: Command, flag: string): never {
  return command.error(`error: required option '${flag}' not specified`);
}

async function run(flags: Flags, terminal: Terminal): Promise<boolean> {
  const bag = new DiagnosticBag();
  const backend = await loadBackend(flags.lang, bag.report);
  const options = backend && optionsOf(flags, backend, bag.report);
  if (!options) return reportDiagnostics(bag.diagnostics, terminal);
  const request = { ...flags, backend, options, languages: builtInBackends };
  const { files, diagnostics } = await generate(request, nodeHost);
  if (reportDiagnostics(diagnostics, terminal)) return true;
  const written = await writeAll(files, flags.outDir, bag);
  for (const { path, outcome } of written) terminal.out(`${outcome} ${path}\n`);
  return reportDiagnostics(bag.diagnostics, terminal);
}

/** The options as if they were all written with `-O`; undefined if they cannot be, which is reported. */
function optionsOf({ options, transport }: Flags, backend: Backend, report: Report): OptionTexts | undefined {
  if (transport === undefined) return options;
  return withTransport(transport, { backend, options, languages: builtInBackends }, report);
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
    bag.report(driverErrors.unwritable, undefined, { path: outDir, why });
    return [];
  }
}

const languages = (): string => builtInBackends.map((backend) => backend.id).join(' | ');

/** The options of the built-in languages, a line each. */
function optionHelp(): string {
  const rows = builtInBackends.flatMap((backend) =>
    Object.entries(optionSpecs(backend)).map(
      ([name, spec]) => `  ${backend.id}: ${name}=${spec.placeholder}\n      ${spec.help}\n`,
    ),
  );
  return `\nOptions of the languages (-O name=value):\n${rows.join('')}`;
}

function collectOption(text: string, collected: CollectedOptions = {}): CollectedOptions {
  const [name = '', ...value] = text.split('=');
  const before = Object.hasOwn(collected, name) ? collected[name] : undefined;
  return { ...collected, [name]: [...(before ?? []), value.join('=')] };
}

const examples = `
Examples:
  wit-gen --abi symmetric --lang cpp                         from wit/ into this folder
  wit-gen plugin.wit --abi symmetric --lang rust -o src/bindings
  wit-gen --abi canonical --lang cpp -o generated            for a WebAssembly component
  wit-gen --abi canonical --lang ts -O emit=glue             to run one's core module from TypeScript
  wit-gen inspect wit --format symbols                       what a component defines and needs

Exit codes: 0 done, 1 problems in the WIT or the configuration, 2 wrong usage, 70 a mistake of wit-gen.`;
