/** When objects are registered to be ended once they are forgotten: a registry that says so, in place of the engine's. */
import fc from 'fast-check';

interface Registered {
  readonly object: object;
  readonly end: () => void;
}

let registered: Registered[] = [];
let forget: (end: () => void) => void = () => undefined;

class Registry {
  constructor(end: (held: () => void) => void) {
    forget = end;
  }
  register(object: object, end: () => void, token: object): void {
    expect(token).toBe(object);
    registered.push({ object, end });
  }
  unregister(token: object): boolean {
    const before = registered.length;
    registered = registered.filter(({ object }) => object !== token);
    return registered.length < before;
  }
}

const own = globalThis.FinalizationRegistry;
globalThis.FinalizationRegistry = Registry as unknown as typeof FinalizationRegistry;
const runtime = await import('../../../../templates/ts/runtime/finalizers.js');
const { unwatch, watch } = runtime;
globalThis.FinalizationRegistry = own;

/** An object with a number, until that is gone. */
class Thing {
  constructor(
    public number: number | undefined,
    private readonly ended: number[] = [],
  ) {
    watch(this);
  }

  [runtime.ending](): (() => void) | undefined {
    const { number, ended } = this;
    return number === undefined ? undefined : () => void ended.push(number);
  }

  leave(): void {
    this.number = undefined;
    unwatch(this);
  }

  comeBack(number: number): void {
    this.number = number;
    watch(this);
  }
}

const numbers = (): readonly unknown[] => registered.map(({ object }) => (object as Thing).number);

beforeEach(() => {
  registered = [];
});

test('what is there when the program comes to rest is registered', async () => {
  const things = [1, 2, 3].map((number) => new Thing(number));
  things[1]?.leave();
  expect(numbers()).toEqual([]);
  await Promise.resolve();
  expect(numbers()).toEqual([1, 3]);
  things[0]?.leave();
  expect(numbers()).toEqual([3]);
});

test('what is forgotten ends, and nobody hears of what goes wrong', async () => {
  const ended: number[] = [];
  new Thing(7, ended);
  await Promise.resolve();
  for (const { end } of registered) forget(end);
  expect(ended).toEqual([7]);
  expect(() => {
    forget(() => {
      throw new Error('broken');
    });
  }).not.toThrow();
});

test('a program that does not come to rest keeps few, and has one thing to do then', async () => {
  const resolve = Promise.resolve.bind(Promise);
  let times = 0;
  Promise.resolve = <T>(value?: T) => {
    times++;
    return resolve(value) as Promise<Awaited<T>>;
  };
  const things = Array.from({ length: 1000 }, (_, number) => new Thing(number));
  Promise.resolve = resolve;
  expect(times).toBe(1);
  expect(registered.length).toBeGreaterThan(1000 - 65);
  await Promise.resolve();
  expect(numbers()).toEqual(things.map(({ number }) => number));
});

test('what has no end by itself is left alone', async () => {
  watch({});
  unwatch({});
  await Promise.resolve();
  expect(registered).toEqual([]);
});

test('however objects come and go, those that are there are registered, and once', async () => {
  const steps = fc.array(fc.tuple(fc.nat(9), fc.constantFrom('leave', 'come back', 'rest')), {
    maxLength: 50,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      registered = [];
      const things = Array.from({ length: 10 }, (_, number) => new Thing(number));
      for (const [number, step] of all) {
        const thing = things[number];
        if (step === 'rest') await Promise.resolve();
        else if (step === 'leave') thing?.leave();
        else if (thing?.number === undefined) thing?.comeBack(number);
      }
      await Promise.resolve();
      const there = things.map(({ number }) => number).filter((number) => number !== undefined);
      expect([...numbers()].sort()).toEqual(there);
      for (const thing of things) thing.leave();
      expect(registered).toEqual([]);
    }),
  );
});
