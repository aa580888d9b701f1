/**
 * The oldest Rust that the output is for, and what it relies on in every one. Only the library is checked: for syntax
 * there would have to be a compiler of that age.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from '../../support/compile.js';
import { fixtureWorlds } from '../../support/fixtures.js';
import { repository } from '../../support/golden.js';
import { describeWith, run } from '../../support/toolchains.js';

/** Bindings of the fixtures as they are kept, one text a world. */
const bindings = (await fixtureWorlds()).flatMap(({ fixture, world }) => {
  const folder = join(repository, 'snapshots', fixture, world, 'symmetric/rust');
  const file = readdirSync(folder).find((name) => name.endsWith('.rs'));
  return file === undefined ? [] : [{ fixture, text: readFileSync(join(folder, file), 'utf8') }];
});

const stated = /Needs Rust (\d+\.\d+)/.exec(bindings[0]?.text ?? '')?.[1] ?? '';

describeWith(['clippy-driver'], 'the library', () => {
  /** What clippy says of all bindings for a Rust of a certain age. */
  function tooNew(version: string): string {
    const root = buildFolder('oldest');
    writeFileSync(join(root, 'clippy.toml'), `msrv = "${version}.0"\n`);
    mkdirSync(join(root, 'worlds'));
    const modules = bindings.map(({ text }, at) => {
      // The lint belongs to the group that bindings allow.
      writeFileSync(join(root, `worlds/w${String(at)}.rs`), text.replaceAll(', clippy::all', ''));
      return `#[path = "worlds/w${String(at)}.rs"]\npub mod w${String(at)};\n`;
    });
    const file = join(root, 'all.rs');
    writeFileSync(file, modules.join(''));
    const lints = ['-A', 'warnings', '-A', 'clippy::all', '-D', 'clippy::incompatible_msrv'];
    const args = ['--edition', '2021', '--crate-type', 'lib', '--emit', 'metadata', '--out-dir', root];
    return run('clippy-driver', [...args, ...lints, file], { env: { CLIPPY_CONF_DIR: root } }).output;
  }

  test(`of Rust ${stated} has all that bindings use`, () => {
    expect(tooNew(stated)).toBe('');
  });

  test('of a much older one has not', () => {
    expect(tooNew('1.60')).toContain('incompatible_msrv');
  });
});

/** What may be static: the atomic words of a resource, and functions and bytes, which never change. */
const stateless = [
  ': Implementer = Implementer::unknown();',
  ': extern "C" fn() = check;',
  ': Option<_rt::fingerprint::Function>;',
  ': [u8; TEXT.len()] = unsafe { *TEXT.as_ptr().cast() };',
];

test.each(bindings)('a world of $fixture has no state that threads could race for', ({ text }) => {
  const statics = text.match(/^ *(?:pub(?:\([a-z]+\))? )?static .*$/gm) ?? [];
  expect(statics.filter((line) => !stateless.some((end) => line.endsWith(end)))).toEqual([]);
  expect(text).not.toMatch(/static mut|unsafe impl.* (?:Sync|Send) for/);
});
