/** What is wrong with valid WIT for an ABI or a backend: each code with its golden code frame. */
import { abiErrors } from '../../src/abi/errors.js';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import type { LintLevels } from '../../src/base/lints.js';
import { builtInBackends } from '../../src/backends/index.js';
import { codeFrame } from '../../src/base/code-frame.js';
import { memoryHost } from '../../src/base/host.js';
import { driverErrors } from '../../src/driver/errors.js';
import { generate } from '../../src/driver/generate.js';
import { expectGolden } from '../support/golden.js';

interface Case {
  readonly wit: string;
  readonly abi?: 'canonical';
  readonly api?: 'views';
  readonly options?: Readonly<Record<string, string>>;
  readonly symbols?: Partial<SymbolOptions>;
  readonly lints?: LintLevels;
}

const cases: Readonly<Record<string, Case>> = {
  'unsupported-feature': {
    wit: `package demo:app;

interface files {
  record chunk { bytes: stream<u8> }
  /// Reads all of it.
  read: async func(path: string) -> result<list<chunk>, error-context>;
  known: func(name: map<string, list<u8, 4>>) -> future<u8>;
}

world app { import files; }
`,
  },
  'symbol-clash': {
    wit: `package demo:app;

world app {
  import ping: func();
  export ping: func();
  import imp-ping: func();
}
`,
  },
  'symbol-prefix': {
    symbols: { worldPrefix: 'app-' },
    wit: 'package demo:app;\n\nworld app {\n  import ping: func();\n}\n',
  },
  'library-symbol': {
    lints: { 'library-symbol': 'deny' },
    wit: 'package demo:app;\n\nworld app {\n  export log: func(line: string);\n}\n',
  },
  'unsupported-abi': {
    abi: 'canonical',
    wit: 'package demo:app;\n\nworld app {\n  import ping: func();\n}\n',
  },
  'unsupported-api': {
    api: 'views',
    wit: 'package demo:app;\n\nworld app {\n  import ping: func();\n}\n',
  },
  'option-not-found': {
    options: { deriv: 'x' },
    wit: 'package demo:app;\n\nworld app {\n  import ping: func();\n}\n',
  },
  'option-value': {
    options: { publicExportMacro: 'perhaps' },
    wit: 'package demo:app;\n\nworld app {\n  import ping: func();\n}\n',
  },
};

const rust = builtInBackends.find(({ id }) => id === 'rust');

test.each(Object.entries(cases))(
  '%s',
  async (code, { wit, abi, api, options = {}, symbols = {}, lints = 'compat' }) => {
    if (!rust) throw new Error('no Rust backend');
    const shown = { options, symbols, backend: rust, lints } as const;
    const request = { wit: 'app.wit', abi: abi ?? 'symmetric', api, ...shown } as const;
    const { files, diagnostics } = await generate(request, memoryHost({ 'app.wit': wit }));
    expect(files).toEqual([]);
    expect(new Set(diagnostics.map((each) => each.code))).toEqual(new Set([code]));
    const frames = diagnostics.map((each) => codeFrame(each));
    expectGolden(`errors/${code}.txt`, frames.join('\n'));
  },
);

test('every code has a case here or a test of the command line', () => {
  const declared = [...Object.values(abiErrors), ...Object.values(driverErrors)].map(({ code }) => code);
  const elsewhere = [
    'backend-not-found',
    'backend-not-loaded',
    'code-not-found',
    'io-unwritable',
    'lint-fixed',
    'lint-not-found',
  ];
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(declared.sort());
});
