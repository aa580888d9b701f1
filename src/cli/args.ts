/** The command line, declared once: parsing and help come from here. */
import { Command, Option } from 'commander';
import { optionSpecs } from '../backends/backend.js';
import { builtInBackends } from '../backends/index.js';
import { conventions, type AbiName } from '../abi/conventions/index.js';
import { inspectFormats, type InspectFormat } from '../driver/inspect.js';
import type { Terminal } from './report.js';
import { packageVersion } from './version.js';

/** Which world to read; `wit` is a folder or a file. */
export interface WorldFlags {
  readonly wit: string;
  readonly world: string | undefined;
  readonly abi: AbiName;
  readonly features: readonly string[] | 'all';
}

export interface GenerateFlags extends WorldFlags {
  /** A built-in language, or the path of a module with a backend. */
  readonly lang: string;
  readonly outDir: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface InspectFlags extends WorldFlags {
  readonly format: InspectFormat;
}

export interface Commands {
  readonly generate: (flags: GenerateFlags) => Promise<void>;
  readonly inspect: (flags: InspectFlags) => Promise<void>;
}

/** What commander hands over; the choices of its options make the narrower types true. */
interface RawFlags {
  readonly world?: string;
  readonly abi: AbiName;
  readonly features?: readonly string[];
  readonly allFeatures?: true;
}

interface RawGenerateFlags extends Omit<RawFlags, 'abi'> {
  readonly abi?: AbiName;
  readonly lang?: string;
  readonly outDir: string;
  readonly option?: Readonly<Record<string, string>>;
}

interface RawInspectFlags extends RawFlags {
  readonly format: InspectFormat;
}

export function usage(terminal: Terminal, commands: Commands): Command {
  const program = new Command('wit-gen')
    .description('Bindings for WebAssembly components and native plug-ins, from WIT.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .argument('[wit]', 'folder with a WIT package (and its deps/), or a WIT file', 'wit')
    .addOption(abiOption())
    .option('-l, --lang <language>', `${languages()}, or the path of a module with a backend`)
    .addOption(worldOption())
    .option('-o, --out-dir <folder>', 'where to write', '.')
    .option(
      '-O, --option <name=value>',
      'an option of the language, repeatable (listed below)',
      collectOption,
    )
    .addOption(featuresOption())
    .addOption(allFeaturesOption())
    .addHelpText('after', optionHelp() + examples)
    .enablePositionalOptions()
    .action((wit: string, raw: RawGenerateFlags) => {
      const { abi, lang } = raw;
      if (abi === undefined) return missing(program, '--abi <abi>');
      if (lang === undefined) return missing(program, '--lang <language>');
      const { outDir, option: options = {} } = raw;
      return commands.generate({ ...worldFlags(wit, { ...raw, abi }), lang, outDir, options });
    });
  program.addCommand(inspectUsage(commands));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError('(`wit-gen --help` says more)')
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  }
  return program;
}

/** Asked for here rather than by commander, which would ask for it before sub-commands, too. */
function missing(program: Command, flag: string): never {
  return program.error(`error: required option '${flag}' not specified`);
}

function inspectUsage(commands: Commands): Command {
  return new Command('inspect')
    .description('Print what wit-gen makes of a world before it chooses a language.')
    .helpOption('-h, --help', 'print this help')
    .argument('[wit]', 'folder with a WIT package (and its deps/), or a WIT file', 'wit')
    .addOption(
      new Option('-f, --format <format>', 'what to print').choices(inspectFormats).makeOptionMandatory(),
    )
    .addOption(abiOption().default('symmetric'))
    .addOption(worldOption())
    .addOption(featuresOption())
    .addOption(allFeaturesOption())
    .action((wit: string, raw: RawInspectFlags) =>
      commands.inspect({ ...worldFlags(wit, raw), format: raw.format }),
    );
}

const abiOption = (): Option =>
  new Option('-a, --abi <abi>', 'how the two sides call each other').choices(Object.keys(conventions));

const worldOption = (): Option =>
  new Option('-w, --world <name>', 'which world, if the package has several: `name` or `ns:pkg/name`');

const featuresOption = (): Option =>
  new Option('--features <names>', '`@unstable` features to switch on, separated by commas').argParser(
    (text: string) => text.split(/[\s,]+/).filter((name) => name !== ''),
  );

const allFeaturesOption = (): Option => new Option('--all-features', 'switch all `@unstable` features on');

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

function collectOption(
  text: string,
  collected: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [name = '', ...value] = text.split('=');
  return { ...collected, [name]: value.join('=') };
}

function worldFlags(wit: string, raw: RawFlags): WorldFlags {
  return {
    wit,
    world: raw.world,
    abi: raw.abi,
    features: raw.allFeatures ? 'all' : (raw.features ?? []),
  };
}

const examples = `
Examples:
  wit-gen --abi symmetric --lang cpp                         from wit/ into this folder
  wit-gen plugin.wit --abi symmetric --lang rust -o src/bindings
  wit-gen inspect wit --format symbols                       what a component defines and needs

Exit codes: 0 done, 1 problems in the WIT or the configuration, 2 wrong usage, 70 a mistake of wit-gen.`;
