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
});
