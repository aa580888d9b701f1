/** One crate may have bindings of one interface more than once, of several worlds for example. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { generate } from '../../../src/driver/generate.js';
import { buildFolder } from '../../support/compile.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const wit = `package demo:app;

interface clock {
  resource timer { constructor(); }
  now: func() -> list<string>;
}

world app { import clock; }
`;

const exporters = `package demo:app;

interface clock { now: func() -> string; }

world one { export clock; export extra: func(); }
world other { export clock; export extra: func(); }
`;

/** Only one component can have the symbols; that the other could is enough here. */
const implementations = `
pub mod one;
pub mod other;

struct App;

impl one::exports::demo::app::clock::Guest for App {
    fn now() -> String {
        String::new()
    }
}

impl one::Guest for App {
    fn extra() {}
}

one::one!(App);
`;

describeWith(['rustc'], 'a crate', () => {
  test.each([1, 16])('with the same bindings twice, in codegen units: %d', async (units) => {
    const request = { wit: 'app.wit', abi: 'symmetric', backend: rust } as const;
    const { files, diagnostics } = await generate(request, memoryHost({ 'app.wit': wit }));
    expect(diagnostics).toEqual([]);
    const root = buildFolder('twice');
    writeFileSync(join(root, 'app.rs'), files.find(({ path }) => path === 'app.rs')?.content ?? '');
    const module = (name: string): string => `#[path = "app.rs"]\npub mod ${name};\n`;
    writeFileSync(
      join(root, 'lib.rs'),
      `#![allow(clippy::duplicate_mod)]\n${module('one')}${module('other')}`,
    );
    const args = ['--edition', '2021', '--crate-type', 'cdylib', '-D', 'warnings'];
    const unit = ['-C', `codegen-units=${String(units)}`, '-o', join(root, 'libtwice.so')];
    mustRun('rustc', [...args, ...unit, join(root, 'lib.rs')]);
  });

  test('with two worlds that export one interface, both with macros for other crates', async () => {
    const root = buildFolder('two-worlds');
    for (const world of ['one', 'other']) {
      const options = { publicExportMacro: 'yes', bindingsModule: `crate::${world}`, exportMacroName: world };
      const request = { wit: 'app.wit', world, abi: 'symmetric', backend: rust, options } as const;
      const { files, diagnostics } = await generate(request, memoryHost({ 'app.wit': exporters }));
      expect(diagnostics).toEqual([]);
      const bindings = files.find(({ path }) => path === `${world}.rs`)?.content ?? '';
      writeFileSync(join(root, `${world}.rs`), bindings);
    }
    writeFileSync(join(root, 'lib.rs'), implementations);
    const args = ['--edition', '2021', '--crate-type', 'lib', '--emit', 'metadata', '-D', 'warnings'];
    mustRun('rustc', [...args, '-o', join(root, 'lib.rmeta'), join(root, 'lib.rs')]);
  });
});
