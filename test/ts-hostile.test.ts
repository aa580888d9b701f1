/**
 * Our TypeScript glue and those that do not keep to the rules: components that say what no component should, or misuse handles,
 * memory and calls; and callers whose values are of other types.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreNames } from '../src/abi/symbol-options.js';
import { hostileSources } from './support/hostile.js';
import { construct, dispose, type Instantiate, invoke, loaded } from './support/wasm/loaded.js';
import { liarSaying } from './support/wasm/liar.js';
import { handleLies, lies, type Lie } from './support/wasm/lies.js';
import { resultOf, toldOfValue } from './support/wasm/told.js';

const textOf = (world: string): string => readFileSync(join(hostileSources, `${world}.wat`), 'utf8');
const glueOf = (world: string, coreNames?: CoreNames): Promise<Instantiate> =>
  loaded({ witPath: hostileSources, world, features: [] }, coreNames);

const titled = (all: readonly Lie[]) => all.map((lie) => [`${lie.kind}: ${lie.title}`, lie] as const);

/** `giveText` for `text`. */
const named = (verb: string, kind: string): string =>
  `${verb}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** What the teller and the listener import: the interface whose types they use, and what the teller tells. */
const importsWith = (given: object): object => ({
  'test:hostile/answers': onlyWith({ Thing: Lamp }),
  'test:hostile/given': onlyWith(given),
});

const uncalled = (): never => {
  throw new Error('nobody calls this');
};

/** An interface of which nothing is called but what is there. */
const onlyWith = (members: object): object =>
  new Proxy(members, { get: (target, name) => (Reflect.get(target, name) as unknown) ?? uncalled });

/** What a call answers, or `refused` if it was a trap; then the instance stays trapped. */
function outcomeOf(call: () => unknown, again = call): unknown {
  try {
    return call();
  } catch (error) {
    expect(error).toMatchObject({ name: 'Trap' });
    expect(again).toThrow('the instance has trapped before');
    return 'refused';
  }
}

describe('a component that lies in what it answers', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('liar')));

  test.each(titled([...lies, ...handleLies]))('%s', async (_, lie) => {
    const liar = await instantiate(liarSaying(textOf('liar'), lie));
    const give = (): unknown => invoke(liar, `answers.${named('give', lie.kind)}`);
    const value = (): unknown => (lie.kind === 'result' ? resultOf(give) : give());
    expect(outcomeOf(() => toldOfValue(lie.kind, value()), give)).toBe(lie.outcome.host);
  });
});

describe('a component that lies in what it passes', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('teller')));

  test.each(titled(lies))('%s', async (_, lie) => {
    const seen: unknown[] = [];
    const see = (value: unknown): number => {
      const told = toldOfValue(lie.kind, value);
      seen.push(told);
      return told;
    };
    const given = { [named('see', lie.kind)]: see };
    const teller = await instantiate(liarSaying(textOf('teller'), lie), importsWith(given));
    const { host } = lie.outcome;
    expect(outcomeOf(() => invoke(teller, named('tell', lie.kind)))).toBe(host);
    expect(seen).toEqual(host === 'refused' ? [] : [host]);
  });
});

/** What the trickster does in place of what it should do. */
type Trick = Readonly<Partial<Record<Place, string>>>;

/** The functions of `test/hostile/trickster.wat` that have a body to replace. */
type Place =
  'realloc' | 'run' | 'lend' | 'give' | 'end-coin' | 'mint' | 'spend' | 'read' | 'write' | 'after-write';

function tricked(trick: Trick): string {
  return Object.entries(trick).reduce((text, [place, body]) => {
    const [head = '', tail] = text.split(`;; ${place}:`);
    if (tail === undefined) throw new Error(`nothing is called ${place}`);
    return head + body + tail.slice(tail.indexOf(';; end'));
  }, textOf('trickster'));
}

/** The same module with the names of `--core-names standard`. */
const withStandardNames = (text: string): string =>
  text
    .replace(/"\[export\]([^"]+)" "\[resource-(\w+)\]([^"]+)"/g, '"cm32p2|_ex_$1" "$3_$2"')
    .replace(/"(test:[^"|]+)" "\[resource-(\w+)\]([^"]+)"/g, '"cm32p2|$1" "$3_$2"')
    .replace(/"(test:[^"|#]+)" /g, '"cm32p2|$1" ')
    .replace(/"cabi_post_([^"#]+)#([^"]+)"/g, '"cm32p2|$1|$2_post"')
    .replace(/"([^"#]+)#\[dtor\]([^"]+)"/g, '"cm32p2|$1|$2_dtor"')
    .replace(/"([^"#]+)#([^"]+)"/g, '"cm32p2|$1|$2"')
    .replace('"cabi_realloc"', '"cm32p2_realloc"')
    .replace('"memory"', '"cm32p2_memory"');

/** Things of the host's that count how many of them are alive. */
class Thing {
  static alive = 0;
  constructor(private readonly value: number) {
    Thing.alive++;
  }
  number(): number {
    return this.value;
  }
  [Symbol.dispose](): void {
    Thing.alive--;
  }
}

class Lamp {
  readonly isLit = false;
}

/** What the trickster imports; `call` does what it is told. */
const thingsWith = (call: () => void) => ({
  'test:hostile/things': {
    Thing,
    Lamp,
    take(thing: Thing): void {
      thing[Symbol.dispose]();
    },
    look(thing: Thing): void {
      expect(thing).toBeInstanceOf(Thing);
    },
    name: () => 'name',
    call,
  },
});

const newThing = '(call $new-thing (i32.const 5))';
const keep = (value: string): string => `(global.set $kept ${value})`;
const kept = '(global.get $kept)';

/** Calls of exports, each with what the trickster does, and what the trap is. */
const tricks: readonly (readonly [title: string, call: string, trick: Trick, reason: RegExp])[] = [
  ['drops no handle', 'run', { run: '(call $drop-thing (i32.const 0))' }, /there is no handle 0/],
  ['drops a handle that nobody gave it', 'run', { run: '(call $drop-thing (i32.const 7))' }, /no handle 7/],
  ['drops all bits', 'run', { run: '(call $drop-thing (i32.const -1))' }, /no handle 4294967295/],
  [
    'drops twice',
    'run',
    { run: `${keep(newThing)} (call $drop-thing ${kept}) (call $drop-thing ${kept})` },
    /there is no handle/,
  ],
  [
    'calls a method of what it has dropped',
    'run',
    { run: `${keep(newThing)} (call $drop-thing ${kept}) (drop (call $number ${kept}))` },
    /there is no handle/,
  ],
  ['takes a lamp for a thing', 'run', { run: '(drop (call $number (call $new-lamp)))' }, /is no thing/],
  ['drops a lamp as a thing', 'run', { run: '(call $drop-thing (call $new-lamp))' }, /is no thing/],
  ['takes a coin for a thing', 'run', { run: '(call $look (call $new-coin (i32.const 1)))' }, /is no thing/],
  ['takes a thing for a coin', 'run', { run: `(drop (call $coin ${newThing}))` }, /is no coin/],
  [
    'gives a thing away twice',
    'run',
    { run: `${keep(newThing)} (call $take ${kept}) (call $take ${kept})` },
    /no handle/,
  ],
  ['gives away what it was lent', 'lend', { lend: '(call $take (local.get $thing))' }, /is only lent/],
  ['keeps what it was lent', 'lend', { lend: '' }, /outlives the call/],
  ['answers with no handle', 'give', { give: '(i32.const 3)' }, /there is no handle 3/],
  ['answers with a lamp', 'give', { give: '(call $new-lamp)' }, /is no thing/],
  ['answers with a thing for a coin', 'mint', { mint: newThing }, /is no coin/],
  ['traps', 'run', { run: '(unreachable)' }, /unreachable/],
  ['traps in a destructor', 'spend', { 'end-coin': '(unreachable)' }, /unreachable/],
  ['traps where it gives memory', 'read', { realloc: '(unreachable)' }, /unreachable/],
  ['traps where it frees', 'write', { 'after-write': '(unreachable)' }, /unreachable/],
  ['gives memory that it does not have', 'read', { realloc: '(i32.const -8)' }, /ends behind the memory/],
  [
    'gives memory that is too short',
    'read',
    { realloc: '(i32.sub (i32.const 0x10000) (i32.sub (local.get $wanted) (i32.const 1)))' },
    /ends behind the memory/,
  ],
  ['calls out where it gives memory', 'read', { realloc: '(call $call) (i32.const 64)' }, /calls out while/],
  ['calls out where it frees', 'write', { 'after-write': '(call $call)' }, /calls out while/],
  ['makes things where it gives memory', 'read', { realloc: newThing }, /calls out while/],
  ['answers with an area that is not aligned', 'write', { write: '(i32.const 33)' }, /not aligned/],
  ['answers with an area outside', 'write', { write: '(i32.const 0x10000)' }, /ends behind the memory/],
  ['answers with all bits', 'write', { write: '(i32.const -4)' }, /ends behind the memory/],
  [
    'asks for an answer where there is no memory',
    'run',
    { run: '(call $name (i32.const 0xfffc))' },
    /ends behind/,
  ],
  [
    'asks for an answer where it is not aligned',
    'run',
    { run: '(call $name (i32.const 65))' },
    /not aligned/,
  ],
  ['is called while it runs', 'run', { run: '(call $call)' }, /is called while it runs/],
];

describe('a component that plays tricks', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('trickster')));
  beforeEach(() => (Thing.alive = 0));

  const calls: Readonly<Record<string, (trickster: unknown) => unknown>> = {
    run: (trickster) => invoke(trickster, 'tricks.run'),
    lend: (trickster) => invoke(trickster, 'tricks.lend', new Thing(1)),
    give: (trickster) => invoke(trickster, 'tricks.give'),
    mint: (trickster) => invoke(trickster, 'tricks.mint'),
    spend: (trickster) => invoke(trickster, 'tricks.spend', construct(trickster, 'tricks.Coin', 3)),
    read: (trickster) => invoke(trickster, 'tricks.read', 'text'),
    write: (trickster) => invoke(trickster, 'tricks.write'),
  };

  /** One that plays a trick; where it calls, it is called itself. */
  async function instance(trick: Trick): Promise<unknown> {
    const made: unknown[] = [];
    const call = (): void => {
      for (const each of made) calls.run?.(each);
    };
    made.push(await instantiate(tricked(trick), thingsWith(call)));
    return made[0];
  }

  /** Without a trick all goes well, and can go on. */
  function honestly(trickster: unknown): void {
    for (const time of [1, 2]) {
      for (const call of Object.values(calls)) call(trickster);
      const given = invoke(trickster, 'tricks.give');
      expect(given).toBeInstanceOf(Thing);
      expect(invoke(trickster, 'tricks.write')).toBe('');
      // What is lent and what was given back: the host's own.
      expect(Thing.alive).toBe(3 * time);
    }
  }

  test('does nothing wrong before', async () => {
    honestly(await instance({}));
  });

  test('may have its memory grow wherever it runs', async () => {
    const grown = textOf('trickster').replace(/;; [a-z-]+:/g, '(drop (memory.grow (i32.const 1)))');
    honestly(
      await instantiate(
        grown,
        thingsWith(() => undefined),
      ),
    );
  });

  test('may ask what a handle of its own stands for wherever it runs', async () => {
    const trickster = await instance({
      run: keep('(call $new-coin (i32.const 5))'),
      realloc: `(if (i32.ne (call $coin ${kept}) (i32.const 5)) (then unreachable)) (i32.const 64)`,
    });
    invoke(trickster, 'tricks.run');
    invoke(trickster, 'tricks.read', 'text');
  });

  test('is called by the names of the other scheme, too', async () => {
    const other = await glueOf('trickster', 'standard');
    honestly(
      await other(
        withStandardNames(textOf('trickster')),
        thingsWith(() => undefined),
      ),
    );
  });

  test.each(tricks)('%s', async (_, name, trick, reason) => {
    const trickster = await instance(trick);
    expect(() => calls[name]?.(trickster)).toThrow(reason);
    expect(() => calls.run?.(trickster)).toThrow('the instance has trapped before');
  });
});

describe('a caller with objects of the component', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('trickster')));
  const instance = (): Promise<unknown> =>
    instantiate(
      textOf('trickster'),
      thingsWith(() => undefined),
    );

  test('gives one away once', async () => {
    const trickster = await instance();
    const coin = construct(trickster, 'tricks.Coin', 3);
    invoke(trickster, 'tricks.spend', coin);
    const gone = /^(coin|this) must be a Coin, not one that was given away/;
    expect(() => invoke(trickster, 'tricks.spend', coin)).toThrow(gone);
    expect(() => invoke(coin, 'number')).toThrow(gone);
    dispose(coin);
    expect(invoke(construct(trickster, 'tricks.Coin', 4), 'number')).toBe(4);
  });

  test('lends none that it gives away in the same call', async () => {
    const trickster = await instance();
    const [one, other] = [3, 4].map((number) => construct(trickster, 'tricks.Coin', number));
    const inUse = 'goes[0] must be a Coin, not one that a call is using';
    expect(() => invoke(trickster, 'tricks.swap', one, [one])).toThrow(inUse);
    expect(() => invoke(trickster, 'tricks.swap', one, [7])).toThrow('goes[0] must be a Coin, not 7');
    // Neither of the calls has come about, and the object is its owner's.
    expect(invoke(trickster, 'tricks.swap', one, [other])).toBe(3);
    invoke(trickster, 'tricks.spend', one);
  });

  test('may end one more than once, and cannot use it then', async () => {
    const trickster = await instance();
    const coin = construct(trickster, 'tricks.Coin', 3);
    dispose(coin);
    dispose(coin);
    expect(() => invoke(coin, 'number')).toThrow(TypeError);
    expect(() => invoke(trickster, 'tricks.spend', coin)).toThrow(TypeError);
    expect(invoke(trickster, 'tricks.write')).toBe('');
  });

  test('cannot pass it off as one of another instance', async () => {
    const [mine, other] = [await instance(), await instance()];
    const coin = construct(other, 'tricks.Coin', 3);
    for (const wrong of [
      coin,
      { number: () => 3 },
      Object.create(Reflect.getPrototypeOf(coin as object)),
      null,
    ]) {
      expect(() => invoke(mine, 'tricks.spend', wrong)).toThrow(TypeError);
    }
    expect(invoke(coin, 'number')).toBe(3);
    invoke(other, 'tricks.spend', coin);
  });

  test('gives it nothing that is no thing of the host', async () => {
    const trickster = await instance();
    expect(() => invoke(trickster, 'tricks.lend', new Lamp())).toThrow(/^thing must be a Thing/);
    expect(invoke(trickster, 'tricks.write')).toBe('');
  });
});

describe('a caller whose call does not come about', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('taker')));
  const instance = (): Promise<unknown> =>
    instantiate(
      textOf('taker'),
      thingsWith(() => undefined),
    );

  type Given = Readonly<Record<'one' | 'other', unknown>> & { readonly thing: Thing };

  /** Wrong calls that give something away, and how many objects the right one gives. */
  const calls: readonly (readonly [
    name: string,
    wrong: (given: Given) => readonly unknown[],
    right: (given: Given) => readonly unknown[],
    count: number,
    message: string,
  ])[] = [
    [
      'give',
      ({ one, thing }) => [one, thing, 256],
      ({ one, thing }) => [one, thing, 255],
      2,
      'check must be',
    ],
    [
      'give',
      ({ one }) => [one, 7, 1],
      ({ one, thing }) => [one, thing, 1],
      2,
      'thing must be a Thing, not 7',
    ],
    [
      'giveAll',
      ({ one, other, thing }) => [
        [one, other],
        [thing, null],
      ],
      ({ one, other, thing }) => [[one, other], [thing]],
      3,
      'things[1] must be a Thing, not null',
    ],
    [
      'giveAll',
      ({ one, other, thing }) => [[other, one, one], [thing]],
      ({ one, other }) => [[one, other], []],
      2,
      'coins[2] must be a Coin, not one that was given away or disposed of',
    ],
    [
      'giveNested',
      ({ one, thing }) => [[{ coin: one, thing, label: 1 }], { tag: 'nothing' }, undefined],
      ({ one, other, thing }) => [[{ coin: one, thing, label: '' }], { tag: 'coin', val: other }, undefined],
      3,
      'purses[0].label must be a string, not 1',
    ],
    [
      'giveNested',
      ({ one, other, thing }) => [[{ coin: one, thing, label: 'x' }], { tag: 'coin', val: other }, 'last'],
      ({ one, other, thing }) => [[], { tag: 'thing', val: thing }, other ?? one],
      2,
      'last must be a Coin, not a string',
    ],
    [
      'giveNested',
      ({ thing }) => [[], { tag: 'thing', val: thing }, {}],
      ({ one, thing }) => [[], { tag: 'thing', val: thing }, one],
      2,
      'last must be a Coin, not an object',
    ],
    ['giveLast', () => [1, {}], ({ one }) => [1, one], 1, 'gift must be a Coin, not an object'],
    [
      'lendToo',
      ({ one }) => [one, one],
      // What is lent takes no handle: the component has it.
      ({ one, other }) => [one, other],
      1,
      'stays must be a Coin, not one that was given away or disposed of',
    ],
  ];

  test.each(calls)('%s has what it gave to %#', async (name, wrong, right, count, message) => {
    const taker = await instance();
    const next = (): unknown => invoke(taker, 'gifts.next');
    const [one, other] = [3, 4].map((number) => construct(taker, 'gifts.Coin', number));
    const given: Given = { one, other, thing: new Thing(1) };
    const before = next();
    for (let again = 0; again < 3; again++) {
      expect(() => invoke(taker, `gifts.${name}`, ...wrong(given))).toThrow(message);
      expect([invoke(one, 'number'), invoke(other, 'number'), next()]).toEqual([3, 4, before]);
    }
    invoke(taker, `gifts.${name}`, ...right(given));
    expect(next()).toBe(Number(before) + count);
    expect(() => invoke(taker, `gifts.${name}`, ...right(given))).toThrow('not one that was given away');
    expect(next()).toBe(Number(before) + count);
  });

  test('cannot end what it is giving, and can afterwards', async () => {
    const taker = await instance();
    const coin = construct(taker, 'gifts.Coin', 3);
    const thing = new Proxy(new Thing(1), {
      getPrototypeOf: () => {
        dispose(coin);
        return null;
      },
    });
    expect(() => invoke(taker, 'gifts.give', coin, thing, 1)).toThrow('thing must be a Thing');
    expect(invoke(coin, 'number')).toBe(3);
    dispose(coin);
    expect(() => invoke(coin, 'number')).toThrow('not one that was given away');
  });
});

describe('a component that calls out before it is there', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('trickster')));

  /** With a start function, which a module has behind its functions. */
  const starting = (body: string): string =>
    textOf('trickster').replace(/\)\s*$/, `(func $start (local $coin i32) ${body}) (start $start))`);
  let called = 0;
  const imports = thingsWith(() => {
    called++;
  });

  test('is answered where nothing is in memory', async () => {
    called = 0;
    const handles = `(local.set $coin ${newThing}) (call $look (local.get $coin)) (call $drop-thing (local.get $coin))`;
    const own = '(drop (call $coin (call $new-coin (i32.const 5))))';
    const trickster = await instantiate(starting(`(call $call) ${handles} ${own}`), imports);
    expect(called).toBe(1);
    invoke(trickster, 'tricks.run');
    expect(invoke(trickster, 'tricks.write')).toBe('');
  });

  test('is trapped where something of its own ends', async () => {
    const dropped = '(call $drop-coin (call $new-coin (i32.const 5)))';
    await expect(instantiate(starting(dropped), imports)).rejects.toMatchObject({
      name: 'Trap',
      message: 'the start function drops a coin before its destructor is known',
    });
  });

  test('ends something of its own when it is initialized', async () => {
    const told = tricked({ 'end-coin': '(if (i32.eq (local.get $coin) (i32.const 5)) (then (call $call)))' });
    const dropped = '(func (export "_initialize") (call $drop-coin (call $new-coin (i32.const 5))))';
    called = 0;
    await instantiate(told.replace(/\)\s*$/, `${dropped})`), imports);
    expect(called).toBe(1);
  });

  test('is trapped where an answer would be', async () => {
    await expect(instantiate(starting('(call $name (i32.const 64))'), imports)).rejects.toThrow(
      'the start function calls out before the memory is known',
    );
  });
});

test('what a host throws where no error is expected ends the component, and comes out', async () => {
  const instantiate = await glueOf('trickster');
  const thrown = new Error('out of order');
  const call = (): never => {
    throw thrown;
  };
  const trickster = await instantiate(tricked({ run: '(call $call)' }), thingsWith(call));
  expect(() => invoke(trickster, 'tricks.run')).toThrow(thrown);
  expect(() => invoke(trickster, 'tricks.write')).toThrow('the instance has trapped before');
});

describe('a caller with wrong values', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('listener')));

  const point = { tag: 'point' };
  test.each<readonly [kind: string, value: unknown, message: string]>([
    ['bool', 1, 'value must be a boolean, not 1'],
    ['small', 128, 'value must be an integer from -128 to 127, not 128'],
    ['small', 0.5, 'value must be an integer from -128 to 127, not 0.5'],
    ['small', NaN, 'value must be an integer from -128 to 127, not NaN'],
    ['small', '1', 'value must be an integer from -128 to 127, not a string'],
    ['small', 1n, 'value must be an integer from -128 to 127, not 1n'],
    ['small', undefined, 'value must be an integer from -128 to 127, not undefined'],
    ['letter', 'ab', 'value must be a string of one character, not a string'],
    ['letter', '', 'value must be a string of one character, not a string'],
    ['letter', '\ud800', 'value must be a string of one character, not a string'],
    ['colour', 'purple', "value must be one of 'red', 'green', 'blue', not a string"],
    ['colour', 0, "value must be one of 'red', 'green', 'blue', not 0"],
    ['access', 5, 'value must be an object, not 5'],
    ['access', null, 'value must be an object, not null'],
    ['access', { read: 1 }, 'value.read must be a boolean, not 1'],
    ['shape', 'point', 'value must be an object, not a string'],
    [
      'shape',
      { tag: 'square' },
      "value.tag must be one of 'point', 'circle', 'name', 'letter', not a string",
    ],
    ['shape', { tag: 'circle', val: -1 }, 'value.val must be an integer from 0 to 4294967295, not -1'],
    ['shape', { tag: 'name' }, 'value.val must be a string, not undefined'],
    ['option', '1', 'value must be an integer from 0 to 4294967295, not a string'],
    ['result', { tag: 'fine', val: 1 }, "value.tag must be one of 'ok', 'err', not a string"],
    ['result', { tag: 'err', val: 'ab' }, 'value.val must be a string of one character, not a string'],
    ['text', 5, 'value must be a string, not 5'],
    ['numbers', [1, '2'], 'value[1] must be an integer from 0 to 4294967295, not a string'],
    ['numbers', new Uint8Array(8), 'value must be a Uint32Array or an array, not an object'],
    ['numbers', new DataView(new ArrayBuffer(8)), 'value must be a Uint32Array or an array, not an object'],
    ['bools', [true, 1], 'value[1] must be a boolean, not 1'],
    ['bools', 'no', 'value must be an array, not a string'],
    ['letters', ['a', 'bc'], 'value[1] must be a string of one character, not a string'],
    ['colours', ['red', 'no'], "value[1] must be one of 'red', 'green', 'blue', not a string"],
    ['texts', ['a', 5], 'value[1] must be a string, not 5'],
    // An array with a hole.
    ['texts', Object.assign([], { length: 1 }), 'value[0] must be a string, not undefined'],
    [
      'entries',
      [
        { key: 1, value: point },
        { key: 256, value: point },
      ],
      'value[1].key must be an integer from 0 to 255, not 256',
    ],
    ['entries', [{ key: 1 }], 'value[0].value must be an object, not undefined'],
    ['entries', [{ key: 1, value: { tag: 'name', val: 2 } }], 'value[0].value.val must be a string, not 2'],
  ])('%s: %p', async (kind, value, message) => {
    const listener = await instantiate(textOf('listener'), importsWith({}));
    const call = (): unknown => invoke(listener, `given.${named('see', kind)}`, value);
    expect(call).toThrow(new TypeError(message));
    // Nobody has heard of it, and nothing has happened.
    expect(invoke(listener, 'given.seeBool', true)).toBe(1);
  });

  // What has no elements is as long as others.
  const long = (length: number): unknown => Object.assign([], { length });
  test.each<readonly [kind: string, make: () => unknown, place: string]>([
    ['text', () => 'a'.repeat(2 ** 28), 'value'],
    ['numbers', () => new Uint32Array(2 ** 26), 'value'],
    ['numbers', () => long(2 ** 26), 'value'],
    ['bools', () => long(2 ** 28), 'value'],
    ['texts', () => ['a', 'a'.repeat(2 ** 28)], 'value[1]'],
    ['entries', () => long(2 ** 26), 'value'],
    ['entries', () => [{ key: 1, value: { tag: 'name', val: 'a'.repeat(2 ** 28) } }], 'value[0].value.val'],
  ])('too long, which is no trap: %s', async (kind, make, place) => {
    const listener = await instantiate(textOf('listener'), importsWith({}));
    const call = (): unknown => invoke(listener, `given.${named('see', kind)}`, make());
    expect(call).toThrow(new TypeError(`${place} must be at most 268435455 bytes long, not longer`));
    expect(invoke(listener, 'given.seeBool', true)).toBe(1);
  });
});

describe('a host with wrong answers', () => {
  let instantiate: Instantiate;
  beforeAll(async () => (instantiate = await glueOf('teller')));

  test.each<readonly [answer: unknown, message: RegExp]>([
    ['7', /must be an integer from 0 to 4294967295, not a string/],
    [undefined, /must be an integer from 0 to 4294967295, not undefined/],
    [-1, /must be an integer from 0 to 4294967295, not -1/],
    [
      Promise.resolve(1),
      /must be an integer from 0 to 4294967295, not a Promise: functions are synchronous$/,
    ],
  ])('%p ends the component', async (answer, message) => {
    const given = { seeBool: () => answer };
    const teller = await instantiate(textOf('teller'), importsWith(given));
    expect(() => invoke(teller, 'tellBool')).toThrow(message);
    expect(() => invoke(teller, 'tellBool')).toThrow('the instance has trapped before');
  });
});
