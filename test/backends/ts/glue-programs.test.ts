/** Glue and its types agree, however users have their values look; and programs written against it compile. */
import { ts } from '../../../src/backends/ts/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate, type GenerateRequest } from '../../../src/driver/generate.js';
import { fixtureFolder, worldsOf } from '../../support/fixtures.js';
import { mistakesIn } from '../../support/typescript.js';

type Options = NonNullable<GenerateRequest['options']>;

const looks: readonly Options[] = [
  { flags: 'bigint', enums: 'screaming-snake', variants: 'inline', constants: 'objects', inputs: 'readonly' },
  { constants: 'objects' },
  { inputs: 'readonly' },
];

const fixtures = [
  ...['enums-and-flags', 'fixed-length-lists', 'lists', 'maps', 'many-parameters', 'options-and-results'],
  ...['records', 'resources', 'tuples', 'variants', 'world-items', 'worlds-own'],
];

/** Glue of all worlds of a fixture, each in a folder of its own. */
async function glueOf(fixture: string, folder: string, options: Options) {
  const files = new Map<string, string>();
  for (const { name } of await worldsOf(fixtureFolder(fixture))) {
    const request = { wit: fixtureFolder(fixture), world: name, abi: 'canonical', lints: 'compat' } as const;
    const whole = { ...request, backend: ts, options: { ...options, emit: 'glue' } } as const;
    const generated = await generate(whole, nodeHost);
    expect(generated.diagnostics).toEqual([]);
    for (const { path, content } of generated.files) {
      const isRuntime = path.startsWith('wit_runtime/');
      const text = content.replaceAll(`'./wit_runtime/`, `'../../wit_runtime/`);
      files.set(isRuntime ? `/glue/${path}` : `/glue/${folder}/${fixture}-${name}/${path}`, text);
    }
  }
  return files;
}

const compiler = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], noUncheckedIndexedAccess: true };

test('glue is of its types, whatever these look like', async () => {
  const all = await Promise.all(
    looks.flatMap((look, index) => fixtures.map((fixture) => glueOf(fixture, `look${String(index)}`, look))),
  );
  const files = new Map(all.flatMap((each) => [...each]));
  expect(mistakesIn(files, compiler)).toEqual([]);
});

const program = `
import { ComponentError, instantiate } from './glue/exporter.js';

declare const module: WebAssembly.Module;
const { api } = instantiate(module);
using counter = new api.Counter(1, 'one');
const sum: bigint = counter.add(2n);
const moved: { x: number; name: string } = api.movePoint({ x: Number(sum), name: counter.label() });
try {
  api.parse(moved.name);
} catch (error) {
  if (error instanceof ComponentError) console.log(error.payload);
}
`;

test('a program that runs a module', async () => {
  const glue = await glueOf('worked-example', 'w', {});
  const moved = [...glue].map(([path, text]): [string, string] => [
    path
      .replace('/glue/w/worked-example-exporter/', '/program/glue/')
      .replace('/glue/wit_runtime/', '/wit_runtime/'),
    text,
  ]);
  const files = new Map([
    ...moved.filter(([path]) => !path.startsWith('/glue/')),
    ['/program/main.ts', program],
  ]);
  expect(mistakesIn(files, { ...compiler, exactOptionalPropertyTypes: true })).toEqual([]);
  const wrong = program.replace('counter.add(2n)', 'counter.add(2)');
  expect(mistakesIn(new Map([...files, ['/program/main.ts', wrong]]), compiler)).toHaveLength(1);
});

/** Names of the runtime, of what the glue itself declares, and of JavaScript's own, in every place that a name of WIT can have. */
const hostile = `
package core:memory;

interface handles {
  resource %resource {
    constructor(state: memory, error: list<scope>);
    dispose: func(scope: borrow<%map>, answer: own<array>) -> result<memory, trap>;
    %constructor: func(this: u8) -> u8;
    given: static func(view: list<object>, index: list<list<memory>>) -> component-error;
    name: static func() -> scope;
    length: static func() -> list<scope>;
    prototype: static func() -> u8;
  }
  resource %map;
  resource array { constructor(); object: func() -> big-int; }
  resource symbol { wrap: func(arguments: u8, eval: u8) -> u8; }
  record memory { view: u8, bytes: list<u8>, %constructor: u32, proto: u64, then: string }
  record scope { core: memory, handles: option<memory> }
  record object { error: memory, %list: list<scope> }
  variant trap { memory(memory), some(u8), ok, tag(string) }
  variant component-error { within(string), val }
  enum big-int { state, core, memory }
  flags instance-state { memory, %constructor, then }
  enter: func(state: instance-state, handles: big-int) -> instance-state;
  lent: func(instance: borrow<%resource>) -> option<%resource>;
}

world state {
  import handles;
  export handles;
  import memory: interface { array: func(memory: list<u8>) -> list<u8>; new: func(core: string) -> string; }
  export core: interface {
    use handles.{memory as state};
    then: func(module: state, imports: state, others: state) -> state;
  }
  import symbol: func(state: string) -> string;
  export instantiate: func(memory: string) -> string;
  record core-module { core: u8, memory: string }
  record handle-table { state: core-module }
  export imports: func(handles: list<handle-table>) -> list<core-module>;
}
`;

test('names of WIT are never taken for those of the glue', async () => {
  const request = { wit: 'wit', abi: 'canonical', lints: 'compat' } as const;
  const whole = { ...request, backend: ts, options: { emit: 'glue' } } as const;
  const { files, diagnostics } = await generate(whole, memoryHost({ 'wit/hostile.wit': hostile }));
  expect(diagnostics).toEqual([]);
  const program = new Map(files.map(({ path, content }) => [`/glue/${path}`, content]));
  expect(mistakesIn(program, { ...compiler, exactOptionalPropertyTypes: true })).toEqual([]);
});
