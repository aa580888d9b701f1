/** Custom sections in source text: what a compiler makes of it is what went in. */
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customSectionLines as cppLines } from '../../src/backends/cpp/custom-section.js';
import {
  byteStringLiteral,
  customSectionLines as rustLines,
} from '../../src/backends/rust/custom-section.js';
import type { CustomSection } from '../../src/encode/component-type.js';
import { buildFolder, checkCpp, checkRust, cppCompilers, rustEditions } from '../support/compile.js';
import { describeWith, mustRun } from '../support/toolchains.js';

/** A section of a module, found as Node finds it. */
function found(module: Uint8Array, name: string): readonly Buffer[] {
  return WebAssembly.Module.customSections(new WebAssembly.Module(module), name).map((each) =>
    Buffer.from(each),
  );
}

const everyByte = Uint8Array.from({ length: 0x300 }, (_, index) => (index * 7) % 0x100);
const awkward: CustomSection = { name: 'component-type:a:b/c@1.0.0-rc.1+d', content: everyByte };
const large: CustomSection = {
  name: 'component-type:large',
  content: Uint8Array.from({ length: 200_000 }, (_, index) => (index * index) % 251),
};

describeWith(['clang++-19', 'wasm-ld-19'], 'C++', () => {
  const folder = buildFolder('custom-section');
  const target = ['--target=wasm32-wasi', '-std=c++20', '-Wall', '-Wextra', '-Wpedantic', '-Werror'];

  function linked(name: string, lines: readonly string[], flags: readonly string[]): Uint8Array {
    const path = (ending: string): string => join(folder, name + ending);
    writeFileSync(path('.cpp'), lines.map((line) => `${line}\n`).join(''));
    mustRun('clang++-19', [...target, ...flags, '-c', path('.cpp'), '-o', path('.o')]);
    mustRun('wasm-ld-19', ['--no-entry', '--strip-all', path('.o'), '-o', path('.wasm')]);
    return readFileSync(path('.wasm'));
  }

  test.each([['-O0', '-g'], ['-O2'], ['-O2', '-flto'], ['-O2', '-flto=thin']])(
    'sections stand in the linked module with %s %s',
    (...flags) => {
      const module = linked(`sections${flags.join('')}`, [...cppLines(awkward), ...cppLines(large)], flags);
      for (const { name, content } of [awkward, large]) {
        expect(found(module, name).map((each) => each.equals(content))).toEqual([true]);
      }
    },
  );

  test.each(cppCompilers)('$title passes over it where the target is a native one', (compiler) => {
    const file = join(folder, 'native.cpp');
    writeFileSync(file, [...cppLines(large), 'extern "C" int f();', 'int f() { return 1; }', ''].join('\n'));
    checkCpp(compiler, file);
  });
});

describeWith(['rustc', 'rustfmt', 'clippy-driver'], 'Rust', () => {
  const folder = buildFolder('custom-section-rust');

  test('a literal has the bytes that went in', () => {
    const file = join(folder, 'literals.rs');
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 20, maxLength: 40 }), (all) => {
        const cases = [...all, everyByte, new Uint8Array()].map((bytes) => {
          const expected = `&[${[...bytes].map((byte) => `${String(byte)}u8`).join(', ')}]`;
          return `    assert_eq!(${byteStringLiteral(bytes)} as &[u8], ${expected} as &[u8]);`;
        });
        writeFileSync(file, `fn main() {\n${cases.join('\n')}\n}\n`);
        mustRun('rustc', ['--edition', '2021', file, '-o', join(folder, 'literals')]);
        mustRun(join(folder, 'literals'), []);
      }),
      { numRuns: 2 },
    );
  });

  test.each(rustEditions)('edition %s takes it without a warning, and so does rustfmt', (edition) => {
    const file = join(folder, `section-${edition}.rs`);
    writeFileSync(file, `${rustLines('COMPONENT_TYPE', awkward).join('\n')}\n`);
    mustRun('rustfmt', ['--check', '--edition', edition, file]);
    checkRust('clippy-driver', edition, file);
  });
});
