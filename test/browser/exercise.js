/** What a page does with the component of `app.wit`, and what it sees: values that can be posted. */

/** What is thrown. */
function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Calls that answer, and what the page has been asked. */
function calls({ api }, ComponentError, lines) {
  const points = [
    { x: 1, y: 1 },
    { x: -3, y: 4, label: 'far' },
    { x: 0, y: 0.5, label: undefined },
  ];
  const digits = '0123456789'.repeat(10_000);
  const errors = [];
  for (const text of ['x', 'an error with a payload']) {
    try {
      api.ask(text);
    } catch (error) {
      errors.push([error instanceof ComponentError, error.payload]);
    }
  }
  return {
    farthest: api.farthest(points),
    nearest: api.farthest([]) === undefined,
    short: api.twice('grün 🦀 \uFEFF'),
    surrogate: api.twice('\uD800'),
    long: api.twice(digits) === digits + digits,
    ask: api.ask('18446744073709551615') === 2n ** 64n - 1n,
    errors,
    told: api.tell('log', ['one', 'zwölf']),
    lines,
    grown: api.numbers(1_000_000)[999_999],
  };
}

/** Values that are none of their types: nothing happens. */
function mistakes({ api }) {
  return [
    () => api.farthest([{ x: 1, y: 2 }, { x: '3' }]),
    () => api.farthest(7),
    () => api.numbers(-1),
    () => api.twice(Symbol('text')),
    () => new api.Counter(1),
  ].map((call) => String(thrownBy(call)));
}

/** Objects of the component's, one of them ended by its block. */
function objects({ api }) {
  const seen = [];
  let ended;
  {
    using counter = new api.Counter(2n ** 40n);
    seen.push(String(counter.next()), api.alive());
    ended = counter;
  }
  const { name } = thrownBy(() => ended.next());
  return [...seen, api.alive(), name];
}

/** A trap, and every call from then on. */
function trap({ api }) {
  const first = thrownBy(() => api.crash());
  const again = thrownBy(() => api.twice('x'));
  return { first: first.name, again: String(again), because: again.cause === first };
}

/** Makes an instance by a function that takes what it imports, and uses it until it traps. */
export function exercise(instantiate, ComponentError) {
  const lines = [];
  class Sink {
    #name;
    #count = 0;
    constructor(name) {
      this.#name = name;
    }
    write(line) {
      lines.push(`${this.#name}: ${line}`);
      return ++this.#count;
    }
    [Symbol.dispose]() {
      lines.push(`${this.#name} is closed`);
    }
  }
  function parse(text) {
    if (/^\d+$/.test(text)) return BigInt(text);
    if (text === 'x') throw 'no number';
    throw Object.assign(new Error(text), { payload: 'paid' });
  }
  const app = instantiate({ 'test:browser/host': { Sink, parse } });
  return {
    calls: calls(app, ComponentError, lines),
    mistakes: mistakes(app),
    objects: objects(app),
    trap: trap(app),
  };
}
