/** Prettier itself with the plugin: as a library, and as a program on a folder. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, format as prettier, type Options } from 'prettier';
import { run } from '../../src/cli/run.js';
import * as plugin from '../../src/format/prettier-plugin.js';
import { format } from '../../src/format/format.js';
import { buildFolder } from '../support/compile.js';
import { repository } from '../support/golden.js';
import { mustRun, run as runProgram } from '../support/toolchains.js';

const everyConstruct = readFileSync(join(repository, 'test/format/fixtures/every-construct.wit'), 'utf8');

const withPlugin = (text: string, options: Options = {}): Promise<string> =>
  prettier(text, { parser: 'wit', plugins: [plugin], ...options });

test('prettier formats as wit-gen fmt does', async () => {
  const text = await withPlugin(everyConstruct);
  expect(format({ path: 'a.wit', text: everyConstruct })).toEqual({ text });
});

test('prettier knows WIT by the ending of its files, and in Markdown', async () => {
  const plugins = [plugin];
  expect(await prettier('interface i{}', { filepath: 'wit/a.wit', plugins })).toBe('interface i {}\n');
  const page = 'Text.\n\n```wit\ninterface  i{f:func( );}\n```\n';
  expect(await prettier(page, { parser: 'markdown', plugins })).toBe(
    'Text.\n\n```wit\ninterface i {\n  f: func();\n}\n```\n',
  );
});

test('a project chooses its width and its indentation', async () => {
  const text = 'interface i { f: func(first: list<string>, second: u32) -> u8; }';
  const options = { printWidth: 40, tabWidth: 4 };
  expect(await withPlugin(text, options)).toBe(
    'interface i {\n    f: func(\n        first: list<string>,\n        second: u32,\n    ) -> u8;\n}\n',
  );
  expect(await withPlugin('interface i { f: func(); }', { useTabs: true })).toBe(
    'interface i {\n\tf: func();\n}\n',
  );
  expect(await withPlugin('interface i {}', { endOfLine: 'crlf' })).toBe('interface i {}\r\n');
});

test('syntax errors are shown where they are', async () => {
  const broken = withPlugin('interface i {\n  f: func(;\n}\n');
  await expect(broken).rejects.toThrow(/expected a parameter or `\)`, found `;` \(2:11\)\n[^]*> 2 \|/);
});

test('where prettier sees nothing to do, neither does wit-gen fmt --check', async () => {
  const root = mkdtempSync(join(tmpdir(), 'wit-gen-prettier-'));
  const pretty = await withPlugin(everyConstruct);
  for (const [name, text] of [
    ['ugly', everyConstruct],
    ['pretty', pretty],
    ['crlf', pretty.replaceAll('\n', '\r\n')],
    ['without-end', pretty.trimEnd()],
    ['narrow', await withPlugin(everyConstruct, { printWidth: 40 })],
  ] as const) {
    const path = join(root, `${name}.wit`);
    writeFileSync(path, text);
    const terminal = { out: () => undefined, err: () => undefined, color: false, debug: false };
    const code = await run(['fmt', '--check', path], terminal);
    const isPretty = await check(text, { parser: 'wit', plugins: [plugin] });
    expect([name, code === 0]).toEqual([name, isPretty]);
    expect([name, isPretty]).toEqual([name, name === 'pretty']);
  }
});

/** A project with wit-gen as it is installed, and a file that is not formatted. */
function projectWithPackage(): string {
  const project = buildFolder('prettier');
  const installed = join(project, 'node_modules/wit-gen');
  mkdirSync(installed, { recursive: true });
  cpSync(join(repository, 'package.json'), join(installed, 'package.json'));
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const config = join(repository, 'tsconfig.build.json');
  mustRun(process.execPath, [tsc, '-p', config, '--noCheck', '--outDir', join(installed, 'dist')]);
  mkdirSync(join(project, 'wit'));
  writeFileSync(join(project, 'wit/a.wit'), everyConstruct);
  writeFileSync(join(project, '.prettierrc'), '{ "plugins": ["wit-gen/prettier"] }\n');
  return project;
}

test('prettier as a program finds the plugin in the installed package', async () => {
  const cwd = projectWithPackage();
  const program = join(repository, 'node_modules/prettier/bin/prettier.cjs');
  // Where the folder stands is ignored by git, so prettier would leave it alone, too.
  const prettierAs = (action: string) =>
    runProgram(process.execPath, [program, action, '--ignore-path', '.prettierignore', '**/*.wit'], { cwd });
  expect(prettierAs('--check')).toMatchObject({ code: 1 });
  expect(prettierAs('--write')).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, 'wit/a.wit'), 'utf8')).toBe(await withPlugin(everyConstruct));
  expect(prettierAs('--check')).toMatchObject({ code: 0 });
});
