/** What the host gives is there before anything runs, however it is given; and all that is missing is said at once. */
import { checkImports } from '../../../../templates/ts/runtime/imports.js';

const names = {
  'demo:shop/log@1.0.0': { write: {}, Sink: { open: {} } },
  now: { default: {} },
};

class Sink {
  static open(): Sink {
    return new Sink();
  }
  close(): void {
    expect(this).toBeInstanceOf(Sink);
  }
}
const log = { write: () => undefined, Sink };
const now = { default: () => 1n };
const whole = { 'demo:shop/log@1.0.0': log, now };

const complaint = (imports: object): string[] => {
  try {
    checkImports(imports as typeof whole, names);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message.split('\n');
  }
};

/** The same functions, called on what has them. */
class Log extends class {
  write(): void {
    expect(this).toBeInstanceOf(Log);
  }
} {
  readonly Sink = class Loud extends Sink {};
}

test.each<[string, object]>([
  ['an object', log],
  ['an object without a prototype', Object.assign(Object.create(null) as object, log)],
  ['an object of a class, which inherits', new Log()],
  ['a proxy', new Proxy(log, {})],
  [
    'getters',
    {
      get write() {
        return log.write;
      },
      get Sink() {
        return Sink;
      },
    },
  ],
])('%s has functions', (_, given) => {
  expect(complaint({ ...whole, 'demo:shop/log@1.0.0': given })).toEqual([]);
});

test('all that is missing has a line of its own', () => {
  expect(complaint({})).toEqual([
    "imports['demo:shop/log@1.0.0'] must be an object, not undefined",
    "imports['now'] must be an object, not undefined",
  ]);
  expect(complaint({ 'demo:shop/log@1.0.0': { write: 'text', Sink: () => undefined }, now: null })).toEqual([
    "imports['demo:shop/log@1.0.0'].write must be a function, not a string",
    "imports['demo:shop/log@1.0.0'].Sink.open must be a function, not undefined",
    "imports['now'] must be an object, not null",
  ]);
  expect(complaint({ 'demo:shop/log@1.0.0': { ...log, Sink: {} }, now: {} })).toEqual([
    "imports['demo:shop/log@1.0.0'].Sink must be a function, not an object",
    "imports['now'].default must be a function, not undefined",
  ]);
});

test('imports are an object', () => {
  for (const wrong of [undefined, null, 'imports', () => whole]) {
    expect(complaint(wrong as unknown as object)).toEqual([
      expect.stringMatching(/^imports must be an object, not /),
    ]);
  }
});

test('what every object has is not given', () => {
  const inherited: unknown = Reflect.get(Object.prototype, 'toString');
  const check = (given: object): void => {
    checkImports({ api: given }, { api: { toString: inherited as object, constructor: Object } });
  };
  const missing = "imports['api'].toString must be a function, not undefined";
  expect(() => {
    check({ constructor: () => 1 });
  }).toThrow(missing);
  check({ constructor: () => 1, toString: () => 'text' });
});

test('what a getter throws comes out', () => {
  const thrown = new Error('not yet');
  const given = {
    ...whole,
    get now(): typeof now {
      throw thrown;
    },
  };
  expect(() => {
    checkImports(given, names);
  }).toThrow(thrown);
});
