/** Programs written against emitted types: right ones compile, and each mistake is found where it stands. */
import { readFileSync } from 'node:fs';
import { memoryHost } from '../../../src/base/host.js';
import { ts } from '../../../src/backends/ts/index.js';
import { generate } from '../../../src/driver/generate.js';
import { mistakesIn } from '../../support/typescript.js';

/** Whose types. */
const kinds = ['types', 'guest-types'] as const;
type Kind = (typeof kinds)[number];

const wit = readFileSync(new URL('shop.wit', import.meta.url), 'utf8');

async function typesFor(emit: Kind): Promise<ReadonlyMap<string, string>> {
  const request = { wit: 'wit', abi: 'canonical', backend: ts, options: { emit } } as const;
  const { files, diagnostics } = await generate(request, memoryHost({ 'wit/shop.wit': wit }));
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [`/program/types/${path}`, content]));
}

/** What the compiler says of a program, without the message: `line: code`. */
async function mistakes(kind: Kind, program: string): Promise<readonly string[]> {
  const files = new Map([...(await typesFor(kind)), ['/program/main.ts', program]]);
  const settings = { lib: ['lib.es2022.d.ts'], noUnusedLocals: false, noUnusedParameters: false };
  return [
    ...new Set(
      [true, false].flatMap((exactOptionalPropertyTypes) =>
        mistakesIn(files, { ...settings, exactOptionalPropertyTypes }),
      ),
    ),
  ];
}

const guest = `
import now from 'now';
import { Sink, open } from 'demo:shop/log@1.0.0';
import type { CartImpl, Implementation, Item } from 'demo:shop/store@1.0.0';
import type { App } from 'demo:shop/app@1.0.0';

class Cart implements CartImpl {
  #items: Item[] = [];
  constructor(readonly owner: string) {}
  add(item: Item): void {
    if (item.price === undefined) throw 'no price';
    this.#items.push(item);
  }
  total(): bigint {
    return now() + BigInt(this.#items.length);
  }
  static join(one: Cart, other: Cart): Cart {
    return new Cart(one.owner + other.owner);
  }
}

class Receipt {
  constructor(private readonly lines: number, readonly cart: Cart) {}
  text(): string {
    using sink = new Sink(this.cart.owner);
    sink.write('info', 'paid');
    open()[Symbol.dispose]();
    return String(this.lines);
  }
}

export const store = {
  Cart,
  Receipt,
  pay: (cart: Cart) => new Receipt(1, cart),
} satisfies Implementation;

export const run = (names: string[]): Uint8Array => new Uint8Array(names.length);

({ store, run }) satisfies App;
`;

test('a guest', async () => {
  expect(await mistakes('guest-types', guest)).toEqual([]);
});

const host = `
import type { ImportObject, App } from './types/app.js';
import type { SinkImpl } from './types/interfaces/demo-shop-log.js';
import type { Receipt } from './types/interfaces/demo-shop-store.js';

class Sink implements SinkImpl {
  constructor(readonly name: string) {}
  write(level: 'info' | 'warning', text: string): number {
    return level.length + text.length;
  }
}

const imports: ImportObject = {
  'demo:shop/log@1.0.0': { Sink, open: () => new Sink('opened') },
  now: { default: () => 1n },
};

export function main(app: App): string {
  using cart = new app.store.Cart('me');
  cart.add({ name: 'pear' });
  cart.add({ name: 'plum', price: undefined });
  const total: bigint = cart.total();
  using receipt: Receipt = app.store.pay(cart);
  const bytes: Uint8Array = app.run(['a']);
  return receipt.text() + String(total) + String(bytes.length) + String(imports.now.default());
}
`;

test('a host', async () => {
  expect(await mistakes('types', host)).toEqual([]);
});

const wrong: readonly (readonly [string, Kind, string, string])[] = [
  [
    'a method that is missing',
    'guest-types',
    '  total(): bigint {\n    return now() + BigInt(this.#items.length);\n  }\n',
    '',
  ],
  ['a value of another type', 'guest-types', 'total(): bigint {', 'total(): number {'],
  ['a function that is missing', 'guest-types', '({ store, run })', '({ store })'],
  ['a class that is missing', 'guest-types', '  Receipt,\n', ''],
  ['a case that there is not', 'guest-types', `write('info'`, `write('debug'`],
  [
    'a constructor of something else',
    'types',
    'constructor(readonly name: string)',
    'constructor(readonly name: number)',
  ],
  ['an import that is missing', 'types', '  now: { default: () => 1n },\n', ''],
  ['what has no constructor', 'types', 'app.store.pay(cart)', 'new app.store.Receipt()'],
  ['a field that is missing', 'types', `{ name: 'pear' }`, '{}'],
  ['a number for a long integer', 'types', 'const total: bigint', 'const total: number'],
];

test.each(wrong)('%s is an error against %s', async (_, kind, right, mistake) => {
  const program = kind === 'guest-types' ? guest : host;
  expect(program).toContain(right);
  const found = await mistakes(kind, program.replace(right, mistake));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((each) => each.startsWith('/program/main.ts'))).toBe(true);
});

test.each(kinds)('%s say what functions throw', async (kind) => {
  const all = [...(await typesFor(kind)).values()].join('\n');
  expect(all).toMatch(/@throws \{string\}\n\s*\*\/\n\s*(?:export function )?pay\(cart: Cart\): Receipt;/);
});
