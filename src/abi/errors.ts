import { entry, m } from '../base/diagnostics.js';
import { wit } from '../base/examples.js';

/** What can be wrong with a world for an ABI. */
export const abiErrors = {
  unsupportedFeature: entry({
    code: 'unsupported-feature',
    severity: 'error',
    message: m`${'who'} does not know \`${'feature'}\` yet, which ${'where'} needs`,
    explain:
      'The WIT is valid, but the language or the ABI layer cannot express this construct in this version.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import read: func() -> stream<u8>;
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang cpp',
    },
    remedy: 'Leave the function or type out of the world, or choose a world without it.',
  }),
  symbolClash: entry({
    code: 'symbol-clash',
    severity: 'error',
    message: m`\`${'one'}\` and \`${'other'}\` would both be the symbol \`${'symbol'}\``,
    explain:
      'Two functions, or what drops two resources, would share one native symbol. Symbols are WIT names with every ' +
      'character but letters, digits and `_` escaped. The escape is not one-to-one, and world-level functions have ' +
      'no interface before their name, so names can meet; so can names and the prefixes that an option asks for.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import ping: func();
          export ping: func();
          import imp-ping: func();
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang cpp',
    },
    remedy: 'Rename one of them, put it into an interface, or choose other prefixes.',
  }),
  coreNameClash: entry({
    code: 'core-name-clash',
    severity: 'error',
    message: m`a WebAssembly module would export \`${'func'}\` as \`${'name'}\`, which is ${'other'}`,
    explain:
      'What a module exports has different names. By the scheme `legacy`, functions of the world have no prefix, so that one of ' +
      'them can be called like the memory; by `standard`, versions of an interface that are compatible have one name.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          export memory: func() -> u64;
        }
      `,
      command: 'wit-gen wit --abi canonical --lang cpp',
    },
    remedy: 'Choose the other scheme with `--core-names`, or rename the function.',
  }),
  librarySymbol: entry({
    code: 'library-symbol',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`${'name'}\` ${'does'} \`${'symbol'}\`, which is ${'owner'}`,
    explain:
      'The symbol of a world-level function is its bare name, and the C library has a function of that name. What imports ' +
      'it may get the one of the library; what exports it may be called by everything in the process that means the one ' +
      'of the library.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          export log: func(line: string);
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang cpp',
    },
    remedy:
      'Put the function into an interface, or give the functions of the world a prefix with `--world-prefix`.',
  }),
  unsupportedAbi: entry({
    code: 'unsupported-abi',
    severity: 'error',
    message: m`the ${'backend'} backend does not emit the ${'abi'} ABI yet`,
    explain: 'The backend cannot spell the way in which this ABI links components.',
    example: {
      told: '`wit-gen --abi canonical --lang ./backend.js`, where the `linkages` of the backend are `native` alone.',
    },
    remedy: 'Choose another ABI or backend.',
  }),
  unsupportedApi: entry({
    code: 'unsupported-api',
    severity: 'error',
    message: m`the ${'backend'} backend has no API style \`${'api'}\``,
    explain:
      'The backend emits functions in other styles only. In `std` exported functions get values of their own; ' +
      'in `views` they look at the data of their caller.',
    example: {
      told: '`wit-gen --api views --lang ./backend.js`, where the backend names no `apis`.',
    },
    remedy: 'Choose another style, or leave `--api` out.',
  }),
};
