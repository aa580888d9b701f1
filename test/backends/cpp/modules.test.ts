/** What modules of canonical C++ are linked of: nothing of the bindings is in the way of other libraries, or brings them along. */
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../../../src/backends/cpp/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { cppForWasm, describeWith, mustRun } from '../../support/toolchains.js';

/** Programs of one world each. */
const cases = {
  'functions of a world are called like those of the C library': {
    wit: `
      world w {
        import abort: func();
        import log: func(text: string) -> string;
        export free: func(x: u32) -> string;
        export malloc: func(text: string);
        export memcpy: func();
      }
    `,
    program: `
      wit::string exports::w::Free(uint32_t) { return ::w::Log("x"); }
      void exports::w::Malloc(wit::string) { ::w::Abort(); }
      void exports::w::Memcpy() {}
    `,
    imports: ['$root abort', '$root log'],
  },
  'a function is imported and exported': {
    wit: `
      world w {
        import ping: func(x: u32) -> u32;
        export ping: func(x: u32) -> u32;
      }
    `,
    program: 'uint32_t exports::w::Ping(uint32_t x) { return ::w::Ping(x) + 1; }',
    imports: ['$root ping'],
  },
  'bindings of another generator give the host memory, too': {
    wit: 'world w { export run: func(text: string); }',
    program: `
      void exports::w::Run(wit::string) {}
      extern "C" __attribute__((__weak__, __export_name__("cabi_realloc")))
      void* cabi_realloc(void* old, size_t, size_t, size_t size) { return std::realloc(old, size); }
    `,
    imports: [],
  },
  'objects of a resource need no WASI': {
    wit: `
      interface shop { resource cart { constructor(owner: string); owner: func() -> string; } }
      world w { export shop; }
    `,
    program: `
      #include "exports-a-b-shop-Cart.h"
      namespace exports::a::b::shop {
      Cart::Cart(wit::string) {}
      wit::string Cart::Owner() { return "x"; }
      }
    `,
    imports: ['[export]a:b/shop [resource-drop]cart', '[export]a:b/shop [resource-new]cart'],
  },
} as const;

describeWith(['C++ for wasm32', 'wasm-ld-19'], 'a module in which', () => {
  test.each(Object.entries(cases))('%s', async (title, { wit, program, imports }) => {
    const folder = buildFolder(`modules-${title.replaceAll(/\W/g, '-')}`);
    const path = (name: string): string => join(folder, name);
    const request = { wit: 'a.wit', abi: 'canonical', backend: cpp } as const;
    const { files, diagnostics } = await generate(request, memoryHost({ 'a.wit': `package a:b; ${wit}` }));
    expect(diagnostics).toEqual([]);
    await writeFiles(files, folder, nodeHost);
    // Two objects, as bindings and programs are: the other generator's are in the program's.
    writeFileSync(path('program.cpp'), `#include "w_cpp.h"\n${program}`);
    const compiler = [
      ...cppForWasm.flags,
      '-std=c++20',
      '-fno-exceptions',
      '-fno-rtti',
      '-Oz',
      '-mexec-model=reactor',
    ];
    mustRun(cppForWasm.command, [...compiler, path('program.cpp'), path('w.cpp'), '-o', path('w.wasm')]);
    const module = readFileSync(path('w.wasm'));
    const imported = WebAssembly.Module.imports(new WebAssembly.Module(module));
    expect(imported.map((item) => `${item.module} ${item.name}`).sort()).toEqual(imports);
    await componentNew(module);
  });
});
