/** What wit-bindgen's arguments are called here. */
import type { ApiName } from '../../../src/abi/api-style.js';
import type { SymbolOptions } from '../../../src/abi/symbol-options.js';
import { builtInBackends } from '../../../src/backends/index.js';
import { optionSpecs } from '../../../src/backends/backend.js';
import type { PeerLanguage } from './discover.js';

/** A request to our generator, as far as arguments make it. */
export interface PeerRequest {
  readonly features: readonly string[];
  readonly api: ApiName | undefined;
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** How what is linked is called, where it is not as usual. */
  readonly symbols?: Partial<SymbolOptions>;
}

/** How one argument is carried over. */
type Meaning =
  /** It asks for what is always so here, or for something that only WebAssembly has. */
  | { readonly kind: 'nothing'; readonly takesValue: boolean }
  | { readonly kind: 'features' }
  | { readonly kind: 'api-style' }
  /** An option of the backend with a value. */
  | { readonly kind: 'option'; readonly name: string }
  /** An option of the backend that is `yes` if the argument is there. */
  | { readonly kind: 'switch'; readonly name: string };

const always: Meaning = { kind: 'nothing', takesValue: false };

const meanings: Readonly<Record<PeerLanguage, Readonly<Record<string, Meaning>>>> = {
  rust: {
    '--generate-all': always,
    '--format': always,
    // Our error types need no `std`.
    '--std-feature': always,
    // Workarounds that ours do without.
    '--disable-run-ctors-once-workaround': always,
    '--disable-custom-section-link-helpers': always,
    '--type-section-suffix': { kind: 'nothing', takesValue: true },
    // Which library has the imports is said when components are linked.
    '--link-name': { kind: 'nothing', takesValue: true },
    '--features': { kind: 'features' },
    '--additional-derive-attributes': { kind: 'option', name: 'derive' },
    '--additional-derive-ignore': { kind: 'option', name: 'deriveIgnore' },
    '--pub-export-macro': { kind: 'switch', name: 'publicExportMacro' },
    '--default-bindings-module': { kind: 'option', name: 'bindingsModule' },
    '--export-macro-name': { kind: 'option', name: 'exportMacroName' },
    '--ownership': { kind: 'option', name: 'ownership' },
    '--with': { kind: 'option', name: 'with' },
    '--skip': { kind: 'option', name: 'skip' },
    '--bitflags-path': { kind: 'option', name: 'bitflagsPath' },
    '--raw-strings': { kind: 'switch', name: 'rawStrings' },
    '--generate-unused-types': { kind: 'switch', name: 'generateUnusedTypes' },
    '--enable-method-chaining': { kind: 'switch', name: 'enableMethodChaining' },
    '--merge-structurally-equal-types': { kind: 'switch', name: 'mergeStructurallyEqualTypes' },
    '--api-style': { kind: 'api-style' },
    // Ours: the harness adds it where a program has an allocator of its own.
    '--allocator': { kind: 'option', name: 'allocator' },
    // The same where a module has several worlds.
    '--module-exports': { kind: 'option', name: 'moduleExports' },
  },
  cpp: {
    '--format': always,
    '--features': { kind: 'features' },
    '--api-style': { kind: 'api-style' },
    '--ownership': { kind: 'option', name: 'ownership' },
    '--with': { kind: 'option', name: 'with' },
    '--internal-prefix': { kind: 'option', name: 'namespace' },
  },
};

/** Short forms, which may have their value attached. */
const shortForms: Readonly<Record<string, string>> = { '-d': '--additional-derive-attributes' };

const apiStyles: Readonly<Record<string, ApiName>> = { asymmetric: 'std', symmetric: 'views' };

/** The request that a program's arguments make; a text says which of them has no counterpart here. */
export function requestOf(language: PeerLanguage, args: readonly string[]): PeerRequest | string {
  const features: string[] = [];
  const options: Record<string, readonly string[]> = {};
  let api: ApiName | undefined;
  const known = new Set(Object.keys(optionSpecs(backendOf(language))));
  const left = args.flatMap(separated);
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const meaning = meanings[language][name];
    if (!meaning) return `\`${name}\` has no counterpart`;
    const value = takesValue(meaning) ? (left.shift() ?? '') : 'yes';
    if (meaning.kind === 'features') features.push(...value.split(','));
    else if (meaning.kind === 'api-style') api = apiStyles[value];
    else if (meaning.kind !== 'nothing') {
      if (!known.has(meaning.name))
        return `\`${name}\` would be the option \`${meaning.name}\`, which is not there`;
      options[meaning.name] = [...(options[meaning.name] ?? []), value];
    }
  }
  return { features, api, options };
}

/** The backend of a language. */
export function backendOf(language: PeerLanguage): (typeof builtInBackends)[number] {
  const backend = builtInBackends.find(({ id }) => id === language);
  if (!backend) throw new Error(`no backend for ${language}`);
  return backend;
}

const takesValue = (meaning: Meaning): boolean =>
  meaning.kind === 'nothing' ? meaning.takesValue : meaning.kind !== 'switch';

/** `--name=value` and `-dvalue` as two words. */
function separated(word: string): readonly string[] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    return equals === -1 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
  }
  const long = shortForms[word.slice(0, 2)];
  if (long === undefined) return [word];
  return word.length > 2 ? [long, word.slice(2)] : [long];
}
