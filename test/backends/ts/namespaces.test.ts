/** What modules call each other, in worlds whose interfaces are called like types, like what JavaScript has, and like each other. */
import { memoryHost } from '../../../src/base/host.js';
import { ts } from '../../../src/backends/ts/index.js';
import type { Emission } from '../../../src/backends/ts/options.js';
import { generate } from '../../../src/driver/generate.js';
import { Outputs } from '../../support/typescript.js';

const things = 'record thing { id: u8, text: string } variant why { lost(thing) } resource counter;';

const wit = `package test:names;

interface array { ${things} }
interface counter { ${things} get: func(all: list<thing>) -> result<list<borrow-free>, why>; record borrow-free { of: thing } }
interface memory { use array.{thing, counter}; pass: func(c: counter, t: list<thing>) -> map<string, thing>; }
interface things { use counter.{thing, why}; get: func(t: option<option<thing>>) -> result<thing, why>; }
interface things-types { use dep:other/things@2.0.0.{thing}; get: func(t: thing) -> thing; }
interface box { use array.{thing}; record hub-types { of: thing } get: func() -> hub-types; }
interface import-object { use array.{thing}; get: func() -> thing; }

world hub {
  import array;
  import counter;
  import import-object;
  import memory;
  import things;
  import dep:other/things@1.0.0;
  import dep:other/things@2.0.0;
  import dep:other/hub@1.0.0;
  export box;
  export memory;
  export things;
  export things-types;
  export component-error: interface { use array.{thing}; get: func() -> result<thing, thing>; }
}
`;

const other = (version: string): string =>
  `package dep:other@${version};
interface things { ${things} get: func(t: thing) -> thing; }
interface hub { use things.{thing}; get: func(t: thing) -> result<_, why>; variant why { gone(thing) } }
`;

const files = {
  'wit/names.wit': wit,
  'wit/deps/one/one.wit': other('1.0.0'),
  'wit/deps/two/two.wit': other('2.0.0'),
};

async function generated(emit: Emission): Promise<Outputs> {
  const request = { wit: 'wit', features: 'all', abi: 'canonical', backend: ts, options: { emit } } as const;
  const { files: emitted, diagnostics } = await generate(request, memoryHost(files));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const outputs = new Outputs(emit);
  outputs.add('names', emitted);
  return outputs;
}

test.each(['types', 'guest-types', 'glue'] as const)('%s compile', async (emit) => {
  expect((await generated(emit)).mistakes()).toEqual([]);
});

test('modules have short names, full ones where there are two, and none that means something else', async () => {
  const request = { wit: 'wit', features: 'all', abi: 'canonical', backend: ts } as const;
  const { files: emitted } = await generate({ ...request, options: { emit: 'glue' } }, memoryHost(files));
  const world = emitted.find(({ path }) => path === 'hub.ts')?.content ?? '';
  const imports = [...world.matchAll(/^import type \* as (\w+) from '.\/interfaces\/(.*)\.js';$/gm)];
  expect(imports.map(([, name, file]) => `${file ?? ''}: ${name ?? ''}`)).toEqual([
    'test-names-array: ArrayTypes',
    'test-names-counter: CounterTypes',
    'test-names-import-object: ImportObjectTypes',
    'test-names-memory: MemoryTypes',
    'test-names-things: TestNamesThings',
    'dep-other-things-1.0.0: DepOtherThings100',
    'dep-other-things-2.0.0: DepOtherThings200',
    'dep-other-hub-1.0.0: DepOtherHub100',
    'test-names-box: Box',
    'exports/test-names-memory: ExportedMemory',
    'exports/test-names-things: ExportedThings',
    'test-names-things-types: ThingsTypes',
    'component-error: ComponentErrorTypes',
  ]);
});
