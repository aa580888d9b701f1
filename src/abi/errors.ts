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
  hyphenDuplicate: entry({
    code: 'hyphen-duplicate',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`${'name'}\` and \`${'other'}\` differ in hyphens alone, which tools for components overlook`,
    explain:
      'Many tools for components compare names without hyphens, and refuse two that are then the same. That goes for the ' +
      'items of a world or an interface, fields, cases, flags and parameters. By the specification, and for newer tools, ' +
      'names differ where they differ in more than case.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          export scan: func(line-1: string, line1: string);
        }
      `,
      command: 'wit-gen wit --abi canonical --lang cpp',
    },
    remedy: 'Rename one of the two, or make components with tools of which you know that they take both.',
  }),
  componentFlags: entry({
    code: 'component-flags',
    severity: 'error',
    message: m`a component cannot have the flags \`${'name'}\`, which are more than ${'limit'}`,
    explain:
      'Components pass flags as one number of 32 bits. More of them are for ABIs without components alone, where the lint ' +
      '`too-many-flags` is allowed.',
    example: {
      ...wit`
        package demo:shop;

        interface cart {
          flags options {
            option-0, option-1, option-2, option-3, option-4, option-5,
            option-6, option-7, option-8, option-9, option-10, option-11,
            option-12, option-13, option-14, option-15, option-16, option-17,
            option-18, option-19, option-20, option-21, option-22, option-23,
            option-24, option-25, option-26, option-27, option-28, option-29,
            option-30, option-31, option-32,
          }
        }

        world app {
          export cart;
        }
      `,
      command: 'wit-gen wit --abi canonical --lang cpp --lint too-many-flags=allow',
    },
    remedy: 'Split them into two types.',
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
