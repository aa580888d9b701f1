/** The way from WIT to a component is the one that docs/components.md tells. */
import { componentNew, componentWit } from '@bytecodealliance/jco-transpile/wasm-tools';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, witGenIn } from '../support/cli.js';
import { repository } from '../support/golden.js';
import { describeWith, mustRun, rustForWasm } from '../support/toolchains.js';

const page = readFileSync(join(repository, 'docs/components.md'), 'utf8');

/** The blocks of a language in a part of the page. */
function blocks(language: string, heading: string): readonly string[] {
  const [part = ''] = page.slice(page.indexOf(heading)).split('\n## ');
  const fences = [...part.matchAll(/^```(\w+)\n([^]*?)^```/gm)];
  return fences.flatMap(([, name, text = '']) => (name === language ? [text] : []));
}

/** Does what a part of the page says, as far as there is a module, which then becomes a component. */
async function followed(heading: string, { language, file }: { language: string; file: string }) {
  const [wit = ''] = blocks('wit', '# From');
  const [program = ''] = blocks(language, heading);
  const [generating = '', compiling = ''] = blocks('sh', heading);
  const root = folder({ 'wit/greeter.wit': wit });
  const { code, err } = await witGenIn(root, ...generating.trim().split(' ').slice(1));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  writeFileSync(join(root, file), program);
  const [command = '', ...args] = (compiling.split('\n')[0] ?? '').split(' ');
  const isRust = command === 'rustc';
  // Debian's Rust comes without the linker that rustup's has.
  const linker = isRust ? ['-C', 'linker=wasm-ld-19'] : [];
  mustRun(isRust ? rustForWasm : command, [...args, ...linker], { cwd: root });
  return componentWit(await componentNew(readFileSync(join(root, 'greeter.wasm'))));
}

const world = `package root:component;

world root {
  import demo:greeter/names@1.0.0;

  export greet: func(name: string) -> string;
}
`;

describeWith(['C++ for wasm32', 'wasm-ld-19'], 'C++', () => {
  test('the example becomes a component', async () => {
    expect(await followed('## C++', { language: 'cpp', file: 'component.cpp' })).toContain(world);
  });
});

describeWith(['Rust for wasm32', 'wasm-ld-19'], 'Rust', () => {
  test('the example becomes a component', async () => {
    expect(await followed('## Rust', { language: 'rust', file: 'src/lib.rs' })).toContain(world);
  });
});
