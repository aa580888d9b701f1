/** Calls the plug-in and is called by it: `node program.mjs GLUE MODULE WHAT`. The module has a memory of its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

const [, , glue, module, what] = process.argv;
const { instantiate, ComponentError } = await import(glue);
const { SharedModules } = await import(join(dirname(glue), 'wit_runtime/shared-modules.js'));

const heard = [];
let ears = 0;

class Ear {
  #name;
  constructor(name) {
    this.#name = name;
    ears++;
  }
  hear(text) {
    heard.push(`${this.#name}: ${text}`);
    return 2n ** 60n;
  }
  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    ears--;
  }
}

/** Fails in the way that is asked for. */
function fail(how) {
  switch (how) {
    case 'text':
      throw 'said';
    case 'payload':
      throw Object.assign(new Error('with a payload'), { payload: 'paid' });
    case 'error':
      throw new Error('nobody knows this');
    case 'wrong type':
      return 'no number';
    default:
      return 7;
  }
}

/** Calls the plug-in again, whose memory grows meanwhile. */
function nest(depth, words) {
  if (depth === 0) return words;
  assert.equal(plugin.fill(100_000 * depth)[300], 44);
  return [...plugin.nest(depth - 1, [...words, 'ä'.repeat(20_000)]), String(depth)];
}

/** Is answered where memory is by then. */
function measure(words) {
  const { length } = plugin.fill(200_000);
  return [words.length, length];
}

// What a C library writes by before it aborts: every function says that there is no such file.
const wasi_snapshot_preview1 = new Proxy({}, { get: () => () => 8 });
const others = new SharedModules(undefined, { wasi_snapshot_preview1 });
const imports = { 'test:calls/host': { risky: fail, plain: fail, Ear, nest, measure } };
const plugin = instantiate(new WebAssembly.Module(readFileSync(module)), imports, others);

/** What makes an end of everything is told at once, and by every later call. */
function ends(call, message) {
  assert.throws(call, message);
  assert.throws(
    () => plugin.ask('well'),
    (error) => error.name === 'Trap' && message.test(error.cause.message),
  );
}

const doings = {
  errors() {
    assert.equal(plugin.ask('well'), 7);
    for (const [how, payload] of [
      ['text', 'said'],
      ['payload', 'paid'],
    ]) {
      assert.throws(
        () => plugin.ask(how),
        (error) => error instanceof ComponentError && error.payload === payload,
      );
    }
    assert.throws(() => plugin.ask(1), /^TypeError: how must be a string/);
    assert.throws(() => plugin.nest(1, ['x', 2]), /^TypeError: words\[1\] must be a string/);
    assert.equal(plugin.askPlain('well'), 7);
  },
  nesting() {
    const before = others.memory.bytes.length;
    const answer = plugin.nest(9, ['first']);
    assert.deepEqual(
      answer.map((word) => word.length),
      [5, ...Array(9).fill(20_000), ...Array(9).fill(1)],
    );
    assert(others.memory.bytes.length > before, 'memory has not grown');
  },
  growing() {
    const before = others.memory.bytes.length;
    assert.deepEqual(plugin.measure(['one', 'two']), [2, 200_000]);
    assert(others.memory.bytes.length > before, 'memory has not grown');
  },
  resources() {
    assert.equal(plugin.whisper('left', 'psst'), 2n ** 61n);
    assert.deepEqual(heard, ['left: psst', 'left: psst']);
    assert.equal(ears, 0);
  },
  'a second attempt'() {
    const empty = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    const again = new SharedModules(undefined, { wasi_snapshot_preview1 });
    assert.throws(() => instantiate(empty, imports, again), /^LinkError: the module exports no function `/);
    const found = instantiate(new WebAssembly.Module(readFileSync(module)), imports, again);
    assert.equal(found.ask('well'), 7);
  },
  'objects given to no call'() {
    const [left, right] = ['left', 'right'].map((name) => new Ear(name));
    for (let again = 0; again < 3; again++) {
      assert.throws(
        () => plugin.tell([left, {}], 'psst'),
        /^TypeError: ears\[1\] must be a Ear, not an object/,
      );
      assert.throws(() => plugin.tell([left, right], 7), /^TypeError: text must be a string, not 7/);
    }
    assert.equal(plugin.tell([right, left], 'psst'), 2);
    assert.deepEqual([heard, ears], [['right: psst', 'left: psst'], 0]);
  },
  'missing imports'() {
    const host = { ...imports['test:calls/host'], measure: 'no' };
    const message = "imports['test:calls/host'].measure must be a function, not a string";
    assert.throws(() => instantiate({}, { 'test:calls/host': host }, others), { name: 'TypeError', message });
    assert.throws(
      () => instantiate({}, {}, others),
      /^TypeError: imports\['test:calls\/host'\] must be an object/,
    );
  },
  error: () => ends(() => plugin.askPlain('error'), /nobody knows this/),
  'wrong type': () => ends(() => plugin.askPlain('wrong type'), /plain\(\) must be an integer/),
  // An allocation that is not to be had ends the plug-in.
  trap: () => ends(() => plugin.fill(2 ** 32 - 1), /unreachable|unaligned|out of bounds/),
};

doings[what]();
process.stdout.write('done\n');
