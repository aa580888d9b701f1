/**
 * Programs that need WASI, with the libraries that C and Rust have for its first preview, become components with the
 * adapter that turns what they ask for into the second, and read a file of this machine and print in Node.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { backendOf } from './support/peer/arguments.js';
import { cppForWasm, describeWith, mustRun, rustForWasm } from './support/toolchains.js';
import { WasmTools } from './support/wasm/tools.js';

const sources = join(repository, 'test/preview1');

/** The adapter for modules that are no programs by themselves, which comes with jco. */
const adapter = join(
  repository,
  'node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.reactor.wasm',
);

/** Compiles the program with its bindings, both in a folder; answers the module. */
const compilers = {
  cpp(folder: string, module: string) {
    const strict = ['-std=c++23', '-O1', '-Wall', '-Wextra', '-Werror', '-fno-exceptions', '-fno-rtti'];
    const files = [`-I${folder}`, join(sources, 'program.cpp'), join(folder, 'program.cpp')];
    const link = ['-mexec-model=reactor', '-Wl,--strip-debug', '-o', module];
    mustRun(cppForWasm.command, [...cppForWasm.flags, ...strict, ...files, ...link]);
  },
  rust(folder: string, module: string) {
    const target = ['--target=wasm32-wasip1', '-Lnative=/usr/lib/wasm32-wasi', '-Clinker=wasm-ld-19'];
    const crate = ['--edition=2024', '--crate-type=cdylib', '--crate-name=program', '-Dwarnings'];
    const options = ['-Cpanic=abort', '-Copt-level=1', '-Cstrip=debuginfo', '-o', module];
    const env = { BINDINGS: join(folder, 'program.rs') };
    mustRun(rustForWasm, [...target, ...crate, ...options, join(sources, 'program.rs')], { env });
  },
} as const;

const languages = ['cpp', 'rust'] as const;

describeWith(
  ['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'],
  'components of programs that need WASI',
  () => {
    const tools = new WasmTools();
    afterAll(() => tools.close());

    test('read files and print', async () => {
      const root = buildFolder('preview1');
      writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
      for (const language of languages) {
        const folder = join(root, language);
        const asked = {
          wit: sources,
          world: 'program',
          abi: 'canonical',
          backend: backendOf(language),
        } as const;
        const { files, diagnostics } = await generate(asked, nodeHost);
        expect(diagnostics).toEqual([]);
        await writeFiles(files, folder, nodeHost);
        const module = join(folder, 'module.wasm');
        compilers[language](folder, module);
        const adapters = [['wasi_snapshot_preview1', new Uint8Array(readFileSync(adapter))]] as const;
        const component = await tools.componentNew(new Uint8Array(readFileSync(module)), adapters);
        const hosted = await tools.transpile(component, language);
        for (const [name, content] of hosted.files) writeFileSync(join(root, name), content);
      }
      const notes = join(root, 'notes');
      mkdirSync(notes);
      writeFileSync(join(notes, 'note.txt'), 'hällo\n');
      const script = join(repository, 'test/support/wasm/preview1-run.js');
      const output = mustRun(process.execPath, [script, root, notes, ...languages]);
      const said = (language: string): readonly string[] => [
        '7 bytes',
        `${language} /files/note.txt "hällo\\n"`,
        `${language} /files/none.txt cannot be read`,
        `${language} /elsewhere/note.txt cannot be read`,
        `${language} /files/note.txt /files/none.txt /elsewhere/note.txt`,
      ];
      // What a component prints comes by another way than what its host does.
      expect(output.trimEnd().split('\n').toSorted()).toEqual(languages.flatMap(said).toSorted());
    });
  },
);
