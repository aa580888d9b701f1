/** Options that several commands have, declared once. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { plainStyles } from '../abi/api-style.js';
import { conventions, type AbiName } from '../abi/conventions/index.js';
import {
  bothSidesChoices,
  coreNamesChoices,
  defaultSymbols,
  type SymbolOptions,
} from '../abi/symbol-options.js';
import { isLintLevel, type LintLevel, lintLevels, type LintLevels } from '../base/lints.js';

/** How to read WIT. */
export interface ReadingFlags {
  readonly features: readonly string[] | 'all';
  readonly lints: LintLevels;
}

/** Which world to read; `wit` is a folder or a file. */
export interface WorldFlags extends ReadingFlags {
  readonly wit: string;
  readonly world: string | undefined;
}

/** What commander hands over of them. */
export interface RawReadingFlags {
  readonly features?: readonly string[];
  readonly allFeatures?: true;
  readonly lint?: Readonly<Record<string, LintLevel>>;
  readonly compat?: true;
}

/** The same with the world. */
export interface RawWorldFlags extends RawReadingFlags {
  readonly world?: string;
}

/** The same with the ABI; commander checks the choice, so that the narrower type is true. */
export interface RawAbiFlag {
  readonly abi?: AbiName;
}

export const witArgument = (): Argument =>
  new Argument('[wit]', 'folder with a WIT package (and its deps/), or a WIT file').default('wit');

export const abiOption = (): Option =>
  new Option(
    '-a, --abi <abi>',
    'how the two sides call each other: through a host as WebAssembly components, or linked with each other',
  ).choices(Object.keys(conventions));

export const apiOption = (): Option =>
  new Option(
    '--api <style>',
    'whether exported functions get values (`std`) or views of the data of their caller',
  )
    .choices(Object.keys(plainStyles))
    .default('std');

export const worldOption = (): Option =>
  new Option('-w, --world <name>', 'which world, if the package has several: `name` or `ns:pkg/name`');

/** The options of `ReadingFlags`. */
export const readingOptions = (): readonly Option[] => [
  new Option('--features <names>', '`@unstable` features to switch on, separated by commas').argParser(
    (text: string) => text.split(/[\s,]+/).filter((name) => name !== ''),
  ),
  new Option('--all-features', 'switch all `@unstable` features on'),
  new Option('--lint <code=level>', `${lintLevels.join(', ')}: what to make of a lint, repeatable`).argParser(
    collectLint,
  ),
  new Option('--compat', 'no lints: accept what the reference implementation accepts').conflicts('lint'),
];

function collectLint(
  text: string,
  collected: Readonly<Record<string, LintLevel>> = {},
): Readonly<Record<string, LintLevel>> {
  const [code = '', level = ''] = text.split(/=(.*)/s);
  if (isLintLevel(level)) return { ...collected, [code]: level };
  throw new InvalidArgumentError(`Write code=level, with ${lintLevels.join(', ')} as the level.`);
}

export function readingFlags(raw: RawReadingFlags): ReadingFlags {
  return {
    features: raw.allFeatures ? 'all' : (raw.features ?? []),
    lints: raw.compat ? 'compat' : (raw.lint ?? {}),
  };
}

export function worldFlags(wit: string, raw: RawWorldFlags): WorldFlags {
  return { wit, world: raw.world, ...readingFlags(raw) };
}

/** The options of `SymbolOptions`. */
export const symbolOptions = (): readonly Option[] => [
  new Option('--import-prefix <text>', 'put before the symbols that others define (symmetric ABI)'),
  new Option('--export-prefix <text>', 'put before the symbols that this component defines (symmetric ABI)'),
  new Option('--world-prefix <text>', "put before the symbols of the world's own functions (symmetric ABI)"),
  new Option(
    '--both-sides <sides>',
    'which symbols get `imp_` or `exp_` where an interface is imported and exported (symmetric ABI)',
  ).choices(bothSidesChoices),
  new Option(
    '--core-names <scheme>',
    'what a WebAssembly module calls its imports and exports (canonical ABI)',
  ).choices(coreNamesChoices),
  new Option(
    '--no-fingerprint',
    'do not tell components apart that were built from different texts (symmetric ABI)',
  ),
];

/** What commander hands over of them; it checks the choice, so that the narrower type is true. */
export interface RawSymbolFlags extends Partial<Omit<SymbolOptions, 'fingerprints'>> {
  readonly fingerprint: boolean;
}

export function symbolFlags(raw: RawSymbolFlags): SymbolOptions {
  const { importPrefix, exportPrefix, worldPrefix, bothSides, coreNames } = { ...defaultSymbols, ...raw };
  return { importPrefix, exportPrefix, worldPrefix, bothSides, coreNames, fingerprints: raw.fingerprint };
}

/** Adds options to a command. */
export function withOptions(command: Command, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}
