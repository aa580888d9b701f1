/** `wit-gen check` as a user meets it. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { expectSarif } from '../support/sarif.js';
import { folder, witGen, witGenIn } from '../support/cli.js';

const good = 'package demo:shop;\n\ninterface cart {}\n';
const wrong = 'package demo:shop;\n\ninterface cart {\n  add: func(name: strng) -> u33;\n}\n';
const doubtful = 'package demo:shop;\n\ninterface cart {\n  record item {}\n}\n';

interface Shown {
  readonly code: string;
  readonly severity: string;
  readonly file?: string;
  readonly start?: { readonly line: number; readonly column: number };
}

/** The answer as JSON, its parts that tests look at. */
async function checked(root: string, ...argv: readonly string[]) {
  const { code, out, err } = await witGenIn(root, 'check', '--format', 'json', ...argv);
  const problems = JSON.parse(out) as readonly Shown[];
  return { code, err, problems };
}

/** `file:line:column code` of each problem. */
async function places(root: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { problems } = await checked(root, ...argv);
  return problems.map(({ code, file, start }) => {
    const place = start ? `${String(start.line)}:${String(start.column)}` : '';
    return `${file ?? ''}:${place} ${code}`;
  });
}

test('without problems the answer is 0 and says so', async () => {
  const root = folder({ 'wit/a.wit': good });
  expect(await witGenIn(root, 'check')).toEqual({ code: 0, out: 'no problems in 1 file\n', err: '' });
  expect(await witGenIn(root, 'check', '-f', 'json')).toEqual({
    code: 0,
    out: '[]\n',
    err: 'no problems in 1 file\n',
  });
  expect((await witGenIn(root, 'check', '-f', 'github')).out).toBe('');
});

test('code frames go to standard output, the last line counts', async () => {
  const root = folder({ 'wit/a.wit': wrong });
  const { code, out, err } = await witGenIn(root, 'check');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^error\[name-not-found\]: no type named `strng`/);
  expect(out).toContain(' --> wit/a.wit:4:19\n');
  expect(out).toMatch(/\n\n2 errors in 1 file\n$/);
});

test('all problems of all files are there, by file and position', async () => {
  const root = folder({
    'wit/b.wit':
      'package demo:shop;\ninterface b { f: func(x: nope, y: never); }\ninterface bb { g: func() -> no; }\n',
    'wit/a.wit': 'interface a { f: func(x: nope); }\n',
    'wit/deps/z/z.wit': 'package demo:z;\ninterface z { f: func(x: nope); }\n',
  });
  expect(await places(root)).toEqual([
    'wit/a.wit:1:26 name-not-found',
    'wit/b.wit:2:26 name-not-found',
    'wit/b.wit:2:35 name-not-found',
    'wit/b.wit:3:29 name-not-found',
    'wit/deps/z/z.wit:2:26 name-not-found',
  ]);
});

test('columns count UTF-16 units, also after tabs, CRLF and a byte order mark', async () => {
  const root = folder({
    'wit/a.wit':
      '\ufeffpackage demo:shop@01.0.0;\r\n\tinterface a {\r\n  /* 😀 */ f: func(x: nope);\r\n}\r\n',
  });
  expect(await places(root)).toContain('wit/a.wit:1:19 semver');
  const mended = folder({
    'wit/a.wit':
      '\ufeffpackage demo:shop;\r\n\tinterface a { f: func(x: nope);\r\n  /* 😀 */ g: func(x: nope);\r\n}\r\n',
  });
  expect(await places(mended)).toEqual(['wit/a.wit:2:27 name-not-found', 'wit/a.wit:3:23 name-not-found']);
});

test('files are relative to the current folder, however the input was named', async () => {
  const root = folder({ 'app/wit/a.wit': wrong });
  for (const [from, path, file] of [
    [`${root}/app`, 'wit', 'wit/a.wit'],
    [`${root}/app`, './wit/', 'wit/a.wit'],
    [`${root}/app`, `${root}/app/wit`, 'wit/a.wit'],
    [`${root}/app`, 'wit/a.wit', 'wit/a.wit'],
    [root, 'app/wit', 'app/wit/a.wit'],
    [`${root}/app/wit`, '.', 'a.wit'],
    [`${root}/app/wit`, '../wit', 'a.wit'],
    [`${root}/app/wit`, 'a.wit', 'a.wit'],
  ] as const) {
    const { problems } = await checked(from, path);
    expect(problems.map((problem) => problem.file)).toEqual([file, file]);
  }
});

test('a file outside the current folder has a path that leads there', async () => {
  const root = folder({ 'a.wit': wrong, 'here/keep': '' });
  expect(await places(`${root}/here`, '../a.wit')).toEqual([
    '../a.wit:4:19 name-not-found',
    '../a.wit:4:29 name-not-found',
  ]);
});

test('a later root uses the packages of an earlier one', async () => {
  const root = folder({
    'stock/stock.wit': 'package demo:stock;\ninterface shelf { type item = string; }\n',
    'shop/shop.wit': 'package demo:shop;\ninterface cart { use demo:stock/shelf.{item}; }\n',
  });
  expect(await places(root, 'stock', 'shop')).toEqual([]);
  expect(await places(root, 'shop', 'stock')).toEqual(['shop/shop.wit:2:22 package-not-found']);
});

test('problems of several roots come in one list', async () => {
  const root = folder({ 'b.wit': wrong, 'a.wit': wrong.replace('shop', 'stock') });
  const { code, err, problems } = await checked(root, 'b.wit', 'a.wit');
  expect(code).toBe(1);
  expect(err).toBe('4 errors in 2 files\n');
  expect(problems.map(({ file }) => file)).toEqual(['a.wit', 'a.wit', 'b.wit', 'b.wit']);
});

test('a problem without a place has no file', async () => {
  const root = folder({});
  expect(await checked(root, 'none')).toEqual({
    code: 1,
    err: '1 error\n',
    problems: [{ code: 'io-not-found', severity: 'error', message: 'there is no file or folder `none`' }],
  });
});

test('warnings alone answer 0, unless they are denied', async () => {
  const root = folder({ 'wit/a.wit': doubtful });
  const { code, out } = await witGenIn(root, 'check');
  expect(code).toBe(0);
  expect(out).toMatch(/^warning\[empty-type\][^]*\n1 warning in 1 file\n$/);
  expect(await checked(root, '--deny-warnings')).toMatchObject({
    code: 1,
    problems: [{ severity: 'error' }],
  });
});

test.each([
  ['allow', 0, []],
  ['warn', 0, [{ code: 'empty-type', severity: 'warning' }]],
  ['deny', 1, [{ code: 'empty-type', severity: 'error' }]],
] as const)('a lint can be set to %s', async (level, code, problems) => {
  const root = folder({ 'wit/a.wit': doubtful });
  const answer = await checked(root, '--lint', 'empty-list=deny', '--lint', `empty-type=${level}`);
  expect(answer).toMatchObject({ code, problems });
});

test('--compat switches all lints off, and nothing else', async () => {
  const root = folder({
    'wit/a.wit':
      'package DEMO:shop;\ninterface cart { record item {} f: func(x: list<u8, 0>); g: func(x: nope); }\n',
  });
  const { problems } = await checked(root, '--compat');
  expect(problems.map(({ code }) => code)).toEqual(['name-not-found']);
});

test('levels for what is no lint are problems', async () => {
  const root = folder({ 'wit/a.wit': good });
  const { code, out } = await witGenIn(root, 'check', '--lint', 'empty-tipe=warn', '--lint', 'semver=allow');
  expect(code).toBe(1);
  expect(out).toContain(
    'error[lint-not-found]: there is no lint named `empty-tipe`\nhelp: did you mean `empty-type`?',
  );
  expect(out).toContain('error[lint-fixed]: `semver` is no lint');
});

test('generate and inspect take the same levels', async () => {
  const root = folder({ 'wit/a.wit': `${doubtful}world app { import cart; }\n` });
  const commands = [
    ['wit', '--abi', 'symmetric', '--lang', 'rust', '-o', 'out'],
    ['inspect', 'wit', '--format', 'plan'],
  ];
  for (const command of commands) {
    const as = async (...more: readonly string[]) => witGenIn(root, ...command, ...more);
    expect(await as('--lint', 'empty-type=deny')).toMatchObject({ code: 1, out: '' });
    expect((await as()).err).toContain('warning[empty-type]');
    expect(await as('--lint', 'empty-type=allow')).toMatchObject({ code: 0, err: '' });
    expect(await as('--compat')).toMatchObject({ code: 0, err: '' });
    expect((await as('--lint', 'nothing=deny')).err).toContain('error[lint-not-found]');
  }
});

test('features switch on what is behind them', async () => {
  const root = folder({
    'wit/a.wit':
      'package demo:shop;\n@unstable(feature = carts)\ninterface cart {}\nworld app { import cart; }\n',
  });
  expect(await places(root)).toEqual(['wit/a.wit:4:20 gated-reference']);
  const mismatch = ['wit/a.wit:4:20 gate-mismatch'];
  expect(await places(root, '--features', 'other,carts')).toEqual(mismatch);
  expect(await places(root, '--all-features')).toEqual(mismatch);
  expect(await places(root, '--all-features', '--lint', 'gate-mismatch=allow')).toEqual([]);
});

test('workflow commands for GitHub', async () => {
  const root = folder({ 'wit/a.wit': wrong });
  const { code, out, err } = await witGenIn(root, 'check', '--format', 'github');
  expect({ code, err }).toEqual({ code: 1, err: '2 errors in 1 file\n' });
  expect(out.split('\n')).toEqual([
    expect.stringMatching(
      /^::error file=wit\/a\.wit,line=4,col=19,endLine=4,endColumn=24,title=name-not-found::no type named `strng`/,
    ),
    expect.stringMatching(
      /^::error file=wit\/a\.wit,line=4,col=29,endLine=4,endColumn=32,title=name-not-found::/,
    ),
    '',
  ]);
});

test('a SARIF log', async () => {
  const root = folder({ 'wit/a.wit': wrong, 'wit/b.wit': 'interface cart {}\n' });
  const { code, out } = await witGenIn(root, 'check', '--format', 'sarif');
  const run = expectSarif(JSON.parse(out));
  expect(code).toBe(1);
  expect(run.results.map(({ ruleId }) => ruleId)).toContain('dup-item');
  expect(run.tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(Object.values(run.originalUriBaseIds ?? {})).toEqual([{ uri: `file://${root}/` }]);
});

test.each([
  ['an unknown format', ['--format', 'xml']],
  ['a level that is none', ['--lint', 'empty-type=loud']],
  ['a lint without a level', ['--lint', 'empty-type']],
  ['levels beside --compat', ['--compat', '--lint', 'empty-type=warn']],
  ['an unknown flag', ['--strict']],
])('%s is wrong usage', async (_, argv) => {
  const { code, out, err } = await witGen('check', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('wit-gen --help');
});

test('help names the formats, the levels and the exit codes', async () => {
  const { code, out } = await witGen('check', '--help');
  expect(code).toBe(0);
  for (const text of ['sarif', '--lint', 'deny', '--compat', '--features', 'Exit codes'])
    expect(out).toContain(text);
});

test('--fix mends the files, says so, and reports what is left', async () => {
  const root = folder({
    'wit/a.wit': '\ufeffpackage demo:shop;\r\ninterface cart {\r\n  add: func(type: nope)\r\n}\r\n',
    'wit/b.wit': 'interface b {}\n',
  });
  const { code, out, err } = await witGenIn(root, 'check', '--fix');
  expect({ code, err }).toEqual({ code: 1, err: 'fixed 2 problems in wit/a.wit\n' });
  expect(out).toMatch(/^error\[name-not-found\][^]*\n1 error in 2 files\n$/);
  expect(readFileSync(`${root}/wit/a.wit`, 'utf8')).toBe(
    '\ufeffpackage demo:shop;\r\ninterface cart {\r\n  add: func(%type: nope);\r\n}\r\n',
  );
  expect(readdirSync(`${root}/wit`)).toEqual(['a.wit', 'b.wit']);
  expect(await witGenIn(root, 'check', '--fix')).toMatchObject({ code: 1, err: '' });
});

test('--fix leaves permissions and links as they are', async () => {
  const root = folder({ 'real.wit': 'package demo:shop;\ninterface cart { f: func() }\n' });
  mkdirSync(`${root}/wit`);
  chmodSync(`${root}/real.wit`, 0o640);
  symlinkSync('../real.wit', `${root}/wit/a.wit`);
  expect(await witGenIn(root, 'check', '--fix')).toMatchObject({ code: 0 });
  expect(lstatSync(`${root}/wit/a.wit`).isSymbolicLink()).toBe(true);
  expect(statSync(`${root}/real.wit`).mode & 0o777).toBe(0o640);
  expect(readFileSync(`${root}/real.wit`, 'utf8')).toContain('f: func(); }');
});

test('a file that --fix cannot write is a problem', async () => {
  const root = folder({ 'wit/a.wit': 'package demo:shop;\ninterface cart { f: func() }\n' });
  mkdirSync(`${root}/wit/a.wit.wit-gen-${String(process.pid)}`);
  const { code, out, err } = await witGenIn(root, 'check', '--fix');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^error\[io-unwritable\]: cannot write `wit\/a.wit`/);
  expect(out).toContain('error[syntax-expected]');
});

test('--compat-errors prints the first error of the reference and nothing else', async () => {
  const root = folder({ 'wit/a.wit': wrong, 'good/a.wit': doubtful });
  const text = [
    'failed to resolve directory while parsing WIT for path [wit]: failed to parse package: wit: name `strng` does not exist',
    '     --> wit/a.wit:4:19',
    '      |',
    '    4 |   add: func(name: strng) -> u33;',
    '      |                   ^----',
    '',
  ].join('\n');
  expect(await witGenIn(root, 'check', '--compat-errors')).toEqual({ code: 1, out: text, err: '' });
  expect(await witGenIn(root, 'check', 'good', '--compat-errors')).toEqual({ code: 0, out: '', err: '' });
  expect((await witGenIn(root, 'check', '--compat-errors', '--fix')).code).toBe(2);
  expect((await witGenIn(root, 'check', '--compat-errors', '--format', 'json')).code).toBe(2);
});
