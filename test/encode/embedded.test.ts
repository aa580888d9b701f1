/** Modules of emitted code say of which world they are: components are made of them without WIT. */
import { componentNew, componentWit } from '@bytecodealliance/jco-transpile/wasm-tools';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AbiName } from '../../src/abi/conventions/index.js';
import type { Backend } from '../../src/backends/backend.js';
import { cpp } from '../../src/backends/cpp/index.js';
import { rust } from '../../src/backends/rust/index.js';
import { memoryHost } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import type { OptionTexts } from '../../src/driver/options.js';
import type { GeneratedFile } from '../../src/emit/output.js';
import { writeFiles } from '../../src/driver/write.js';
import { buildFolder, rustEditions } from '../support/compile.js';
import { cppForWasm, describeWith, mustRun, rustForWasm } from '../support/toolchains.js';

const wit = `
  package a:b@1.0.0;

  interface host {
    resource thing {
      constructor();
      size: func() -> u32;
    }
    twice: func(x: u32) -> u32;
  }

  world both {
    import host;
    export run: func(x: u32) -> u32;
  }

  world imports {
    import host;
  }

  interface values {
    record point { x: u32 }
  }

  world types {
    import values;
  }
`;

interface Asked {
  readonly backend: Backend;
  readonly world: string;
  readonly options?: OptionTexts;
}

/** The files of a world's bindings. */
async function bindingsOf(asked: Asked, abi: AbiName): Promise<readonly GeneratedFile[]> {
  const request = { wit: 'a.wit', abi, ...asked };
  const { files, diagnostics } = await generate(request, memoryHost({ 'a.wit': wit }));
  expect(diagnostics).toEqual([]);
  return files;
}

/** Writes the bindings of a world into a folder. */
async function bindings(folder: string, asked: Asked): Promise<void> {
  await writeFiles(await bindingsOf(asked, 'canonical'), folder, nodeHost);
}

/** The names of the sections that tools look for. */
function sectionsIn(module: string): readonly string[] {
  const text = readFileSync(module).toString('latin1');
  return text.match(/component-type:[\w:/@.-]+/g) ?? [];
}

/** How often a module has what is in those sections: as its data, it would be there for nothing. */
function worldsIn(module: string): number {
  return readFileSync(module).toString('latin1').split('wit-component-encoding').length - 1;
}

/** What the component of a module imports and exports. */
async function worldOf(module: string): Promise<readonly string[]> {
  const text = await componentWit(await componentNew(readFileSync(module)));
  return text.match(/(?<=^ {2})(?:import|export) .*(?=;$)/gm) ?? [];
}

const hosted = ['import a:b/host@1.0.0'];
const whole = [...hosted, 'export run: func(x: u32) -> u32'];

test.each([cpp, rust])(
  'components that are linked with each other say nothing, in $title',
  async (backend) => {
    const textOf = async (abi: AbiName): Promise<string> =>
      (await bindingsOf({ backend, world: 'both' }, abi)).map(({ content }) => content).join('');
    expect(await textOf('canonical')).toContain('component-type');
    expect(await textOf('symmetric')).not.toContain('component-type');
  },
);

describeWith(['C++ for wasm32', 'wasm-ld-19'], 'C++', () => {
  const folder = buildFolder('embedded-cpp');
  const path = (name: string): string => join(folder, name);
  const compiler = [...cppForWasm.flags, '-std=c++20', '-fno-exceptions', '-fno-rtti'];

  test('a whole world', async () => {
    await bindings(folder, { backend: cpp, world: 'both' });
    const program = `
      #include "both_cpp.h"
      uint32_t exports::both::Run(uint32_t x) { return a::b::host::Twice(x); }
    `;
    writeFileSync(path('program.cpp'), program);
    const files = [path('program.cpp'), path('both.cpp'), '-o', path('both.wasm')];
    mustRun(cppForWasm.command, [...compiler, '-mexec-model=reactor', '-O2', '-flto', ...files]);
    expect(sectionsIn(path('both.wasm'))).toEqual(['component-type:wit-gen:cpp:a:b/both@1.0.0']);
    expect(worldsIn(path('both.wasm'))).toBe(1);
    expect(await worldOf(path('both.wasm'))).toEqual(whole);
  });

  test('bindings in an archive, of which what nobody needs is left out', async () => {
    await bindings(folder, { backend: cpp, world: 'imports' });
    const program = `
      #include "imports_cpp.h"
      extern "C" __attribute__((export_name("go"))) uint32_t go() { return a::b::host::Twice(2); }
    `;
    writeFileSync(path('user.cpp'), program);
    for (const name of ['user', 'imports'])
      mustRun(cppForWasm.command, [...compiler, '-O2', '-c', path(`${name}.cpp`), '-o', path(`${name}.o`)]);
    // As in an archive.
    const archive = `-Wl,--start-lib,${path('imports.o')},--end-lib`;
    const linker = ['-nostartfiles', '-Wl,--no-entry,--gc-sections,--strip-all'];
    mustRun(cppForWasm.command, [...compiler, ...linker, path('user.o'), archive, '-o', path('user.wasm')]);
    expect(await worldOf(path('user.wasm'))).toEqual(hosted);
  });
});

describeWith(['Rust for wasm32', 'wasm-ld-19'], 'Rust', () => {
  const folder = buildFolder('embedded-rust');
  const path = (name: string): string => join(folder, name);

  /** Compiles a crate of one file; the libraries that it uses are compiled before it. */
  function crate(
    type: 'lib' | 'cdylib',
    name: string,
    flags: readonly string[],
    libraries: readonly string[] = [],
  ): string {
    const target = ['--target', 'wasm32-unknown-unknown', '-C', 'linker=wasm-ld-19', '-D', 'warnings'];
    const uses = libraries.flatMap((library) => ['--extern', library]);
    const files = ['--out-dir', folder, '-L', folder, ...uses, path(`${name}.rs`)];
    mustRun(rustForWasm, ['--crate-type', type, '--crate-name', name, ...target, ...flags, ...files]);
    return path(`${name}.wasm`);
  }

  test.each(rustEditions)('a whole world in edition %s', async (edition) => {
    await bindings(folder, { backend: rust, world: 'both' });
    const program = `
      mod both;
      struct Component;
      impl both::Guest for Component {
          fn run(x: u32) -> u32 {
              both::a::b::host::twice(x)
          }
      }
      both::export!(Component with_types_in both);
    `;
    writeFileSync(path('program.rs'), program);
    const module = crate('cdylib', 'program', ['--edition', edition, '-O']);
    expect(sectionsIn(module)).toEqual([
      'component-type:wit-gen:rust:a:b/both@1.0.0:program::both::_component_type',
    ]);
    expect(worldsIn(module)).toBe(1);
    expect(await worldOf(module)).toEqual(whole);
  });

  // Where a library is in so many parts, its modules are objects of their own, and one without symbols is not looked at.
  const inParts = ['--edition', '2021', '-C', 'codegen-units=256'];

  test.each([
    ['a function', 'twice(1)'],
    ['a resource', 'Thing::new().size()'],
  ])('a library in parts, of which %s is used', async (_, call) => {
    await bindings(folder, { backend: rust, world: 'imports' });
    crate('lib', 'imports', inParts);
    const program = `
      #[unsafe(no_mangle)]
      extern "C" fn go() -> u32 {
          imports::a::b::host::${call}
      }
    `;
    writeFileSync(path('user.rs'), program);
    const module = crate('cdylib', 'user', inParts, ['imports']);
    expect(worldsIn(module)).toBe(1);
    expect(await worldOf(module)).toEqual(hosted);
  });

  test('several libraries with the bindings of one world', async () => {
    await bindings(folder, { backend: rust, world: 'imports' });
    for (const name of ['one', 'other']) {
      writeFileSync(path(`${name}.rs`), `#[path = "imports.rs"]\npub mod bindings;\n`);
      crate('lib', name, inParts);
    }
    const program = `
      #[unsafe(no_mangle)]
      extern "C" fn go() -> u32 {
          one::bindings::a::b::host::twice(other::bindings::a::b::host::twice(3))
      }
    `;
    writeFileSync(path('several.rs'), program);
    const module = crate('cdylib', 'several', inParts, ['one', 'other']);
    expect([...sectionsIn(module)].sort()).toEqual(
      ['one', 'other'].map(
        (name) => `component-type:wit-gen:rust:a:b/imports@1.0.0:${name}::bindings::_component_type`,
      ),
    );
    expect(await worldOf(module)).toEqual(hosted);
  });

  test('a library for others to export by, and one who does not', async () => {
    await bindings(folder, { backend: rust, world: 'both', options: { publicExportMacro: 'yes' } });
    writeFileSync(path('world.rs'), 'pub mod both;\n');
    crate('lib', 'world', inParts);
    const calls = 'world::both::a::b::host::twice(x)';
    const exporter = `
      struct Component;
      impl world::both::Guest for Component {
          fn run(x: u32) -> u32 {
              ${calls}
          }
      }
      world::both::export!(Component with_types_in world::both);
    `;
    const user = `
      #[unsafe(no_mangle)]
      extern "C" fn go(x: u32) -> u32 {
          ${calls}
      }
    `;
    writeFileSync(path('exporter.rs'), exporter);
    writeFileSync(path('caller.rs'), user);
    expect(await worldOf(crate('cdylib', 'exporter', inParts, ['world']))).toEqual(whole);
    expect(await worldOf(crate('cdylib', 'caller', inParts, ['world']))).toEqual(hosted);
  });

  test('a world of types, which a component without functions does not need', async () => {
    await bindings(folder, { backend: rust, world: 'types' });
    writeFileSync(path('nothing.rs'), 'mod types;\n');
    expect(await worldOf(crate('cdylib', 'nothing', inParts))).toEqual([]);
  });

  test('exports in a module of a library', async () => {
    await bindings(folder, { backend: rust, world: 'both' });
    const library = `
      mod both;
      pub mod inside {
          use crate::both;
          struct Component;
          impl both::Guest for Component {
              fn run(x: u32) -> u32 {
                  x
              }
          }
          both::export!(Component with_types_in both);
      }
    `;
    writeFileSync(path('library.rs'), library);
    crate('lib', 'library', inParts);
    writeFileSync(path('final.rs'), 'pub use library::inside;\n');
    expect(await worldOf(crate('cdylib', 'final', inParts, ['library']))).toEqual([
      'export run: func(x: u32) -> u32',
    ]);
  });
});
