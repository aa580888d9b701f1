/** What can be wrong with files and packages. Codes: wit-language map, section 3.4. */
import { entry, m } from '../../base/diagnostics.js';
import { wit } from '../../base/examples.js';

export const packageErrors = {
  unreadable: entry({
    code: 'io-unreadable',
    severity: 'error',
    message: m`cannot read \`${'path'}\`: ${'reason'}`,
    explain: 'A file or folder is there but cannot be read, or is not UTF-8 text.',
    example: { told: 'A file `wit/shop.wit` that holds the single byte `ff`.' },
    remedy: 'Save the file as UTF-8, and look at its permissions.',
  }),
  notFound: entry({
    code: 'io-not-found',
    severity: 'error',
    message: m`there is no file or folder \`${'path'}\``,
    explain: 'There is nothing at the path that was asked for.',
    example: { command: 'wit-gen check missing.wit' },
    remedy: 'Name a `.wit` file, or a folder with `.wit` files and perhaps a `deps` folder.',
  }),
  wasmDependency: entry({
    code: 'io-wasm-dependency',
    severity: 'error',
    message: m`\`${'path'}\` holds no WIT package: ${'problem'}`,
    explain:
      'Where WIT is read, a `.wasm` or `.wat` file is a WIT package encoded as WebAssembly. A component that does something, and a core module, are not.',
    example: { told: 'A file `wit/deps/clocks.wasm` that holds a component.' },
    remedy:
      'Encode the package: `wasm-tools component wit clocks.wit --wasm -o clocks.wasm`. The WIT of a component is told by `wasm-tools component wit component.wasm`.',
  }),
  noPackage: entry({
    code: 'no-package',
    severity: 'error',
    message: m`no \`package\` header in ${'path'}`,
    explain: 'One file of each package says its name.',
    example: wit`
      interface cart {}
    `,
    remedy: 'Start one file with `package namespace:name;`.',
  }),
  packageMismatch: entry({
    code: 'package-mismatch',
    severity: 'error',
    message: m`this file says package \`${'name'}\`, another one of the same folder \`${'other'}\``,
    explain: 'All files of a folder belong to one package.',
    example: wit`
      // file: cart.wit
      package demo:shop;

      interface cart {}

      // file: shelf.wit
      package demo:store;

      interface shelf {}
    `,
    remedy:
      'Give both files the same package, or move one of them to a folder of its own, such as `deps/store`.',
  }),
  packageDocs: entry({
    code: 'package-docs-dup',
    severity: 'error',
    message: m`the package is already documented in another file`,
    explain: 'Only one file of a package has documentation before its `package` header.',
    example: wit`
      // file: cart.wit
      /// A shop.
      package demo:shop;

      interface cart {}

      // file: shelf.wit
      /// The same shop.
      package demo:shop;

      interface shelf {}
    `,
    remedy: 'Keep the documentation in one file. Any comment before the header counts, also a licence.',
  }),
  nestedPackage: entry({
    code: 'nested-not-top',
    severity: 'error',
    message: m`package \`${'name'}\` stands inside another package`,
    explain: 'A `package … { … }` stands at the top of a file, not inside another one.',
    example: wit`
      package demo:shop;

      package demo:outer {
        package demo:inner {}
      }
    `,
    remedy: 'Move the inner package to the top of the file.',
  }),
  duplicatePackage: entry({
    code: 'dup-package',
    severity: 'error',
    message: m`package \`${'name'}\` is defined more than once`,
    explain:
      'Each version of a package is defined in one place. Copies of it in other files are passed over where their items are the same.',
    example: wit`
      package demo:shop;

      package demo:clock {
        interface now {}
      }

      package demo:clock {
        interface later {}
      }
    `,
    remedy: 'Remove one of the two, or join them.',
  }),
  packageCycle: entry({
    code: 'package-cycle',
    severity: 'error',
    message: m`package \`${'name'}\` depends on itself`,
    explain: 'Packages may not use each other in a circle, and none refers to itself by its full name.',
    example: wit`
      package demo:shop;

      interface cart {}

      world app {
        import demo:shop/cart;
      }
    `,
    remedy:
      'Refer to items of the same package by their plain names. Move what two packages share into a third.',
  }),
  packageNotFound: entry({
    code: 'package-not-found',
    severity: 'error',
    message: m`no package named \`${'name'}\``,
    explain:
      'A package is found in `deps/` beside the WIT files, or as `package … { … }`. Versions must match exactly.',
    example: wit`
      package demo:shop;

      world app {
        import demo:clock/now@0.2.0;
      }
    `,
    remedy: 'Put the package into `deps/`, or correct its name or version.',
  }),
  tooMany: entry({
    code: 'too-many',
    severity: 'warning',
    message: m`${'count'} more problems of this file are not shown`,
    explain: 'Of each file a hundred errors and a hundred warnings are shown.',
    example: { told: 'A file that is not WIT at all.' },
    remedy: 'Mend the problems that are shown, and check again.',
  }),
} as const;
