/** What is wrong with valid WIT for an ABI or a backend: each code with its golden code frame. */
import { abiErrors } from '../../src/abi/errors.js';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import type { LintLevels } from '../../src/base/lints.js';
import { builtInBackends } from '../../src/backends/index.js';
import { codeFrame } from '../../src/base/code-frame.js';
import { memoryHost } from '../../src/base/host.js';
import { backendErrors } from '../../src/backends/errors.js';
import { driverErrors } from '../../src/driver/errors.js';
import { generate } from '../../src/driver/generate.js';
import { expectGolden } from '../support/golden.js';

interface Case {
  readonly wit: string;
  readonly abi?: 'canonical';
  readonly api?: 'views';
  /** Whether the backend has all that it has, also where another ABI or style is asked for. */
  readonly isWhole?: true;
  readonly symbols?: Partial<SymbolOptions>;
  readonly lints?: LintLevels;
  readonly options?: Readonly<Record<string, string | readonly string[]>>;
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
  'core-name-clash': {
    abi: 'canonical',
    wit: 'package demo:app;\n\nworld app {\n  export memory: func() -> u64;\n}\n',
  },
  'hyphen-duplicate': {
    abi: 'canonical',
    lints: { 'hyphen-duplicate': 'deny' },
    wit: `package demo:app;

interface shapes {
  record line { point-1: u8, point1: u8 }
}

world app {
  import shapes;
  export draw: func(line-a: u8, linea: u8);
}
`,
  },
  'component-flags': {
    abi: 'canonical',
    wit: `package demo:app;

interface locks {
  flags open {
    a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7,
    c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3, d4, d5, d6, d7,
    e0, e1,
  }
}

world app {
  import locks;
}
`,
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
  'option-unused': {
    options: {
      with: [
        'demo:app/shapes=crate::shapes,demo:app/shape/dot=crate::Dot',
        'demo:app/shape/line=crate::Line',
      ],
      skip: 'move',
      deriveIgnore: 'dots',
      typeAttribute: ['demo:app/shape/area=#[x]', 'demo:app/shape/near=#[x]', 'demo:app/shape/dot=#[x]'],
      memberAttribute: ['demo:app/shape/dot.z=#[x]', 'demo:app/shape/near.far=#[x]'],
    },
    wit: `package demo:app;

interface shape {
  record dot { x: f32, y: f32 }
  enum near { here, there }
  type area = f32;
  mover: func(dot: dot) -> near;
}

world app {
  import shape;
}
`,
  },
  'export-lost': {
    abi: 'canonical',
    lints: {},
    isWhole: true,
    wit: 'package demo:app;\n\nworld app {\n  export log: func(line: string);\n  export logs: func();\n}\n',
  },
  'mapping-missing': {
    options: {
      generateAll: 'no',
      with: 'demo:tools/clock=crate::clock,demo:tools/lamp=generate,demo:tools/bell=generate',
    },
    wit: `package demo:app;

interface shop {}

world app {
  import shop;
  import inline: interface {}
  import demo:tools/clock;
  import demo:tools/lamp;
  import demo:tools/hand;
  export demo:tools/bell;
}

package demo:tools {
  interface clock {}
  interface lamp {}
  interface hand {}
  interface bell {}
}
`,
  },
};

const rust = builtInBackends.find(({ id }) => id === 'rust');

test.each(Object.entries(cases))(
  '%s',
  async (code, { wit, abi, api, isWhole, options = {}, symbols = {}, lints = 'compat' }) => {
    if (!rust) throw new Error('no Rust backend');
    // A built-in backend has every style and every ABI.
    const less = { apis: new Set(['std'] as const), linkages: new Set(['native'] as const) };
    const backend = (api || abi) && !isWhole ? { ...rust, ...less } : rust;
    const shown = { options, symbols, backend, lints } as const;
    const request = { wit: 'app.wit', abi: abi ?? 'symmetric', api, ...shown } as const;
    const { files, diagnostics } = await generate(request, memoryHost({ 'app.wit': wit }));
    expect(files).toEqual([]);
    expect(new Set(diagnostics.map((each) => each.code))).toEqual(new Set([code]));
    const frames = diagnostics.map((each) => codeFrame(each));
    expectGolden(`errors/${code}.txt`, frames.join('\n'));
  },
);

test('every code has a case here or a test of its own', () => {
  const entries = { ...abiErrors, ...backendErrors, ...driverErrors };
  const declared = Object.values(entries).map(({ code }) => code);
  const elsewhere = [
    'backend-not-found',
    'backend-not-loaded',
    'code-not-found',
    'component-composite',
    'component-unreadable',
    'io-unwritable',
    'lint-fixed',
    'lint-not-found',
    'option-contradiction',
    'option-idle',
    'option-of-glue',
    'option-of-host',
  ];
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(declared.sort());
});
