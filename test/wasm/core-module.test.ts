/** The core module of a component: which it is, and when there is none. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreModuleOf } from '../../src/wasm/core-module.js';
import { parseWat } from '../../src/wasm/wat.js';
import { WasmTools } from '../support/wasm/tools.js';

async function binaryOf(text: string): Promise<Uint8Array> {
  const parsed = await parseWat(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.bytes;
}

const tools = new WasmTools();
afterAll(() => tools.close());

/** The names by which instances of a module are linked. */
function linksOf(bytes: Uint8Array): readonly string[] {
  const module = new WebAssembly.Module(bytes);
  return [
    ...WebAssembly.Module.imports(module).map((each) => `${each.module} ${each.name}`),
    ...WebAssembly.Module.exports(module).map((each) => each.name),
  ];
}

const worlds: Readonly<Record<string, string>> = {
  'without memory': 'import ping: func(n: u32) -> u32; export pong: func();',
  'whose imports use memory':
    'import ping: func(text: string) -> list<string>; export pong: func() -> string;',
  'with resources both ways': `
    import theirs: interface { resource thing { constructor(name: string); name: func() -> string; } }
    export ours: interface { resource thing { constructor(name: string); name: func() -> string; } }`,
  'without exports': 'import ping: func(text: string);',
};

test.each(Object.entries(worlds))('what wasm-tools makes of a module %s', async (_, items) => {
  const witPath = join(mkdtempSync(join(tmpdir(), 'wit-gen-')), 'app.wit');
  writeFileSync(witPath, `package demo:app;\nworld app {${items}}\n`);
  const module = await tools.dummyModule({ witPath, world: 'app', features: [] });
  const extracted = coreModuleOf(await tools.componentNew(module));
  expect('module' in extracted && linksOf(extracted.module)).toEqual(linksOf(module));
});

test('the modules that wasm-tools adds are there, and left out', async () => {
  const witPath = join(mkdtempSync(join(tmpdir(), 'wit-gen-')), 'app.wit');
  writeFileSync(witPath, 'package demo:app;\nworld app { import ping: func(text: string); }\n');
  const module = await tools.dummyModule({ witPath, world: 'app', features: [] });
  const component = Buffer.from(await tools.componentNew(module));
  expect(component.includes('$imports')).toBe(true);
});

const refused: Readonly<Record<string, readonly [text: string, why: object]>> = {
  'a core module': ['(module)', { malformed: 'it is a core module' }],
  'a component without a module': ['(component)', { unlike: 'it has no core modules' }],
  'a component with two': [
    '(component (core module (func (export "a"))) (core module (func (export "b"))))',
    { unlike: 'it has 2 core modules' },
  ],
  'a composed component': [
    '(component (core module (func (export "a"))) (component (core module (func (export "b")))))',
    { unlike: 'it is composed of components' },
  ],
  'a component of components of components': [
    '(component (core module (func (export "a"))) (component (component)))',
    { unlike: 'it is composed of components' },
  ],
  'strings in UTF-16': [
    `(component
      (core module $m (memory (export "m") 1)
        (func (export "r") (param i32 i32 i32 i32) (result i32) (unreachable))
        (func (export "f") (param i32 i32)))
      (core instance $i (instantiate $m))
      (func (export "f") (param "text" string)
        (canon lift (core func $i "f") (memory (core memory $i "m")) (realloc (core func $i "r")) string-encoding=utf16)))`,
    { unlike: 'its strings are not UTF-8' },
  ],
  'asynchronous functions': [
    '(component (core module (func (export "a"))) (core func (canon task.return)))',
    { unlike: 'it has asynchronous functions' },
  ],
};

test.each(Object.entries(refused))('%s: none', async (_, [text, why]) => {
  expect(coreModuleOf(await binaryOf(text))).toEqual(why);
});

test('what is cut off or no WebAssembly is said, wherever it ends', async () => {
  const text = `(component (component)
    (core module $m (func (export "a")))
    (core instance $i (instantiate $m))
    (func (export "a") (canon lift (core func $i "a"))))`;
  const whole = await binaryOf(text);
  expect(Object.keys(coreModuleOf(whole))).toEqual(['module']);
  for (let length = 0; length < 8; length++) {
    expect(coreModuleOf(whole.slice(0, length))).toEqual({ malformed: 'it is not WebAssembly' });
  }
  const outcomes = Array.from({ length: whole.length - 8 }, (_, index) =>
    coreModuleOf(whole.slice(0, index + 8)),
  );
  expect(outcomes).toContainEqual({ malformed: 'it ends too early' });
  expect(coreModuleOf(new TextEncoder().encode('package a:b;'))).toEqual({
    malformed: 'it is not WebAssembly',
  });
});
