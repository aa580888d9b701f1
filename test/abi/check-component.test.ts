/** What tools refuse that make components is said before, where it stands; tools at hand are asked whether they do. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../src/base/host.js';
import { rust } from '../../src/backends/rust/index.js';
import { generate } from '../../src/driver/generate.js';
import { buildFolder } from '../support/compile.js';
import { WasmTools } from '../support/wasm/tools.js';

const flags = (count: number): string =>
  Array.from({ length: count }, (_, at) => `o${String(at)}`).join(', ');

const inInterface = (text: string): string => `interface i { ${text} } world w { import i; }`;

/** What stands in a package, and the text that the complaint is of; without one, nothing is wrong. */
const cases: Readonly<Record<string, readonly [wit: string, code?: string, at?: string]>> = {
  parameters: ['world w { export f: func(a-1: u8, a1: u8); }', 'hyphen-duplicate', 'a1'],
  'parameters that differ in words': [
    'world w { export f: func(a-b: u8, ab: u8); }',
    'hyphen-duplicate',
    'ab',
  ],
  fields: [inInterface('record r { a1-b: u8, a-1b: u8 }'), 'hyphen-duplicate', 'a-1b'],
  cases: [inInterface('variant v { b-1, b1(u8) }'), 'hyphen-duplicate', 'b1'],
  'names of flags': [inInterface('flags v { b-1, b1 }'), 'hyphen-duplicate', 'b1'],
  methods: [inInterface('resource r { a-1: func(); a1: func(); }'), 'hyphen-duplicate', 'a1'],
  'a method like its resource': [inInterface('resource r-1 { r1: func(); }'), 'hyphen-duplicate', 'r1'],
  'a type and a function': [inInterface('type r-1 = u8; r1: func(x: r-1);'), 'hyphen-duplicate', 'r1'],
  interfaces: [
    'interface g-1 { f: func(); } interface g1 { f: func(); } world w { import g-1; import g1; }',
    'hyphen-duplicate',
    'g1',
  ],
  'functions of a world': ['world w { import q-1: func(); import q1: func(); }', 'hyphen-duplicate', 'q1'],
  'functions on two sides': ['world w { import q-1: func(); export q1: func(); }'],
  'names in two types': [inInterface('record r { a-1: u8 } record s { a1: u8 }')],
  '33 flags': [inInterface(`flags v { ${flags(33)} } f: func(x: v);`), 'component-flags', 'o32'],
  '32 flags': [inInterface(`flags v { ${flags(32)} } f: func(x: v);`)],
};

const named = Object.entries(cases).map(([title, [wit, code, at]]) => ({
  title,
  wit: `package t:a; ${wit}`,
  code,
  at,
}));

test.each(named)('$title', async ({ wit, code, at }) => {
  const lints = { 'too-many-flags': 'allow' } as const;
  const request = { wit: 'a.wit', world: 'w', abi: 'canonical', backend: rust, lints } as const;
  const { diagnostics } = await generate(request, memoryHost({ 'a.wit': wit }));
  expect(diagnostics.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
  const span = diagnostics[0]?.span;
  expect(span?.file.text.slice(span.start, span.end)).toBe(at);
});

test('names are nobody’s business where there are no components', async () => {
  const request = { wit: 'a.wit', world: 'w', abi: 'symmetric', backend: rust } as const;
  for (const { wit, code } of named.filter((each) => each.code === 'hyphen-duplicate')) {
    const { diagnostics } = await generate(request, memoryHost({ 'a.wit': wit }));
    expect([code, diagnostics]).toEqual([code, []]);
  }
});

describe('the tools of jco', () => {
  const tools = new WasmTools();
  afterAll(() => tools.close());

  test.each(named)('refuse what is reported and nothing else: $title', async ({ title, wit, code }) => {
    const folder = join(buildFolder('check-component'), title.replaceAll(' ', '-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.wit'), wit);
    const made = tools
      .dummyModule({ witPath: folder, world: 'w', features: [] })
      .then((module) => tools.componentNew(module));
    if (code === undefined) await expect(made).resolves.toBeDefined();
    else await expect(made).rejects.toThrow(/conflicts with previous|more than 32 flags/);
  });
});
