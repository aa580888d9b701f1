/** What the reference implementation says where we report something: the whole table. */
import { errors } from '../resolve/errors.js';
import type { EntryName, Saying, Sayings } from './said.js';
import { saidAcross } from './said-across.js';
import { saidWithin } from './said-within.js';

/** Entries that the reference implementation finds otherwise than we do: see the files `from-….ts`. */
const foundOtherwise = {
  unreadable: undefined,
  notFound: undefined,
  noPackage: undefined,
  packageMismatch: undefined,
  packageDocs: undefined,
  packageNotFound: undefined,
  interfaceNotFound: undefined,
  worldNotFound: undefined,
  foreignTypeNotFound: undefined,
  itemNotFound: undefined,
  worldNotInterface: undefined,
  interfaceNotWorld: undefined,
  interfaceTwice: undefined,
  emptyVariant: undefined,
  emptyEnum: undefined,
} satisfies Partial<Sayings<EntryName>>;

/** Entries of which it never speaks. */
const unspoken = {
  wasmDependency: undefined,
  nestedNamespace: undefined,
  mergeIncompatible: undefined,
  borrowInStream: undefined,
  streamOfChar: undefined,
  emptyType: undefined,
  emptyList: undefined,
  tooManyFlags: undefined,
  typeSize: undefined,
  duplicateMember: undefined,
  uppercasePackage: undefined,
  similarName: undefined,
  externalIdIgnored: undefined,
  gateMismatch: undefined,
  shadowedType: undefined,
  labelSpace: undefined,
  emptyUse: undefined,
  typeNesting: undefined,
  fixedLengthList: undefined,
  errorContext: undefined,
  tooMany: undefined,
  worldAmbiguous: undefined,
  worldUnknown: undefined,
} satisfies Partial<Sayings<EntryName>>;

const sayings: Sayings<EntryName> = { ...saidWithin, ...saidAcross, ...foundOtherwise, ...unspoken };

/** The same by code, for values of which only the diagnostic knows the names. */
type AnySaying = Saying<Readonly<Record<string, string>>>;

// Each saying stands under the name of its entry, whose holes are the values that it takes.
const byCode: ReadonlyMap<string, AnySaying | undefined> = new Map(
  Object.entries(errors).map(([name, { code }]) => [
    code,
    sayings[name as EntryName] as AnySaying | undefined,
  ]),
);

/** What is said about a code. */
export function sayingOf(code: string): AnySaying | undefined {
  return byCode.get(code);
}
