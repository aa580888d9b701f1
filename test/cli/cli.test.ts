/** The command line as a user meets it: what it writes, what it prints, what it answers. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInBackends } from '../../src/backends/index.js';
import { folder, witGen, witGenIn } from '../support/cli.js';
import { repository } from '../support/golden.js';

const good = `package demo:app@1.0.0;

interface greeter { greet: func(name: string) -> string; }

world app { import greeter; }
world plugin { export greeter; }
`;

test('bindings are written, a line a file', async () => {
  const root = folder({ 'wit/app.wit': good });
  const args = [`${root}/wit`, '--abi', 'symmetric', '--lang', 'cpp', '--world', 'app', '-o', `${root}/out`];
  const first = await witGen(...args);
  expect(first).toMatchObject({ code: 0, err: '' });
  const written = readdirSync(`${root}/out`).sort();
  expect(first.out.trim().split('\n').sort()).toEqual(written.map((file) => `wrote ${root}/out/${file}`));
  const second = await witGen(...args);
  expect(second.out).not.toContain('wrote');
});

test('a file that belongs to the user is kept', async () => {
  const root = folder({
    'wit/a.wit': 'package a:b;\ninterface i { resource r { f: func(); } }\nworld w { export i; }\n',
  });
  const args = [`${root}/wit`, '--abi', 'symmetric', '--lang', 'cpp', '-o', `${root}/out`];
  await witGen(...args);
  const header = readdirSync(`${root}/out`).find((file) => file.startsWith('exports-')) ?? '';
  writeFileSync(`${root}/out/${header}`, '// mine\n');
  expect((await witGen(...args)).out).toContain(`kept ${root}/out/${header}`);
  expect(readFileSync(`${root}/out/${header}`, 'utf8')).toBe('// mine\n');
});

test('problems in the WIT are code frames, exit 1, and nothing is written', async () => {
  const root = folder({ 'wit/a.wit': 'package a:b;\nworld w { import f: func(x: strng) -> u33; }\n' });
  const { code, out, err } = await witGen(
    `${root}/wit`,
    ...['--abi', 'symmetric', '--lang', 'rust', '-o', `${root}/out`],
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('strng');
  expect(err).toContain('u33');
  expect(err).toMatch(/\n2 errors\n$/);
  expect(existsSync(`${root}/out`)).toBe(false);
});

test('what a backend cannot express is a diagnostic with a place', async () => {
  const root = folder({ 'wit/a.wit': 'package a:b;\nworld w {\n  import f: func(x: stream<u8>);\n}\n' });
  const { code, err } = await witGen(
    `${root}/wit`,
    '--abi',
    'symmetric',
    '--lang',
    'cpp',
    '-o',
    `${root}/out`,
  );
  expect(code).toBe(1);
  expect(err).toContain('error[unsupported-feature]: the cpp backend does not know `stream` yet');
  expect(err).toContain('a.wit:3:');
});

test('an ABI that a backend cannot link is a diagnostic', async () => {
  const backend =
    'export default { id: "notes", title: "Notes", templates: new URL("./", import.meta.url), options: {}, features: new Set(), linkages: new Set(["native"]), generate() {} };';
  const root = folder({ 'a.wit': good, 'notes.mjs': backend });
  const { code, err } = await witGen(
    `${root}/a.wit`,
    ...['--abi', 'canonical', '--lang', `${root}/notes.mjs`, '-w', 'app', '-o', `${root}/out`],
  );
  expect(code).toBe(1);
  expect(err).toContain('error[unsupported-abi]');
});

test('a world must be chosen where there are several', async () => {
  const root = folder({ 'a.wit': good });
  const { code, err } = await witGen(`${root}/a.wit`, '--abi', 'symmetric', '--lang', 'cpp', '-o', root);
  expect(code).toBe(1);
  expect(err).toMatch(/app/);
  expect(err).toMatch(/plugin/);
});

test.each([
  ['no ABI', ['--lang', 'cpp']],
  ['an unknown ABI', ['--abi', 'pascal', '--lang', 'cpp']],
  ['no language', ['--abi', 'symmetric']],
  ['an unknown flag', ['--abi', 'symmetric', '--lang', 'cpp', '--wrold', 'x']],
  ['a format that inspect does not have', ['inspect', '--format', 'xml']],
  ['two inputs', ['a', 'b', '--abi', 'symmetric', '--lang', 'cpp']],
])('%s is wrong usage', async (_, argv) => {
  const { code, out, err } = await witGen(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('wit-gen --help');
});

test.each([
  ['an unknown language', ['--lang', 'cp'], 'error[backend-not-found]', 'cpp'],
  ['an unknown option', ['--lang', 'cpp', '-O', 'nope=1'], 'error[option-not-found]', 'nope'],
  ['a path that is not there', ['none', '--lang', 'cpp'], 'error[io', 'none'],
])('%s is a diagnostic', async (_, argv, code, name) => {
  const root = folder({ 'wit/a.wit': good });
  const wit = argv[0]?.startsWith('-') ? [`${root}/wit`] : [];
  const answer = await witGen(...wit, ...argv, '--abi', 'symmetric', '-w', 'app', '-o', `${root}/out`);
  expect(answer.code).toBe(1);
  expect(answer.err).toContain(code);
  expect(answer.err).toContain(name);
});

test.each([
  ['typescript', 'did you mean `ts`? '],
  ['TS', 'did you mean `ts`? '],
  ['js', 'did you mean `ts`? '],
  ['C++', 'did you mean `cpp`? '],
  ['cp', 'did you mean `cpp`? '],
  ['rs', 'did you mean `rust`? '],
  ['cobol', ''],
  ['constructor', ''],
])('who asks for the language %s is told which there are', async (lang, question) => {
  const answer = await witGen('--abi', 'symmetric', '--lang', lang);
  expect(answer).toEqual({
    code: 1,
    out: '',
    err: `error[backend-not-found]: there is no backend named \`${lang}\`
help: ${question}the languages are \`cpp\`, \`rust\`, \`ts\`

1 error
`,
  });
});

test.each([
  ['ts', 'debug=yes', '`debug` is for C++ (`--lang cpp`)'],
  ['ts', 'with=a:b/c=d', '`with` is for C++ (`--lang cpp`) and Rust (`--lang rust`)'],
  ['rust', 'transport=koffi', '`transport` is for TypeScript (`--lang ts`)'],
  ['ts', 'trnsport=koffi', 'did you mean `transport`?'],
])('who asks %s for `-O %s` is told whose option it is', async (lang, option, hint) => {
  const root = folder({ 'wit/a.wit': good });
  const args = ['--abi', 'symmetric', '-w', 'app', '-o', 'out', '--lang', lang, '-O', option];
  expect(await witGenIn(root, ...args)).toEqual({
    code: 1,
    out: '',
    err: `error[option-not-found]: the ${lang} backend has no option \`${option.replace(/=.*/, '')}\`
help: ${hint}

1 error
`,
  });
});

const withoutName = ': leave it out, as in `wit-gen wit --abi symmetric --lang ts`';

const commandList =
  'the commands are check, core-module, explain, fmt, inspect; without one, wit-gen writes bindings';

test.each([
  ['chek', ', did you mean `check`?', ['wit']],
  ['chek', ', did you mean `check`?', []],
  ['inspec', ', did you mean `inspect`?', ['wit', '--format', 'plan']],
  ['generate', withoutName, ['wit', '--abi', 'symmetric', '--lang', 'ts']],
  ['generate', withoutName, ['--abi', 'symmetric', '--lang', 'ts']],
  ['genrate', withoutName, ['wit']],
  ['bindgen', withoutName, ['wit', '--world', 'app']],
  ['build', '', ['wit']],
])('there is no command %s%s', async (word, question, more) => {
  const root = folder({ 'wit/a.wit': good });
  expect(await witGenIn(root, word, ...more)).toEqual({
    code: 2,
    out: '',
    err: `error: there is no command \`${word}\`${question}\n${commandList}\n(\`wit-gen --help\` says more)\n`,
  });
});

test.each([
  ['inspcet', ', did you mean `inspect`?', ['--abi', 'symmetric', 'inspcet', 'wit']],
  ['inspcet', ', did you mean `inspect`?', ['--abi=symmetric', '-w', 'app', 'inspcet', '--format', 'plan']],
  ['chek', ', did you mean `check`?', ['-asymmetric', '--no-fingerprint', 'chek', 'wit']],
  ['build', '', ['-O', 'emit=glue', 'build', '--lang', 'ts', 'wit']],
])('nor is there a command %s%s behind options', async (word, question, argv) => {
  const root = folder({ 'wit/a.wit': good });
  expect(await witGenIn(root, ...argv)).toEqual({
    code: 2,
    out: '',
    err: `error: there is no command \`${word}\`${question}\n${commandList}\n(\`wit-gen --help\` says more)\n`,
  });
});

test('what stands behind an option is its value', async () => {
  const root = folder({ 'wit/a.wit': good });
  for (const argv of [
    ['--lang', 'chek', 'wit', '--abi', 'symmetric'],
    ['--langg', 'chek', 'wit'],
    ['--format', 'chek', 'wit'],
  ]) {
    const { code, err } = await witGenIn(root, ...argv);
    expect(code).not.toBe(0);
    expect(err).not.toContain('there is no command');
  }
});

test('a path may look like a command', async () => {
  const root = folder({ 'chek/a.wit': good, 'wit/b.wit': good });
  const args = ['--abi', 'symmetric', '--lang', 'cpp', '-w', 'app', '-o', 'out'];
  expect(await witGenIn(root, 'chek', ...args)).toMatchObject({ code: 0, err: '' });
  expect((await witGenIn(root, 'chek', 'wit', ...args)).err).toContain('error: too many arguments');
  const missing = await witGenIn(root, 'wti', ...args);
  expect(missing.code).toBe(1);
  expect(missing.err).toContain('wti');
  expect(missing.err).not.toContain('command');
});

test('help and version', async () => {
  const help = await witGen('--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const flag of ['--abi', '--lang', '--world', '--out-dir', '--features', 'inspect', 'Exit codes']) {
    expect(help.out).toContain(flag);
  }
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(await witGen('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each(builtInBackends.map(({ title }) => title))('who meets wit-gen is told of %s', async (title) => {
  const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
  const { description } = JSON.parse(read('package.json')) as { description: string };
  const [introduction = ''] = read('README.md').split('\n\n').slice(1);
  const { out } = await witGen('--help');
  const inHelp = out.slice(0, out.indexOf('Arguments:')).replaceAll(/\s+/g, ' ');
  for (const text of [description, introduction, inHelp]) expect(text).toContain(title);
});

test('inspect prints symbols as nm does', async () => {
  const root = folder({ 'a.wit': good });
  const importer = await witGen('inspect', `${root}/a.wit`, '--format', 'symbols', '-w', 'app');
  const exporter = await witGen('inspect', `${root}/a.wit`, '--format', 'symbols', '-w', 'demo:app/plugin');
  const prefix = 'demoX3AappX2FgreeterX401X2E0X2E0X00';
  expect(importer).toEqual({ code: 0, out: `U ${prefix}greet\nw ${prefix}X5BabiX5D\n`, err: '' });
  expect(exporter).toEqual({ code: 0, out: `T ${prefix}X5BabiX5D\nT ${prefix}greet\n`, err: '' });
});

test('inspect prints plans of either ABI', async () => {
  const root = folder({ 'a.wit': good });
  const plan = async (abi: string) =>
    (await witGen('inspect', `${root}/a.wit`, '-f', 'plan', '-w', 'plugin', '--abi', abi)).out;
  expect(await plan('symmetric')).toContain('copy string');
  expect(await plan('canonical')).toContain('adopt string');
});

test('an output folder that cannot be is a diagnostic', async () => {
  const root = folder({ 'a.wit': good, out: 'a file' });
  const args = ['--abi', 'symmetric', '--lang', 'rust', '-w', 'app', '-o', `${root}/out`];
  const answer = await witGen(`${root}/a.wit`, ...args);
  expect(answer).toMatchObject({ code: 1, out: '' });
  expect(answer.err).toContain('error[io-unwritable]');
  expect(readFileSync(`${root}/out`, 'utf8')).toBe('a file');
});

test('a backend from outside is a folder', async () => {
  const root = folder({ 'a.wit': good });
  const backend = join(repository, 'test/fixtures/outside-backend/index.js');
  const answer = await witGen(
    `${root}/a.wit`,
    ...['--abi', 'canonical', '--lang', backend, '-w', 'plugin', '-o', `${root}/out`],
  );
  expect(answer).toEqual({ code: 0, out: `wrote ${root}/out/notes.md\n`, err: '' });
  expect(readFileSync(`${root}/out/notes.md`, 'utf8')).toBe('# plugin\n- greet (callee)\n');
});

test('a path without a backend is a diagnostic', async () => {
  const root = folder({ 'a.wit': good, 'empty.mjs': '' });
  for (const [lang, code] of [
    ['none.js', 'backend-not-found'],
    ['empty.mjs', 'backend-not-loaded'],
  ] as const) {
    const args = ['--abi', 'symmetric', '--lang', `${root}/${lang}`, '-o', root];
    const answer = await witGen(`${root}/a.wit`, ...args);
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err).toContain(code);
  }
});
