/** Packages encoded as WebAssembly. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../src/base/host.js';
import { packageNameText } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { decodePackage } from '../../src/wasm/decode.js';
import { decodeFile } from '../../src/wasm/decode-file.js';
import { parseWat } from '../../src/wasm/wat.js';
import { repository } from '../support/golden.js';

const wat = readFileSync(join(repository, 'test/wasm/package.wat'), 'utf8');

async function binaryOf(text: string): Promise<Uint8Array> {
  const parsed = await parseWat(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.bytes;
}

const encoder = new TextEncoder();

test('a package becomes WIT, with what it uses of others nested in it', async () => {
  expect(await decodeFile(encoder.encode(wat))).toEqual({
    text: `/// A shop.
/// Of logs.
package demo:shop@0.1.0;
/// Logs.
@since(version = 0.1.0)
interface logs {
  use demo:base/types@1.0.0.{level};
  use demo:base/types@1.0.0.{sink as target};
  /// An entry.
  record entry {
    /// How bad.
    %use: level,
    text: string,
  }
  enum color {
    red,
    green,
  }
  flags set {
    a,
    b-1,
  }
  variant value {
    bytes(list<u8>),
    none,
  }
  type pair = tuple<entry, bool>;
  type same = pair;
  resource log {
    constructor(name: string) -> result<log, string>;
    /// Writes.
    @unstable(feature = fast)
    @deprecated(version = 0.1.0)
    write: async func(all: list<entry>) -> option<log>;
    open: static func() -> stream<u8>;
  }
  type handle = own<log>;
  /// Old docs.
  drain: func(t: borrow<target>, f: future, m: map<string, set>, n: list<u8, 4>) -> result<_, error-context>;
}
world app {
  @since(version = 0.1.0)
  import demo:base/types@1.0.0;
  /// The other side.
  import peer: interface {
    ping: func();
  }
  use demo:base/types@1.0.0.{level as high};
  record peak {
    h: high,
  }
  resource %own {
    go: func();
  }
  /// In.
  import show: func(p: peak);
  /// Types.
  export demo:base/types@1.0.0;
  /// The other side.
  export peer: interface {
    ping: func();
  }
  /// Out.
  export show: func(p: peak);
}
package demo:base@1.0.0 {
  interface types {
    type level = u8;
    resource sink;
    count: func() -> u32;
  }
}
`,
  });
});

const refused: readonly (readonly [what: string, file: string, problem: RegExp])[] = [
  ['a component', '(component (core module))', /^it is a component$/],
  ['an empty component', '(component)', /^it is a component$/],
  ['an import', '(component (import "a:b/c" (instance)))', /^it is a component$/],
  ['a core module', '(module)', /^it is a core module$/],
  [
    'the encoding of old',
    '(component (type (component (export "a:b/wit" (component)))) (export "a:b/wit" (type 0)))',
    /^it is encoded as packages were long ago/,
  ],
  ['broken text', '(component\n  (what))', /^it is not WebAssembly: .*\(line 2, column 4\)$/],
  ['no text at all', 'package a:b;', /^it is not WebAssembly/],
  ['a broken binary', '\u0000asm\r\u0000\u0001\u0000\u0007c', /^it ends too early$/],
];

test.each(refused)('%s is refused', async (_, file, problem) => {
  const decoded = await decodeFile(encoder.encode(file));
  expect('problem' in decoded ? decoded.problem : decoded.text).toMatch(problem);
});

test('after something broken, the library still reads what is whole', async () => {
  expect(await decodeFile(encoder.encode('(component (foo'))).toHaveProperty('problem');
  expect(await decodeFile(encoder.encode(wat))).toHaveProperty('text');
});

test('whatever the bytes, there is an answer', async () => {
  const bytes = await binaryOf(wat);
  const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: bytes.length }),
      (changes, cut) => {
        const changed = Uint8Array.from(bytes);
        for (const { at, to } of changes) changed[at] = to;
        const decoded = decodePackage(changes.length > 6 ? changed.subarray(0, cut) : changed);
        expect('text' in decoded || decoded.problem !== '').toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

const header = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...leb(content.length), ...content];
}

test('types that nest without end are refused', () => {
  const nested = Array.from({ length: 200 }, () => [0x41, 0x01, 0x01]).flat();
  const bytes = [...header, ...section(0x07, [0x01, ...nested, 0x7f])];
  expect(decodePackage(Uint8Array.from(bytes))).toEqual({ problem: 'its types nest too deep' });
});

test('types that grow without end are refused', async () => {
  const pairs = Array.from({ length: 60 }, (_, index) => `(type (tuple ${String(index)} ${String(index)}))`);
  const body = `(type (tuple u8 u8)) ${pairs.join(' ')} (export "t" (type (eq 60)))`;
  const text = `(component (type (component (type (instance ${body})) (export "a:b/c" (instance (type 0))))) (export "c" (type 0)))`;
  expect(await decodeFile(encoder.encode(text))).toEqual({ problem: 'a type in it is too large' });
});

const leb = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];

test('a dependency may be encoded; what it brings along gives way to the package itself', async () => {
  const binaries = { 'wit/deps/shop.wasm': await binaryOf(wat) };
  const main = 'package demo:main;\nworld w { include demo:shop/app@0.1.0; import demo:base/types@1.0.0; }\n';
  const base =
    'package demo:base@1.0.0;\ninterface types { type level = u8; resource sink; count: func() -> u32; more: func(); }\n';
  const names = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
    const host = memoryHost({ 'wit/main.wit': main, ...files }, binaries);
    const request = { roots: ['wit'], features: new Set<string>(), lints: 'compat' } as const;
    const { resolved, diagnostics } = await resolve(request, host);
    expect(diagnostics).toEqual([]);
    return resolved?.packages.map(({ name, interfaces }) => {
      const functions = interfaces.flatMap((item) => item.functions.map((func) => func.name));
      return `${packageNameText(name)}: ${functions.join(' ')}`;
    });
  };
  // Encoded packages come first, and keep what a feature guards.
  expect(await names({})).toEqual([
    'demo:base@1.0.0: count',
    'demo:shop@0.1.0: log write open drain',
    'demo:main: ',
  ]);
  expect(await names({ 'wit/deps/base.wit': base })).toEqual([
    'demo:base@1.0.0: count more',
    'demo:shop@0.1.0: log write open drain',
    'demo:main: ',
  ]);
});

const uses = (name: string, type: string): string => `(component
  (type (component
    (type (instance (type u8) (export "${type}" (type (eq 0)))))
    (import "demo:base/types" (instance $base (type 0)))
    (alias export $base "${type}" (type $t))
    (type (instance (alias outer 1 $t (type $o)) (export "${type}" (type (eq $o)))))
    (export "demo:${name}/i" (instance (type 2)))
  ))
  (export "i" (type 0))
)`;

test('parts of one package that several bring along become one', async () => {
  const binaries = {
    'wit/deps/a.wasm': await binaryOf(uses('a', 'x')),
    'wit/deps/b.wasm': await binaryOf(uses('b', 'y')),
  };
  const host = memoryHost({ 'wit/main.wit': 'package demo:main;\n' }, binaries);
  const request = { roots: ['wit'], features: new Set<string>(), lints: 'compat' } as const;
  const { resolved, diagnostics } = await resolve(request, host);
  expect(diagnostics).toEqual([]);
  const types = resolved?.packages.map(({ name, interfaces }) => [
    packageNameText(name),
    interfaces.flatMap((item) => item.types.map((type) => type.name)),
  ]);
  expect(types).toEqual([
    ['demo:base', ['x', 'y']],
    ['demo:a', ['x']],
    ['demo:b', ['y']],
    ['demo:main', []],
  ]);
});

test('a root may be an encoded package', async () => {
  const host = memoryHost({ 'shop.wat': wat });
  const { resolved } = await resolve({ roots: ['shop.wat'], features: new Set() }, host);
  expect(resolved && packageNameText(resolved.main.name)).toBe('demo:shop@0.1.0');
});
