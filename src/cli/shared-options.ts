/** Options that several commands have, declared once. */
import { Argument, Option } from 'commander';
import { conventions, type AbiName } from '../abi/conventions/index.js';

/** Which world to read; `wit` is a folder or a file. */
export interface WorldFlags {
  readonly wit: string;
  readonly world: string | undefined;
  readonly features: readonly string[] | 'all';
}

/** What commander hands over of them. */
export interface RawWorldFlags {
  readonly world?: string;
  readonly features?: readonly string[];
  readonly allFeatures?: true;
}

/** The same with the ABI; commander checks the choice, so that the narrower type is true. */
export interface RawAbiFlag {
  readonly abi?: AbiName;
}

export const witArgument = (): Argument =>
  new Argument('[wit]', 'folder with a WIT package (and its deps/), or a WIT file').default('wit');

export const abiOption = (): Option =>
  new Option('-a, --abi <abi>', 'how the two sides call each other').choices(Object.keys(conventions));

export const worldOption = (): Option =>
  new Option('-w, --world <name>', 'which world, if the package has several: `name` or `ns:pkg/name`');

export const featuresOption = (): Option =>
  new Option('--features <names>', '`@unstable` features to switch on, separated by commas').argParser(
    (text: string) => text.split(/[\s,]+/).filter((name) => name !== ''),
  );

export const allFeaturesOption = (): Option =>
  new Option('--all-features', 'switch all `@unstable` features on');

export function worldFlags(wit: string, raw: RawWorldFlags): WorldFlags {
  return { wit, world: raw.world, features: raw.allFeatures ? 'all' : (raw.features ?? []) };
}
