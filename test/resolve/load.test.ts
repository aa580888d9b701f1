import { type Host, memoryHost } from '../../src/base/host.js';
import { packageNameText } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { problems, resolved } from '../support/wit.js';

/** The packages of a folder in order. */
async function packages(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await resolved(files)).packages.map(({ name }) => packageNameText(name));
}

test('a folder is one package of many files', async () => {
  const model = await resolved({
    'wit/b.wit': 'interface b { use a.{t}; }',
    'wit/a.wit': 'package x:y; interface a { type t = u8; }',
  });
  expect(model.main.interfaces.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('deps are files and folders, whatever their names; other files are ignored', async () => {
  expect(
    await packages({
      'wit/a.wit': 'package x:y; world w { import x:file/i; import x:folder/i; }',
      'wit/deps/anything.wit': 'package x:file; interface i {}',
      'wit/deps/folder/1.wit': 'package x:folder;',
      'wit/deps/folder/2.wit': 'interface i {}',
      'wit/deps/folder/deps/unseen.wit': 'package x:unseen;',
      'wit/deps/readme.md': '# not WIT',
      'wit/other/unseen.wit': 'package x:other;',
    }),
  ).toEqual(['x:file', 'x:folder', 'x:y']);
});

test('packages are ordered by name, dependencies first, unused ones too', async () => {
  expect(
    await packages({
      'wit/a.wit': 'package m:main; interface i { use m:z/i.{}; }',
      'wit/deps/z.wit': 'package m:z; interface i {}',
      'wit/deps/b.wit': 'package m:b@1.10.0; interface i { use m:b/i@1.9.0.{}; }',
      'wit/deps/c.wit': 'package m:b@1.9.0; interface i {}',
      'wit/deps/d.wit': 'package m:b@1.9.0-rc.1; interface i {}',
      'wit/deps/e.wit': 'package m:b;',
    }),
  ).toEqual(['m:b', 'm:b@1.9.0-rc.1', 'm:b@1.9.0', 'm:b@1.10.0', 'm:z', 'm:main']);
});

test('a file may hold its dependencies', async () => {
  const model = await resolved('package x:y; package x:z { interface i {} } world w { import x:z/i; }');
  expect(packageNameText(model.main.name)).toBe('x:y');
});

test('of several roots the last is the main one and sees the others', async () => {
  const host = memoryHost({
    'deps.wit': 'package x:z; interface i {}',
    'my.wit': 'package x:y; world w { import x:z/i; }',
  });
  const { resolved: model } = await resolve({ roots: ['deps.wit', 'my.wit'], features: new Set() }, host);
  expect(model?.main.worlds.map(({ name }) => name)).toEqual(['w']);
});

test('a package of two roots is a duplicate', async () => {
  const host = memoryHost({ 'a.wit': 'package x:y;', 'b.wit': 'package x:y; interface i {}' });
  const { diagnostics } = await resolve({ roots: ['a.wit', 'b.wit'], features: new Set() }, host);
  expect(diagnostics.map(({ code }) => code)).toEqual(['dup-package']);
});

/** A dependency that is there twice, the second time with this text. */
const twice = (second: string): Readonly<Record<string, string>> => ({
  'wit/a.wit': 'package x:y; world w { import x:z/i; import x:other/j; }',
  'wit/deps/other.wit': `package x:other; ${second} interface j { use x:z/i.{t}; }`,
  'wit/deps/z/1.wit': 'package x:z;',
  'wit/deps/z/2.wit': '/// Documented.\ninterface i { type t = u8; }',
});

test('of copies of a package with the same contents one counts', async () => {
  expect(await packages(twice('package x:z { interface i { type t = u8; } }'))).toEqual([
    'x:z',
    'x:other',
    'x:y',
  ]);
});

test('what has the name of a package and is no copy is a duplicate', async () => {
  const found = await problems(twice('package x:z { interface i { type t = u16; } }'));
  expect(found).toEqual([expect.stringMatching('dup-package')]);
});

test('the reference implementation refuses copies', async () => {
  const host = memoryHost(twice('package x:z { interface i { type t = u8; } }'));
  const { diagnostics } = await resolve({ roots: ['wit'], features: 'all', lints: 'compat' }, host);
  expect(diagnostics.map(({ code }) => code)).toEqual(['dup-package']);
});

test('an empty folder of deps has no header', async () => {
  expect(await problems({ 'wit/a.wit': 'package x:y;', 'wit/deps/z/readme.md': '' })).toEqual([
    'no-package: no `package` header in `wit/deps/z`',
  ]);
});

test('a root that is not there is one diagnostic', async () => {
  const { resolved: model, diagnostics } = await resolve(
    { roots: ['nowhere'], features: 'all' },
    memoryHost(),
  );
  expect(model).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'io-not-found', message: 'there is no file or folder `nowhere`', span: undefined },
  ]);
});

test('a file that cannot be read is one diagnostic', async () => {
  const host: Host = { ...memoryHost(), readFile: () => Promise.reject(new Error('it is not UTF-8')) };
  const { diagnostics } = await resolve({ roots: ['a.wit'], features: 'all' }, host);
  expect(diagnostics).toMatchObject([
    { code: 'io-unreadable', message: 'cannot read `a.wit`: it is not UTF-8' },
  ]);
});

test('mistakes of all files are reported together', async () => {
  const files = {
    'wit/a.wit': 'package x:y',
    'wit/b.wit': 'interface {}',
    'wit/deps/c.wit': 'world w { import i; }',
  };
  expect((await problems(files)).map((problem) => problem.split(':')[0])).toEqual([
    'syntax-expected',
    'syntax-expected',
    'no-package',
    'item-not-found',
  ]);
});
