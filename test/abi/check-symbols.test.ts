/** Symbols that meet are found, whatever has them, and shown in both places; so are those of the C library. */
import { builtInBackends } from '../../src/backends/index.js';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import type { Diagnostic } from '../../src/base/diagnostics.js';
import { memoryHost } from '../../src/base/host.js';
import type { LintLevels } from '../../src/base/lints.js';
import type { Span } from '../../src/base/source.js';
import { generate } from '../../src/driver/generate.js';
import { inspect } from '../../src/driver/inspect.js';

const [cpp] = builtInBackends;

interface Asked {
  readonly symbols?: Partial<SymbolOptions>;
  readonly lints?: LintLevels;
}

async function diagnosticsOf(wit: string, asked: Asked = {}): Promise<readonly Diagnostic[]> {
  if (!cpp) throw new Error('no backend');
  const request = { wit: 'app.wit', world: 'w', abi: 'symmetric', backend: cpp, ...asked } as const;
  const { diagnostics } = await generate(request, memoryHost({ 'app.wit': wit }));
  return diagnostics;
}

const textAt = ({ file, start, end }: Span): string => file.text.slice(start, end);

const shown = ({ code, message, span, related }: Diagnostic): readonly unknown[] => [
  code,
  message,
  span && textAt(span),
  related.map((each) => textAt(each.span)),
];

test('a function of the world meets one of an interface', async () => {
  const diagnostics = await diagnosticsOf(`package a:b;
    world w { import A: interface { B: func(); } export AX00B: func(); }`);
  expect(diagnostics.map(shown)).toEqual([
    ['symbol-clash', '`A#B` and `AX00B` would both be the symbol `AX00B`', 'AX00B', ['B']],
  ]);
  expect(diagnostics[0]?.hint).toContain('--world-prefix');
});

test('two versions meet, with the drops of their resources, on either side', async () => {
  const provided = (version: string): string =>
    `package c:d@1.0.0-${version} { interface e { resource r; f: func(); } }\n`;
  const diagnostics = await diagnosticsOf(
    `package a:b;\n${provided('x.y')}${provided('xX2Ey')}
     world w { import c:d/e@1.0.0-x.y; export c:d/e@1.0.0-xX2Ey; }`,
  );
  const symbol = (name: string): string => `cX3AdX2FeX401X2E0X2E0_xX2EyX00${name}`;
  const both = (name: string): string => `\`c:d/e@1.0.0-x.y#${name}\` and \`c:d/e@1.0.0-xX2Ey#${name}\``;
  expect(diagnostics.map(shown)).toEqual([
    [
      'symbol-clash',
      `${both('[resource-drop]r')} would both be the symbol \`${symbol('X5Bresource_dropX5Dr')}\``,
      'r',
      ['r'],
    ],
    ['symbol-clash', `${both('f')} would both be the symbol \`${symbol('f')}\``, 'f', ['f']],
  ]);
  const [first] = diagnostics;
  expect(first?.span?.start).not.toBe(first?.related[0]?.span.start);
});

const bothSides = `package a:b;
interface i { resource r; f: func(); }
world w { import i; export i; import ping: func(); export ping: func(); }`;

test('prefixes that undo what tells the two sides of a world apart', async () => {
  const symbols = { bothSides: 'imports', exportPrefix: 'imp_' } as const;
  const diagnostics = await diagnosticsOf(bothSides, { symbols });
  expect(diagnostics.map(({ code, span }) => [code, span && textAt(span)])).toEqual([
    ['symbol-clash', 'r'],
    ['symbol-clash', 'f'],
    ['symbol-clash', 'ping'],
  ]);
});

test('an import that is only implied meets the export on purpose', async () => {
  const wit = `package a:b;
    interface i { resource r; f: func(); }
    interface uses-it { use i.{r}; g: func(x: r); }
    world w { import uses-it; export i; }`;
  expect(await diagnosticsOf(wit)).toEqual([]);
});

const symbolsOf = async (wit: string, symbols: Partial<SymbolOptions>): Promise<string | undefined> => {
  const named = { fingerprints: false, ...symbols };
  const request = { wit: 'app.wit', world: 'w', format: 'symbols', symbols: named } as const;
  return (await inspect(request, memoryHost({ 'app.wit': wit }))).text;
};

test.each([
  ['both', 'imp_', 'exp_'],
  ['imports', 'imp_', ''],
  ['exports', '', 'exp_'],
] as const)('where %s get a prefix, drops have it, too', async (choice, imp, exp) => {
  const names = ['aX3AbX2FiX00X5Bresource_dropX5Dr', 'aX3AbX2FiX00f', 'ping'];
  expect(await symbolsOf(bothSides, { bothSides: choice })).toBe(
    [...names.map((name) => `T ${exp}${name}\n`), ...names.map((name) => `U ${imp}${name}\n`)].join(''),
  );
});

test('prefixes stand after those of the side, and the one of the world before its own functions alone', async () => {
  const symbols = { importPrefix: 'in_', exportPrefix: 'out_', worldPrefix: 'app_' };
  expect(await symbolsOf(bothSides, symbols)).toBe(
    [
      'T exp_out_aX3AbX2FiX00X5Bresource_dropX5Dr',
      'T exp_out_aX3AbX2FiX00f',
      'T exp_out_app_ping',
      'U imp_in_aX3AbX2FiX00X5Bresource_dropX5Dr',
      'U imp_in_aX3AbX2FiX00f',
      'U imp_in_app_ping\n',
    ].join('\n'),
  );
});

test('what cannot begin a symbol is no prefix', async () => {
  const symbols = { importPrefix: '1', exportPrefix: 'a-b', worldPrefix: '_ok1' };
  const diagnostics = await diagnosticsOf(bothSides, { symbols });
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['symbol-prefix', '`1` cannot begin a symbol'],
    ['symbol-prefix', '`a-b` cannot begin a symbol'],
  ]);
});

const library = `package a:b;
interface i { log: func(); }
world w {
  import i;
  import log: func();
  export pthread-create: func();
  export main: func();
  export logs: func();
}`;

test('functions of the world that are called as one of the C library are', async () => {
  const diagnostics = await diagnosticsOf(library);
  expect(diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', '`log` calls `log`, which is a function of the C library (`<math.h>`)'],
    [
      'warning',
      '`pthread-create` hides `pthread_create`, which is a function of the C library (`<pthread.h>`)',
    ],
    ['warning', '`main` hides `main`, which is the beginning of every program'],
  ]);
});

test('a prefix for the world keeps them apart, and the warning is a lint', async () => {
  expect(await diagnosticsOf(library, { symbols: { worldPrefix: 'app_' } })).toEqual([]);
  expect(await diagnosticsOf(library, { lints: 'compat' })).toEqual([]);
  const denied = await diagnosticsOf(library, { lints: { 'library-symbol': 'deny' } });
  expect(denied.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
});

test('functions of the world are shown to others by the version script', async () => {
  if (!cpp) throw new Error('no backend');
  const wit = 'package a:b;\nworld w { export on-resize: func(); }';
  const request = { wit: 'app.wit', abi: 'symmetric', backend: cpp } as const;
  const { files } = await generate(request, memoryHost({ 'app.wit': wit }));
  const script = files.find(({ path }) => path === 'w.verscr');
  expect(script?.content).toBe('{\n  global:\n    on_resize;\n  local:\n    *;\n};\n');
});
