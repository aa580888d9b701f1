import { entry, m } from '../base/diagnostics.js';

/** What can be wrong with a request, beyond the WIT itself. */
export const driverErrors = {
  unknownBackend: entry({
    code: 'backend-not-found',
    severity: 'error',
    message: m`there is no backend named \`${'name'}\``,
    explain: 'A backend is one of the built-in languages, or a module whose default export is a backend.',
  }),
  brokenBackend: entry({
    code: 'backend-not-loaded',
    severity: 'error',
    message: m`the backend in \`${'path'}\` cannot be loaded: ${'why'}`,
    explain:
      'The module of a backend is an ES module whose default export has `id`, `templates`, `options`, `features`, ' +
      '`linkages` and `generate`; docs/backends.md shows one.',
  }),
  unwritable: entry({
    code: 'io-unwritable',
    severity: 'error',
    message: m`cannot write to \`${'folder'}\`: ${'why'}`,
    explain: 'The output folder is made if it is not there; it must not be a file, and must be writable.',
  }),
  unknownOption: entry({
    code: 'option-not-found',
    severity: 'error',
    message: m`the ${'backend'} backend has no option \`${'name'}\``,
    explain: 'Options belong to a backend; `wit-gen --help` lists those of the built-in ones.',
  }),
  optionValue: entry({
    code: 'option-value',
    severity: 'error',
    message: m`\`${'value'}\` is no value for option \`${'name'}\` of the ${'backend'} backend`,
    explain: 'The help of the option names the values that it takes.',
  }),
};
