import { entry, m } from '../base/diagnostics.js';
import { wit } from '../base/examples.js';

const anyWit = wit`
  package demo:shop;

  world app {}
`;

/** What can be wrong with a request, beyond the WIT itself. */
export const driverErrors = {
  unknownBackend: entry({
    code: 'backend-not-found',
    severity: 'error',
    message: m`there is no backend named \`${'name'}\``,
    explain: 'A backend is one of the built-in languages, or a module whose default export is a backend.',
    example: { command: 'wit-gen --abi symmetric --lang cp' },
    remedy:
      'Correct the name. The path of a module starts with `/`, `./` or `../`, and the module must be there.',
  }),
  brokenBackend: entry({
    code: 'backend-not-loaded',
    severity: 'error',
    message: m`the backend in \`${'path'}\` cannot be loaded: ${'why'}`,
    explain:
      'The module of a backend is an ES module whose default export is one. It has `id`, `templates`, `options`, ' +
      '`features`, `linkages` and `generate`.',
    example: { told: '`wit-gen --abi symmetric --lang ./backend.js`, where `backend.js` is an empty file.' },
    remedy: 'Mend the module; docs/backends.md shows a whole one.',
  }),
  unwritable: entry({
    code: 'io-unwritable',
    severity: 'error',
    message: m`cannot write \`${'path'}\`: ${'why'}`,
    explain:
      'A file or folder cannot be written. An output folder is made if it is not there; it must not be a file.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import ping: func();
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang cpp --out-dir wit/shop.wit',
    },
    remedy: 'Look at the permissions, or name another folder with `--out-dir`.',
  }),
  unknownOption: entry({
    code: 'option-not-found',
    severity: 'error',
    message: m`the ${'backend'} backend has no option \`${'name'}\``,
    explain: 'Options belong to a backend.',
    example: { ...anyWit, command: 'wit-gen wit --abi symmetric --lang rust -O nothing=1' },
    remedy: 'Correct the name; `wit-gen --help` lists the options of the built-in backends.',
  }),
  contradiction: entry({
    code: 'option-contradiction',
    severity: 'error',
    message: m`\`${'one'}\` and \`${'other'}\` contradict each other`,
    explain:
      'One thing is asked for in two ways, and they differ. `--transport NAME` stands for `-O emit=glue -O transport=NAME`, ' +
      'so it goes with no other value of these two.',
    example: { ...anyWit, command: 'wit-gen wit --abi symmetric --lang ts --transport koffi -O emit=types' },
    remedy: 'Leave one of the two out.',
  }),
  optionValue: entry({
    code: 'option-value',
    severity: 'error',
    message: m`\`${'value'}\` is no value for option \`${'name'}\` of the ${'backend'} backend`,
    explain: 'Each option of a backend takes certain values.',
    example: { ...anyWit, command: 'wit-gen wit --abi symmetric --lang rust -O publicExportMacro=perhaps' },
    remedy: 'Give one of the values that `wit-gen --help` names for the option.',
  }),
  symbolPrefix: entry({
    code: 'symbol-prefix',
    severity: 'error',
    message: m`\`${'text'}\` cannot begin a symbol`,
    explain: 'A prefix of symbols is letters, digits and `_`, and does not begin with a digit.',
    example: { ...anyWit, command: 'wit-gen wit --abi symmetric --lang cpp --world-prefix app-' },
    remedy: 'Write another prefix, for example `app_`.',
  }),
  notAComponent: entry({
    code: 'component-unreadable',
    severity: 'error',
    message: m`\`${'path'}\` is no component: ${'problem'}`,
    explain: 'A component is a WebAssembly file of its own format. Core modules and WIT are none.',
    example: { ...anyWit, command: 'wit-gen core-module wit/shop.wit' },
    remedy: 'Name a component. A core module needs no command: hosts load it as it is.',
  }),
  noSingleModule: entry({
    code: 'component-composite',
    severity: 'error',
    message: m`\`${'path'}\` is more than its core module: ${'why'}`,
    explain:
      'Glue calls one core module by the names of its functions. Components that consist of several, such as those made ' +
      'with an adapter or composed of others, or whose functions are called otherwise, say more than the module does.',
    example: {
      ...wit`
        // file: shop.wat
        (component
          (core module (func (export "run")))
          (core module (func (export "stop")))
        )
      `,
      command: 'wit-gen core-module wit/shop.wat',
    },
    remedy:
      'Leave the adapter out if nothing of WASI is needed, or take the module apart before it is composed. Other hosts, such as jco, run such components whole.',
  }),
  unknownLint: entry({
    code: 'lint-not-found',
    severity: 'error',
    message: m`there is no lint named \`${'code'}\``,
    explain: 'Levels are given to lints, by their codes.',
    example: { ...anyWit, command: 'wit-gen check wit --lint empty-tipe=allow' },
    remedy: 'Correct the code; `wit-gen explain` lists all codes and says which are lints.',
  }),
  notALint: entry({
    code: 'lint-fixed',
    severity: 'error',
    message: m`\`${'code'}\` is no lint, so it has no level`,
    explain:
      'Only lints have a level. Everything else is wrong by the rules of WIT itself, and remains an error.',
    example: { ...anyWit, command: 'wit-gen check wit --lint type-not-found=allow' },
    remedy: 'Leave the level out, and mend the WIT.',
  }),
  unknownCode: entry({
    code: 'code-not-found',
    severity: 'error',
    message: m`there is no diagnostic with the code \`${'code'}\``,
    explain: 'Every diagnostic has a code, which stands in brackets after `error` or `warning`.',
    example: { command: 'wit-gen explain type-not-fond' },
    remedy: 'Correct the code; `wit-gen explain` lists all of them.',
  }),
};
