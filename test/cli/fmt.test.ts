/** `wit-gen fmt` as a user meets it. */
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { run } from '../../src/cli/run.js';
import { folder } from '../support/cli.js';

const ugly = 'interface  i{f:func( );}';
const pretty = 'interface i {\n  f: func();\n}\n';
const broken = 'interface i {\n  f: func(;\n}\n';

async function fmt(argv: readonly string[], piped = '') {
  let [out, err] = ['', ''];
  const code = await run(['fmt', ...argv], {
    out: (text) => (out += String(text)),
    err: (text) => (err += text),
    input: () => Promise.resolve(piped),
    color: false,
    debug: false,
  });
  return { code, out, err };
}

test('files below a folder are formatted, and those that change are listed', async () => {
  const root = folder({ 'wit/a.wit': ugly, 'wit/b.wit': pretty, 'wit/c/d.wit': ugly, 'wit/e.txt': ugly });
  expect(await fmt([root])).toEqual({ code: 0, err: '', out: `${root}/wit/a.wit\n${root}/wit/c/d.wit\n` });
  expect(readFileSync(`${root}/wit/a.wit`, 'utf8')).toBe(pretty);
  expect(readFileSync(`${root}/wit/e.txt`, 'utf8')).toBe(ugly);
  expect(await fmt([root])).toEqual({ code: 0, err: '', out: '' });
});

test('folders of others are left alone unless they are named', async () => {
  const paths = ['deps/a.wit', 'node_modules/b.wit', 'target/c.wit', '.git/d.wit', 'kept/deps/e.wit'];
  const root = folder(Object.fromEntries(paths.map((path) => [path, ugly])));
  expect(await fmt([root])).toEqual({ code: 0, err: '', out: '' });
  expect((await fmt([`${root}/deps`])).out).toBe(`${root}/deps/a.wit\n`);
});

test('links to folders are not followed, and a link to a file stays one', async () => {
  const root = folder({ 'wit/a.wit': ugly, 'elsewhere/b.wit': ugly });
  symlinkSync('..', `${root}/wit/up`);
  symlinkSync('../elsewhere/b.wit', `${root}/wit/b.wit`);
  chmodSync(`${root}/elsewhere/b.wit`, 0o600);
  expect((await fmt([`${root}/wit`])).out).toBe(`${root}/wit/a.wit\n`);
  expect((await fmt([`${root}/wit/b.wit`])).out).toBe(`${root}/wit/b.wit\n`);
  expect(lstatSync(`${root}/wit/b.wit`).isSymbolicLink()).toBe(true);
  expect(readFileSync(`${root}/elsewhere/b.wit`, 'utf8')).toBe(pretty);
  expect(statSync(`${root}/elsewhere/b.wit`).mode & 0o777).toBe(0o600);
});

test('--check writes nothing and answers 1 if a file would change', async () => {
  const root = folder({ 'a.wit': ugly, 'b.wit': pretty });
  expect(await fmt([root, '--check'])).toEqual({
    code: 1,
    out: `${root}/a.wit\n`,
    err: '1 file is not formatted\n',
  });
  expect(readFileSync(`${root}/a.wit`, 'utf8')).toBe(ugly);
  expect(await fmt([`${root}/b.wit`, '--check'])).toEqual({ code: 0, out: '', err: '' });
});

test('a file with syntax errors is reported and left as it is; the others are formatted', async () => {
  const root = folder({ 'a.wit': broken, 'b.wit': ugly });
  const { code, out, err } = await fmt([root]);
  expect(code).toBe(1);
  expect(out).toBe(`${root}/b.wit\n`);
  expect(err).toContain(`${root}/a.wit:2:11`);
  expect(err).toContain('1 error');
  expect(readFileSync(`${root}/a.wit`, 'utf8')).toBe(broken);
});

test('mistakes of meaning do not matter', async () => {
  const root = folder({ 'a.wit': 'interface i{type t=nowhere;use b:c/d.{e};}' });
  expect(await fmt([root])).toMatchObject({ code: 0, err: '' });
});

test('what is not there, or is no text, is said', async () => {
  const root = folder({ 'b.wit': ugly });
  writeFileSync(`${root}/a.wit`, new Uint8Array([0xff]));
  const { code, out, err } = await fmt([`${root}/c.wit`, root]);
  expect(code).toBe(1);
  expect(out).toBe(`${root}/b.wit\n`);
  expect(err).toContain(`there is no file or folder \`${root}/c.wit\``);
  expect(err).toContain(`cannot read \`${root}/a.wit\``);
});

test('what is piped in is printed', async () => {
  expect(await fmt(['--stdin'], ugly)).toEqual({ code: 0, out: pretty, err: '' });
  expect(await fmt(['--stdin', '--check'], ugly)).toEqual({ code: 1, out: '<stdin>\n', err: '' });
  expect(await fmt(['--stdin', '--check'], pretty)).toEqual({ code: 0, out: '', err: '' });
  const { code, out, err } = await fmt(['--stdin', '--stdin-filepath', 'wit/x.wit'], broken);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('wit/x.wit:2:11');
  expect(await fmt(['--stdin', 'a.wit'])).toMatchObject({ code: 2 });
});
