import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from '../support/compile.js';
import { composed, type Component } from '../support/peer/compose.js';
import { wiringsOf } from '../support/peer/wiring.js';
import { WasmTools } from '../support/wasm/tools.js';
import { typesUsed } from '../support/wasm/types-component.js';

const wit = `
package test:composition;

interface things {
  resource thing;
  make: func() -> thing;
}

interface shapes {
  record point { x: u8 }
}

world leaf { export things; }
world middle { import things; export things; }
world runner {
  use shapes.{point};
  import things;
  import show: func(it: point);
  export run: func();
}
world shower {
  use shapes.{point};
  export show: func(it: point);
}
world shapes-alone { export shapes; }
`;

const tools = new WasmTools();
const witPath = join(buildFolder('peer-composition'), 'wit');
const worlds = ['runner', 'leaf', 'middle', 'shower'];

/** A component that traps when it is called, by its world. */
async function component(world: string): Promise<Component> {
  const module = await tools.dummyModule({ witPath, world, features: [] });
  return { world, bytes: await tools.componentNew(module) };
}

/** The components of the worlds in one, as WIT says what that is. */
async function witOfAll(composition: string | undefined): Promise<string> {
  const components: Component[] = [];
  for (const world of worlds) components.push(await component(world));
  const bytes = components.map((each) => each.bytes);
  const types = {
    alone: async () => (await component('shapes-alone')).bytes,
    used: await typesUsed(bytes, tools),
  };
  const wirings = wiringsOf(composition, worlds, 'runner');
  return tools.componentWit(await composed(components, wirings, { runner: 'runner', run: 'run' }, types));
}

beforeAll(() => {
  mkdirSync(witPath, { recursive: true });
  writeFileSync(join(witPath, 'test.wit'), wit);
});

afterAll(() => tools.close());

test('every import is filled: by name, by all that another exports, and by types alone', async () => {
  const composition = `
    let leaf = new test:leaf { ... };
    let middle = new test:middle { ...leaf, ... };
    let shower = new test:shower { ... };
    let runner = new test:runner { things: middle.things, show: shower.show, ... };
    export runner...;`;
  const whole = await witOfAll(composition);
  expect(whole).toMatch(/world root \{\s*export run: func\(\);\s*\}/);
});

test('without a composition the runner takes everything from all others', async () => {
  expect(await witOfAll(undefined)).not.toContain('import');
});

test('a function that nobody provides is an error', async () => {
  const composition = 'let leaf = new test:leaf { ... }; let runner = new test:runner { ...leaf, ... };';
  await expect(witOfAll(composition)).rejects.toThrow('nobody provides show');
});
