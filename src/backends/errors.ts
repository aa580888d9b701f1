import { entry, m } from '../base/diagnostics.js';
import { wit } from '../base/examples.js';

/** What can be wrong with the options of a backend for a world. */
export const backendErrors = {
  idleOption: entry({
    code: 'option-idle',
    severity: 'warning',
    message: m`option \`${'option'}\` does nothing under the ${'abi'} ABI`,
    explain:
      'Some options are for one ABI. Symbols have prefixes and interfaces fingerprints where components are linked with ' +
      'each other, the files of `linking` help there, and `transport` says how Node reaches such a component; `--core-names` ' +
      'is for modules that a host instantiates.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import ping: func();
        }
      `,
      command: 'wit-gen wit --abi canonical --lang cpp --world-prefix app_',
    },
    remedy: 'Leave the option out, or choose the other ABI.',
  }),
  unusedOption: entry({
    code: 'option-unused',
    severity: 'error',
    message: m`option \`${'option'}\` names \`${'name'}\`, which world \`${'world'}\` does not have`,
    explain:
      'An option names a part of the world that is not there. Only what is imported can be found elsewhere (`with`), and ' +
      'attributes are for records, variants and enums.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import ping: func();
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang rust -O skip=pong',
    },
    remedy:
      'Correct the name, or leave the option out. An interface is `ns:pkg/iface@version`, a type has `/type` behind that.',
  }),
  optionOfHost: entry({
    code: 'option-of-host',
    severity: 'error',
    message: m`option \`${'option'}\` is for programs that run a component, not for the component`,
    explain:
      'What makes a component of JavaScript hands it flags as objects and enums as they are spelled in WIT. Types that said ' +
      'something else would be wrong.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          flags access {
            read,
            write,
          }

          import allow: func(access: access);
        }
      `,
      command: 'wit-gen wit --abi canonical --lang ts -O emit=guest-types -O flags=bigint',
    },
    remedy: 'Leave the option out.',
  }),
  optionOfGlue: entry({
    code: 'option-of-glue',
    severity: 'warning',
    message: m`option \`${'option'}\` is for glue, and none is written`,
    explain:
      'How a component is reached, and what becomes of its objects, is a matter of the code that runs it. Types are the ' +
      'same either way.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          export ping: func();
        }
      `,
      command: 'wit-gen wit --abi canonical --lang ts -O finalizers=no',
    },
    remedy: 'Ask for glue with `-O emit=glue`, or leave the option out.',
  }),
  lostExport: entry({
    code: 'export-lost',
    severity: 'error',
    lint: 'stricter',
    message: m`a WebAssembly module of Rust would not export \`${'name'}\`, which Rust has a function of its own for`,
    explain:
      'Rust brings functions that compilers call by themselves, such as `memcpy` and `log`, which are hidden. By the ' +
      'scheme `legacy` a function of the world has its bare name in the module, and one of those names hides it; ' +
      'what is called `memcpy` would also be called wherever memory is copied.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          export log: func(line: string);
        }
      `,
      command: 'wit-gen wit --abi canonical --lang rust',
    },
    remedy: 'Choose the other scheme with `--core-names`, rename the function, or put it into an interface.',
  }),
  mappingMissing: entry({
    code: 'mapping-missing',
    severity: 'error',
    message: m`\`${'name'}\` is of another package, and nothing says where its bindings are`,
    explain:
      'With `generateAll=no`, an interface of another package is generated only where `with` asks for it.',
    example: {
      ...wit`
        package demo:shop;

        world app {
          import demo:tools/clock;
        }

        package demo:tools {
          interface clock {
            now: func() -> u64;
          }
        }
      `,
      command: 'wit-gen wit --abi symmetric --lang rust -O generateAll=no',
    },
    remedy: 'Add `-O with=NAME=PATH`, or `-O with=NAME=generate`.',
  }),
};
