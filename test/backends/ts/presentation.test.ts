/** The switches of presentation: programs that make use of them, and what they have in common with jco's switches. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import typescript from 'typescript';
import { ts } from '../../../src/backends/ts/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { fixtureFolder } from '../../support/fixtures.js';
import { repository } from '../../support/golden.js';
import { mistakesIn } from '../../support/typescript.js';

const worker = join(repository, 'test/support/jco-types-worker.js');

type Options = Readonly<Record<string, string>>;

async function generated(wit: string, options: Options): Promise<ReadonlyMap<string, string>> {
  const request = { wit: 'wit', abi: 'canonical', backend: ts, options, lints: 'compat' } as const;
  const { files, diagnostics } = await generate(request, memoryHost({ 'wit/all.wit': wit }));
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [`/program/types/${path}`, content]));
}

const shop = readFileSync(new URL('shop.wit', import.meta.url), 'utf8');

const painter = `package demo:paint;

interface canvas {
  enum tone { warm, very-cold }
  flags access { read, write-all }
  variant shape { empty, dots(list<u8>), tones(list<tone>) }
  record picture { shapes: list<shape> }
  draw: func(shapes: list<shape>, at: tuple<u32, list<string>>, names: map<string, list<string>>) -> list<tone>;
  allow: func(access: option<access>) -> access;
}

world paint {
  import canvas;
  export canvas;
}
`;

const all: Options = {
  flags: 'bigint',
  enums: 'screaming-snake',
  variants: 'inline',
  constants: 'objects',
  inputs: 'readonly',
};

const host = `
import type { ImportObject, Paint } from './types/paint.js';
import { Access, Shape, Tone } from './types/constants/interfaces/demo-paint-canvas.js';

export function main({ canvas }: Paint, names: ReadonlyMap<string, readonly string[]>): bigint {
  const shapes: readonly Shape[] = [Shape.Empty(), Shape.Dots(new Uint8Array(2)), { tag: 'tones', val: [Tone.Warm] }];
  const tones: readonly string[] = canvas.draw(shapes, [1, ['a'] as const] as const, names);
  const tone: 'VERY_COLD' = canvas.Tone.VeryCold;
  const allowed: bigint = canvas.allow(canvas.Access.Read | canvas.Access.WriteAll);
  return tones.includes(tone) ? allowed & ~Access.Read : 0n;
}

const fixed: readonly Tone[] = [Tone.VeryCold];

export const imports: ImportObject = {
  'demo:paint/canvas': {
    draw(shapes, [count, texts]) {
      shapes.push(Shape.Empty());
      texts.push(String(count));
      return fixed;
    },
    allow: (access = 0n) => access | Access.WriteAll,
  },
};
`;

async function mistakes(program: string): Promise<readonly string[]> {
  const files = new Map([...(await generated(painter, all)), ['/program/main.ts', program]]);
  return mistakesIn(files, { lib: ['lib.es2022.d.ts'], exactOptionalPropertyTypes: true });
}

test('a host with all switches', async () => {
  expect(await mistakes(host)).toEqual([]);
});

test.each([
  ['a case that there is not', 'Tone.Warm', 'Tone.Cold'],
  ['a value as WIT spells it', "const tone: 'VERY_COLD'", "const tone: 'very-cold'"],
  ['flags as an object', 'canvas.Access.Read | canvas.Access.WriteAll', '{ read: true }'],
  ['a payload of another type', 'Shape.Dots(new Uint8Array(2))', 'Shape.Dots([2])'],
  ['another case', "tag: 'tones'", "tag: 'dots'"],
  ['a constant that is changed', 'return tones', 'canvas.Tone.Warm = tone; return tones'],
])('%s is an error', async (_, right, wrong) => {
  expect(host).toContain(right);
  const found = await mistakes(host.replace(right, wrong));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((each) => each.startsWith('/program/main.ts'))).toBe(true);
});

test('without the switch, what is passed is not readonly', async () => {
  const types = await generated(painter, { ...all, inputs: 'mutable' });
  const found = mistakesIn(new Map([...types, ['/program/main.ts', host]]), { lib: ['lib.es2022.d.ts'] });
  // The arguments, and what an import returns.
  expect(found.length).toBe(2);
});

const guest = `
import type { Implementation } from 'demo:paint/canvas';
import { draw } from 'demo:paint/canvas';
import { Shape, Tone } from './types/constants/interfaces/demo-paint-canvas.js';

const fixed: readonly Shape[] = [Shape.Empty(), Shape.Tones([Tone.VeryCold])];

export const canvas = {
  draw: (shapes) => draw([...fixed, ...shapes], [1, []], new Map()),
  allow: (access) => access ?? { read: true },
} satisfies Implementation;
`;

test('a guest has constants in modules of its own', async () => {
  const wit = painter
    .replace('  export canvas;\n', '  export other;\n')
    .replace(
      'world paint',
      'interface other {\n  use canvas.{shape, tone, access};\n  draw: func(shapes: list<shape>) -> list<tone>;\n' +
        '  allow: func(access: option<access>) -> access;\n}\n\nworld paint',
    );
  const options = { emit: 'guest-types', constants: 'objects', inputs: 'readonly' };
  const program = guest.replace(
    "{ Implementation } from 'demo:paint/canvas'",
    "{ Implementation } from 'demo:paint/other'",
  );
  const files = new Map([...(await generated(wit, options)), ['/program/main.ts', program]]);
  expect(mistakesIn(files, { lib: ['lib.es2022.d.ts'] })).toEqual([]);
});

test.each(['flags=bigint', 'enums=screaming-snake'])('%s is not for guests', async (setting) => {
  const [name = '', value = ''] = setting.split('=');
  const options = { emit: 'guest-types', [name]: value };
  const request = { wit: 'wit', abi: 'canonical', backend: ts, options } as const;
  const { files, diagnostics } = await generate(request, memoryHost({ 'wit/shop.wit': shop }));
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['option-of-host']);
});

/** What objects of constants have: functions by what they make of a payload. */
type Constants = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function valuesOf(code: string): Constants {
  // The sandbox has nothing else in it, and the code is that of a generator.
  const found = runInNewContext(`${code}; all`, {}) as Record<string, Record<string, unknown>>;
  const made = (value: unknown): unknown =>
    typeof value === 'function' ? (value as (payload: string) => unknown)('payload') : value;
  return Object.fromEntries(
    Object.entries(found).map(([name, members]) => [
      name,
      Object.fromEntries(Object.entries(members).map(([key, value]) => [key, made(value)])),
    ]),
  );
}

test.each([
  ['enums-and-flags', ['--flags-as-bigint', '--enum-values-screaming-snake-case']],
  ['enums-and-flags', []],
  ['variants', []],
])('constants of %s are those of jco %s', async (fixture, more) => {
  const input = readFileSync(join(fixtureFolder(fixture), `${fixture}.wit`));
  const switches = ['--use-namespace-objects', ...more];
  const jco = execFileSync(process.execPath, [worker, 'exporter', '--code', ...switches], {
    input,
    encoding: 'utf8',
  });
  const theirs = [...jco.matchAll(/^ *const (\w+) = (Object\.freeze\(\{.*?^ *\}\));$/gms)];
  const options = {
    constants: 'objects',
    flags: 'bigint',
    ...(more.length > 0 ? { enums: 'screaming-snake' } : {}),
  };
  const request = {
    wit: fixtureFolder(fixture),
    world: 'exporter',
    abi: 'canonical',
    lints: 'compat',
  } as const;
  const { files } = await generate({ ...request, backend: ts, options }, nodeHost);
  const [constants] = files.filter(({ path }) => path.startsWith('constants/'));
  const ours = typescript
    .transpile(constants?.content ?? '', { target: typescript.ScriptTarget.ES2022 })
    .replaceAll(/^export const (\w+) = /gm, 'all.$1 = ')
    .replace(/^export \{\};$/m, '');
  expect(theirs.length).toBeGreaterThan(0);
  expect(valuesOf(`const all = {}; ${ours}`)).toEqual(
    valuesOf(
      `const all = { ${theirs.map(([, name, object]) => `${String(name)}: ${String(object)}`).join(', ')} }`,
    ),
  );
});
