// Wrong values of every kind, exceptions, threads, and what is left behind: run as `node hostile.mjs MODULE ADDON [CASE]`.
// With a case it does what ends the process.
import assert from 'node:assert/strict';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const [module, addon, fatal] = workerData ?? process.argv.slice(2);
const { ComponentError, load } = await import(pathToFileURL(module));

const logs = [];
class Log {
  constructor(name) {
    this.name = name;
    this.lines = [];
    this.isDisposed = false;
    logs.push(this);
  }
  write(text) {
    this.lines.push(text);
    return this.lines.length;
  }
  [Symbol.dispose]() {
    this.isDisposed = true;
  }
}

/** What the host does when it is asked to. */
let meanwhile = () => 0;
let relayed = (list) => list;
const host = {
  Log,
  attempt: (how) => meanwhile(how),
  answer: (how) => meanwhile(how),
  samples: (list) => relayed(list),
  entries: (list) => relayed(list),
};
const imports = { 'test:napi/host': host };

if (!isMainThread) {
  assert.throws(() => load(addon, imports), /the component is in use by another thread/);
  process.exit(0);
}

const { api } = load(addon, imports);
const { Counter } = api;

function sample(id) {
  return {
    ...{ id, value: id / 8, letter: id % 2 ? '💧' : 'ß', grade: id % 2 ? 'high' : 'low' },
    ...{ marks: { torn: id % 3 === 0, veryRare: id % 2 === 0 }, weight: id % 5 ? -id % 1000 : undefined },
  };
}
/** Texts of every kind in every case. */
function entry(id) {
  const text = ['', 'sixteen letters.', 'Zoë 💧 ', 'x'.repeat(id % 100)][id % 4] + String(id);
  const notes = [
    { tag: 'nothing' },
    { tag: 'plain', val: `plain ${text}` },
    { tag: 'pair', val: [`pair ${text}`, id % 256] },
    { tag: 'spoken', val: { tag: 'ok', val: `spoken ${text}` } },
    { tag: 'spoken', val: { tag: 'err', val: 'low' } },
  ];
  return { first: text, note: notes[id % 5], last: id % 3 ? text : undefined };
}

const endings = {
  'an error of JavaScript': () => {
    meanwhile = () => {
      throw new RangeError('not today');
    };
    api.answer(0);
  },
  'an error without a payload': () => {
    meanwhile = () => {
      throw new RangeError('not today');
    };
    api.attempt(0);
  },
  'an async function': () => {
    meanwhile = async () => 0;
    api.answer(0);
  },
  'a wrong result': () => {
    meanwhile = () => 'seven';
    api.answer(0);
  },
  'a wrong element': () => {
    relayed = (list) => list.with?.(1, { ...list[1], first: 7 }) ?? [list[0], { ...list[1], first: 7 }];
    api.entries([entry(0), entry(1)]);
  },
  'another thread': () => api.fromThread(),
};
if (fatal !== undefined) {
  endings[fatal]();
  process.exit(0);
}

/** The message of the TypeError that a call throws. */
function complaint(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof TypeError, String(error));
    return error.message;
  }
  throw new Error('nothing was thrown');
}

// ---- numbers ----
const zeros = [0, 0, 0, 0, 0, 0];
const types = [
  ['a', 0, 255],
  ['b', -128, 127],
  ['c', 0, 65535],
  ['d', -32768, 32767],
  ['e', 0, 4294967295],
  ['f', -2147483648, 2147483647],
];
types.forEach(([name, least, most], position) => {
  const call = (value) =>
    api.small(
      ...(zeros.with?.(position, value) ?? zeros.map((zero, at) => (at === position ? value : zero))),
    );
  for (const value of [least, most, -0]) call(value);
  for (const value of [least - 1, most + 1, 0.5, NaN, Infinity, '1', 1n, null, undefined, true, {}]) {
    assert.match(
      complaint(() => call(value)),
      new RegExp(`^${name} must be an integer from ${least} to ${most}, not `),
    );
  }
});
assert.equal(
  complaint(() => api.small(256, 0, 0, 0, 0, 0)),
  'a must be an integer from 0 to 255, not 256',
);
const big = [0n, 0n, 0, true, 'x'];
const bigWith = (position, value) => () =>
  api.big(...big.map((each, at) => (at === position ? value : each)));
for (const [value, found] of [
  [-1n, '-1n'],
  [2n ** 64n, '18446744073709551616n'],
  [2n ** 127n - 1n, '170141183460469231731687303715884105727n'],
  [2n ** 127n, 'a huge bigint'],
  [-(2n ** 10000n), 'a huge bigint'],
  [1, '1'],
  ['1', 'a string'],
])
  assert.equal(complaint(bigWith(0, value)), `a must be a bigint from 0 to 2^64 - 1, not ${found}`);
for (const [value, found] of [
  [-(2n ** 63n) - 1n, '-9223372036854775809n'],
  [2n ** 63n, '9223372036854775808n'],
  [1, '1'],
])
  assert.equal(complaint(bigWith(1, value)), `b must be a bigint from -2^63 to 2^63 - 1, not ${found}`);
for (const value of ['1', 1n, undefined]) assert.match(complaint(bigWith(2, value)), /^c must be a number/);
for (const value of [1, 0, 'true', undefined])
  assert.match(complaint(bigWith(3, value)), /^d must be a boolean/);
for (const value of ['', 'ab', '\ud800', '\udc00', 1, '💧x'])
  assert.match(complaint(bigWith(4, value)), /^e must be a string of one character/);
for (const value of ['x', 'ä', '💧', '\ufeff']) assert.equal(bigWith(4, value)(), value);

// ---- enums, flags, variants, records ----
assert.equal(api.shade('dark-green', { veryRare: true }), 'dark-green');
assert.equal(api.shade('red', {}), 'red');
assert.equal(
  complaint(() => api.shade('darkGreen', {})),
  "c must be one of 'red', 'dark-green', not a string",
);
assert.match(
  complaint(() => api.shade('x'.repeat(1000), {})),
  /^c must be one of/,
);
assert.equal(
  complaint(() => api.shade('red', { veryRare: 1 })),
  'm.veryRare must be a boolean, not 1',
);
assert.equal(
  complaint(() => api.shade('red', null)),
  'm must be an object, not null',
);
assert.equal(api.count({ tag: 'nothing' }), 0);
assert.equal(api.count({ tag: 'dot', val: { x: 1 } }), 1);
assert.equal(
  api.count({
    tag: 'path',
    val: [
      { x: 1, label: 'a' },
      { x: 2, label: undefined },
      { x: 3, label: null },
    ],
  }),
  3,
);
assert.equal(
  complaint(() => api.count({ tag: 'path', val: [{ x: 1 }, { x: 256 }] })),
  's.val[1].x must be an integer from 0 to 255, not 256',
);
assert.equal(
  complaint(() => api.count({ tag: 'path', val: [{ x: 1 }, { x: 2, label: 5 }] })),
  's.val[1].label must be a string, not 5',
);
assert.equal(
  complaint(() => api.count({ tag: 'path', val: { length: 1 } })),
  's.val must be an array, not an object',
);
assert.equal(
  complaint(() => api.count({ tag: 'line' })),
  "s.tag must be one of 'nothing', 'dot', 'path', not a string",
);
assert.equal(
  complaint(() => api.count('nothing')),
  's must be an object, not a string',
);
assert.throws(
  () =>
    api.count({
      get tag() {
        throw new RangeError('mine');
      },
    }),
  RangeError,
);
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
assert.throws(() => api.count(proxy), TypeError);

// ---- lists ----
const some = [['', undefined], new Uint8Array(3)];
const pair = ['', { tag: 'some', val: 5 }];
assert.equal(api.sum([1, 2], pair, [1, 2, 3]), 14);
assert.equal(api.sum(new Uint32Array([1, 2]).subarray(1), ['', { tag: 'none' }], [0, 0, 0]), 1002);
assert.equal(api.sum([], ['', { tag: 'some', val: undefined }], [0, 0, 0]), 100);
for (const wrong of [
  new Uint8Array(8),
  new Float32Array(1),
  new DataView(new ArrayBuffer(4)),
  'abc',
  {},
  undefined,
]) {
  assert.match(
    complaint(() => api.sum(wrong, pair, [0, 0, 0])),
    /^numbers must be a Uint32Array or an array, not /,
  );
}
assert.equal(
  complaint(() => api.sum([0, -1], pair, [0, 0, 0])),
  'numbers[1] must be an integer from 0 to 4294967295, not -1',
);
assert.equal(
  complaint(() => api.sum([0, undefined, 1], pair, [0, 0, 0])),
  'numbers[1] must be an integer from 0 to 4294967295, not undefined',
);
assert.equal(
  complaint(() => api.sum([], ['', { tag: 'some', val: 256 }], [0, 0, 0])),
  'pair[1].val must be an integer from 0 to 255, not 256',
);
assert.equal(
  complaint(() => api.sum([], [''], [0, 0, 0])),
  'pair must be an array of 2 elements, not an array',
);
assert.equal(
  complaint(() => api.sum([], pair, [0, 0])),
  'three must be an array of 3 elements, not an array',
);
assert.equal(
  complaint(() => api.sum([], pair, some[1])),
  'three must be an array of 3 elements, not an object',
);
// An array that changes while it is read.
const shrinking = [0, 0, 0];
Object.defineProperty(shrinking, 0, { get: () => ((shrinking.length = 1), 7) });
assert.match(
  complaint(() => api.sum(shrinking, pair, [0, 0, 0])),
  /^numbers\[1\] must be an integer/,
);
const growing = [0, 1];
Object.defineProperty(growing, 0, { get: () => (growing.push(...new Array(1000).fill(9)), 1) });
assert.equal(api.sum(growing, pair, [0, 0, 0]), 7);

// ---- lists that cross as bytes ----
for (const count of [0, 1, 2, 1000, 10000]) {
  const samples = Array.from({ length: count }, (_, id) => sample(id));
  assert.deepEqual(api.samples(samples), samples);
  const entries = Array.from({ length: count }, (_, id) => entry(id));
  assert.deepEqual(api.entries(entries), entries);
}
for (const [id, value, message] of [
  [0, { ...sample(0), id: -1 }, 'samples[0].id must be an integer from 0 to 4294967295, not -1'],
  [1, { ...sample(1), letter: 'ab' }, 'samples[1].letter must be a string of one character, not a string'],
  [4000, { ...sample(0), grade: 'x' }, "samples[4000].grade must be one of 'low', 'high', not a string"],
  [4999, { ...sample(0), marks: { torn: 1 } }, 'samples[4999].marks.torn must be a boolean, not 1'],
  [3, null, 'samples[3] must be an object, not null'],
]) {
  const samples = Array.from({ length: 5000 }, (_, each) => (each === id ? value : sample(each)));
  assert.equal(
    complaint(() => api.samples(samples)),
    message,
  );
}
for (const [note, message] of [
  [{ tag: 'plain', val: 1 }, 'entries[1].note.val must be a string, not 1'],
  [{ tag: 'pair', val: ['', 256] }, 'entries[1].note.val[1] must be an integer from 0 to 255, not 256'],
  [{ tag: 'spoken', val: { tag: 'ok' } }, 'entries[1].note.val.val must be a string, not undefined'],
  [{ tag: 'other' }, "entries[1].note.tag must be one of 'nothing', 'plain', 'pair', 'spoken', not a string"],
]) {
  assert.equal(
    complaint(() => api.entries([entry(0), { ...entry(1), note }])),
    message,
  );
}
// A string that lone halves of a pair begin and end with does not become a part of the next one.
const halves = [entry(0), entry(0)].map((each, index) => ({ ...each, first: ['a\ud83d', '\udca7b'][index] }));
assert.deepEqual(
  api.entries(halves).map(({ first }) => first),
  ['a\ufffd', '\ufffdb'],
);
// A program that is called while its list is packed may call the component again, until there is no room.
function nested(depth, of) {
  const list = Array.from({ length: 700 }, (_, id) => of(id));
  Object.defineProperty(list, 350, {
    get() {
      if (depth > 0) nested(depth - 1, of);
      else assert.throws(() => api.entries([{ ...entry(0), first: 1 }]), TypeError);
      return of(350);
    },
  });
  const expected = Array.from({ length: 700 }, (_, id) => of(id));
  assert.deepEqual(of === sample ? api.samples(list) : api.entries(list), expected);
}
nested(6, sample);
nested(6, entry);
relayed = (list) => {
  relayed = (same) => same;
  assert.deepEqual(api.entries([entry(7)]), [entry(7)]);
  return list;
};
assert.deepEqual(api.entries([entry(3), entry(4)]), [entry(3), entry(4)]);
// What cannot be had is an error, and none that is wrong for lack of memory.
const endless = new Array(2 ** 32 - 1);
// The allocator of sanitizers ends the process instead of answering that there is none.
const hasAllocator = process.env.ASAN_OPTIONS === undefined;
const tooLong = [
  [() => api.samples(endless), 'samples'],
  [() => api.entries(endless), 'entries'],
  [() => api.sum(endless, pair, [0, 0, 0]), 'numbers'],
];
for (const [call, name] of hasAllocator ? tooLong : []) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof RangeError || error instanceof TypeError, String(error));
    assert.match(
      error.message,
      new RegExp(`^${name}(?:\\[0\\] must be | is too long: there is no memory for )`),
    );
    return true;
  });
}
assert.throws(() => api.lieInText(), {
  code: 'WIT_TRAP',
  message: 'test:napi/api: lie-in-text: a string is not UTF-8',
});

// ---- maps ----
assert.equal(
  api.table(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  ),
  2,
);
assert.equal(
  complaint(() => api.table({})),
  'entries must be a Map, not an object',
);
assert.equal(
  complaint(() => api.table(Object.create(Map.prototype))),
  'entries must be a Map, not an object',
);
assert.equal(
  complaint(() =>
    api.table(
      new Map([
        ['a', 1],
        ['b', 256],
      ]),
    ),
  ),
  'entries[1][1] must be an integer from 0 to 255, not 256',
);
assert.equal(
  complaint(() => api.table(new Map([[1, 1]]))),
  'entries[0][0] must be a string, not 1',
);

// ---- resources of the component ----
const before = api.alive();
const counter = new Counter(5);
assert.equal(counter.next(), 6);
assert.ok(counter instanceof Counter);
assert.equal(api.peek(counter), 6);
assert.equal(api.alive(), before + 1);
assert.equal(
  complaint(() => api.peek({})),
  'c must be an object of Counter, not an object',
);
assert.equal(
  complaint(() => api.peek(undefined)),
  'c must be an object of Counter, not undefined',
);
assert.match(
  complaint(() => Counter.prototype.next.call({})),
  /^this must be an object of Counter/,
);
assert.match(
  complaint(() => Counter.sum(counter, counter)),
  /^b is given away twice$/,
);
assert.match(
  complaint(() => api.takeAll([counter, {}])),
  /^counters\[1\] must be an object of Counter/,
);
// A call that does not happen takes nothing.
assert.equal(counter.next(), 7);
// What JavaScript does to the object makes a handle of nothing else.
const [key] = Object.getOwnPropertySymbols(counter);
for (const forged of [-1, 0.5, NaN, 2 ** 40, 2 ** 60, 1e9, '0', {}]) {
  assert.match(
    complaint(() => api.peek(Object.assign(Object.create(Counter.prototype), { [key]: forged }))),
    /^c /,
  );
}
// While it is lent, nobody takes it.
meanwhile = () => {
  assert.match(
    complaint(() => api.takeAll([counter])),
    /lent to a call that goes on/,
  );
  assert.match(
    complaint(() => counter[Symbol.dispose]()),
    /in use by a call/,
  );
  return api.peek(counter);
};
assert.equal(counter.nextAfter(0), 7 + 8);
counter[Symbol.dispose]();
counter[Symbol.dispose]();
assert.match(
  complaint(() => counter.next()),
  /^this was disposed of or given away before$/,
);
assert.match(
  complaint(() => api.peek(counter)),
  /^c was disposed of or given away before$/,
);
assert.equal(Counter.sum(new Counter(1), new Counter(2)), 3);
assert.equal(api.takeAll([new Counter(1), new Counter(2), new Counter(3)]), 3);
assert.equal(api.alive(), before);

// ---- results and exceptions ----
meanwhile = (how) => how;
assert.equal(api.attempt(3), 3);
assert.equal(api.answer(3), 3);
const thrown = (value) => {
  meanwhile = () => {
    throw value;
  };
  try {
    api.attempt(0);
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
for (const value of [
  'plain',
  { payload: 'inside' },
  Object.assign(new Error('outside'), { payload: 'inside' }),
  new ComponentError('inside'),
]) {
  const error = thrown(value);
  assert.ok(error instanceof ComponentError);
  assert.equal(error.payload, value.payload ?? value);
}
assert.throws(() => api.notText(), {
  code: 'WIT_TRAP',
  message: 'test:napi/api: not-text: a string is not UTF-8',
});

// ---- resources of JavaScript's ----
meanwhile = () => 0;
const log = new Log('mine');
assert.equal(api.write(log, 'héllo 💧'), log);
assert.deepEqual(log.lines, ['héllo 💧']);
assert.equal(log.isDisposed, false);
api.dropLog(log);
assert.equal(log.isDisposed, true);
assert.equal(
  complaint(() => api.dropLog({ write: () => 1 })),
  'l must be an object of the class that was imported, not an object',
);
// What a component keeps to the end is nobody's then.
api.keepLog(new Log('kept'));

// ---- imports ----
assert.equal(
  complaint(() => load(addon, {})),
  "imports['test:napi/host'] must be an object, not undefined",
);
assert.equal(
  complaint(() => load(addon, { 'test:napi/host': { ...host, answer: 1 } })),
  "imports['test:napi/host'].answer must be a function, not 1",
);
// Instances have imports of their own.
const other = load(addon, { 'test:napi/host': { ...host, answer: () => 99 } });
assert.equal(other.api.answer(0), 99);
assert.equal(api.answer(0), 0);

// ---- another thread ----
const worker = new Worker(new URL(import.meta.url), { workerData: [module, addon] });
await new Promise((resolve, reject) => {
  worker.on('error', reject);
  worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the worker answered ${code}`))));
});
