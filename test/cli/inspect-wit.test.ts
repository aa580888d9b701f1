import { witGen } from '../support/cli.js';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const file = join(mkdtempSync(join(tmpdir(), 'wit-gen-cli-')), 'a.wit');
writeFileSync(
  file,
  `package a:b;
/// Docs.
world w { import c:d/i@0.1.0; import c:d/i@0.1.1; }
package c:d@0.1.0 { interface i {} }
package c:d@0.1.1 { interface i {} }
`,
);

const worldOf = (text: string): string => text.slice(0, text.indexOf('}'));

test('canonical text goes to standard output, with documentation or without', async () => {
  const { code, out, err } = await witGen('inspect', file, '--format', 'wit');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(worldOf(out)).toBe(
    'package a:b;\n\n/// Docs.\nworld w {\n  import c:d/i@0.1.0;\n  import c:d/i@0.1.1;\n',
  );
  const bare = await witGen('inspect', file, '--format', 'wit', '--no-docs');
  expect(bare.out).toBe(out.replace('/// Docs.\n', ''));
});

test('--diff shows a plan beside that of another ABI', async () => {
  const { code, out } = await witGen(
    'inspect',
    file,
    '--format',
    'plan',
    '--abi',
    'canonical',
    '--diff',
    'symmetric',
  );
  expect({ code, out }).toEqual({
    code: 0,
    out: '--- world a:b/w, symmetric\n+++ world a:b/w, canonical\n',
  });
  expect((await witGen('inspect', file, '--format', 'plan', '--diff', 'none')).err).toContain('canonical');
});

test.each(['--merge-imports', '--merge-world-imports-based-on-semver'])(
  '%s leaves one of several compatible versions',
  async (flag) => {
    const { out } = await witGen('inspect', file, '--format', 'wit', flag, 'w');
    expect(worldOf(out)).toBe('package a:b;\n\n/// Docs.\nworld w {\n  import c:d/i@0.1.1;\n');
    expect((await witGen('inspect', file, '--format', 'json', flag, 'w')).code).toBe(0);
    expect((await witGen('inspect', file, '--format', 'wit', flag, 'v')).err).toContain('world-unknown');
  },
);

test('bytes go to standard output as they are, and are read where WIT is', async () => {
  const { code, out, err } = await witGen('inspect', file, '--format', 'wasm');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const encoded = `${file}.wasm`;
  writeFileSync(encoded, Buffer.from(out, 'latin1'));
  const text = await witGen('inspect', encoded, '--format', 'wit');
  expect(text).toEqual(await witGen('inspect', file, '--format', 'wit'));
});
