/** Programs written against emitted types: right ones compile, and each mistake is found where it stands. */
import { readFileSync } from 'node:fs';
import { memoryHost } from '../../../src/base/host.js';
import { ts } from '../../../src/backends/ts/index.js';
import { sides, type Side } from '../../../src/backends/ts/options.js';
import { generate } from '../../../src/driver/generate.js';
import { mistakesIn } from '../../support/typescript.js';

const wit = readFileSync(new URL('shop.wit', import.meta.url), 'utf8');

async function typesFor(types: Side): Promise<ReadonlyMap<string, string>> {
  const request = { wit: 'wit', abi: 'canonical', backend: ts, options: { types } } as const;
  const { files, diagnostics } = await generate(request, memoryHost({ 'wit/shop.wit': wit }));
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [`/program/types/${path}`, content]));
}

/** What the compiler says of a program, without the message: `line: code`. */
async function mistakes(side: Side, program: string): Promise<readonly string[]> {
  const files = new Map([...(await typesFor(side)), ['/program/main.ts', program]]);
  const settings = { lib: ['lib.es2022.d.ts'], noUnusedLocals: false };
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
  expect(await mistakes('guest', guest)).toEqual([]);
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
  expect(await mistakes('host', host)).toEqual([]);
});

const wrong: readonly (readonly [string, Side, string, string])[] = [
  [
    'a method that is missing',
    'guest',
    '  total(): bigint {\n    return now() + BigInt(this.#items.length);\n  }\n',
    '',
  ],
  ['a value of another type', 'guest', 'total(): bigint {', 'total(): number {'],
  ['a function that is missing', 'guest', '({ store, run })', '({ store })'],
  ['a class that is missing', 'guest', '  Receipt,\n', ''],
  ['a case that there is not', 'guest', `write('info'`, `write('debug'`],
  [
    'a constructor of something else',
    'host',
    'constructor(readonly name: string)',
    'constructor(readonly name: number)',
  ],
  ['an import that is missing', 'host', '  now: { default: () => 1n },\n', ''],
  ['what has no constructor', 'host', 'app.store.pay(cart)', 'new app.store.Receipt()'],
  ['a field that is missing', 'host', `{ name: 'pear' }`, '{}'],
  ['a number for a long integer', 'host', 'const total: bigint', 'const total: number'],
];

test.each(wrong)('%s is an error of a %s', async (_, side, right, mistake) => {
  const program = side === 'guest' ? guest : host;
  expect(program).toContain(right);
  const found = await mistakes(side, program.replace(right, mistake));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((each) => each.startsWith('/program/main.ts'))).toBe(true);
});

test.each(sides)('the types of a %s say what functions throw', async (side) => {
  const all = [...(await typesFor(side)).values()].join('\n');
  expect(all).toMatch(/@throws \{string\}\n\s*\*\/\n\s*(?:export function )?pay\(cart: Cart\): Receipt;/);
});
