/** Loads the plug-in and does what it is told: `node program.mjs MODULE LIBRARY WHAT`. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Worker, isMainThread } from 'node:worker_threads';

const [, , module, library, what] = process.argv;
const { load, ComponentError } = await import(module);

let plugin;
const heard = [];
let ears = 0;
/** What happens while the component asks for a number. */
let meanwhile = () => undefined;
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

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
  [dispose]() {
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
    case 'wrong payload':
      throw { payload: 42 };
    case 'meanwhile':
      meanwhile();
      return 8;
    default:
      return 7;
  }
}

const imports = {
  'test:callbacks/host': {
    risky: fail,
    plain: fail,
    nest: (depth) => (depth === 0 ? 'bottom' : `${'<'.repeat(depth * 1000)}${plugin.nest(depth - 1)}`),
    Ear,
  },
};

if (isMainThread || what === 'in a worker') plugin = load(library, imports);

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
    assert.throws(() => plugin.ask(42), { name: 'TypeError', message: 'how must be a string, not 42' });
    assert.equal(plugin.askPlain('well'), 7);
  },
  nesting() {
    const text = plugin.nest(20);
    assert.equal(text.length, 210_000 + 'bottom'.length);
    assert.ok(text.endsWith('<bottom'));
  },
  resources() {
    assert.equal(plugin.whisper('left', 'psst'), 2n ** 61n);
    assert.deepEqual(heard, ['left: psst', 'left: psst']);
    assert.equal(ears, 0);
  },
  'objects that a call is using'() {
    const { Voice, outlive } = plugin.voices;
    const [soprano, alto] = [new Voice('soprano'), new Voice('alto')];
    const inUse = { name: 'TypeError', message: /voice is in use by a call/ };
    const kept = { name: 'TypeError', message: /^ends must be a Voice, not one that a call is using/ };
    meanwhile = () => {
      assert.throws(() => soprano[dispose](), inUse);
      assert.throws(() => outlive(alto, soprano), kept);
    };
    assert.equal(soprano.speak('meanwhile'), 'soprano');
    assert.throws(() => outlive(alto, alto), kept);
    // A call that does not come about lends nothing.
    assert.throws(() => soprano.speak(7), { message: 'how must be a string, not 7' });
    assert.equal(outlive(alto, soprano), 'alto');
    alto[dispose]();
    alto[dispose]();
    assert.throws(() => alto.speak('well'), { name: 'TypeError', message: /not one that was given away/ });
  },
  'objects given to no call'() {
    const { Voice, retire } = plugin.voices;
    const [bass, tenor, alto] = ['bass', 'tenor', 'alto'].map((name) => new Voice(name));
    const ear = new Ear('ear');
    const is = (path, what) => ({ name: 'TypeError', message: `${path} must be ${what}` });
    for (let again = 0; again < 3; again++) {
      assert.throws(() => retire(bass, [tenor, 7], ear, 1), is('others[1]', 'a Voice, not 7'));
      assert.throws(() => retire(bass, [tenor], {}, 1), is('listener', 'a Ear, not an object'));
      const range = 'an integer from 0 to 255, not 256';
      assert.throws(() => retire(bass, [tenor, alto], ear, 256), is('check', range));
      const gone = 'a Voice, not one that was given away or disposed of';
      assert.throws(() => retire(bass, [tenor, bass], ear, 1), is('others[1]', gone));
      const thrown = new Error('no number');
      const others = Object.defineProperty([tenor], 0, {
        get() {
          throw thrown;
        },
      });
      assert.throws(() => retire(bass, others, ear, 1), thrown);
      for (const voice of [bass, tenor, alto]) assert.match(voice.speak('well'), /bass|tenor|alto/);
    }
    assert.equal(retire(bass, [tenor, alto], ear, 1), 3);
    assert.deepEqual([heard, ears], [['ear: bass'], 0]);
    for (const voice of [bass, tenor, alto])
      assert.throws(() => voice.speak('well'), /not one that was given away/);
  },
  'missing imports'() {
    const host = { ...imports['test:callbacks/host'], plain: undefined, Ear: {} };
    assert.throws(() => load('no such library', { 'test:callbacks/host': host }), {
      name: 'TypeError',
      message: [
        "imports['test:callbacks/host'].Ear must be a function, not an object",
        "imports['test:callbacks/host'].plain must be a function, not undefined",
      ].join('\n'),
    });
  },
  async 'calls from another thread'() {
    plugin.later();
    await setTimeout(300);
    assert.equal(plugin.answered(), 1);
  },
  'loading twice'() {
    assert.throws(() => load(library, imports), /has its imports already/);
    assert.equal(plugin.askPlain('well'), 7);
  },
  async 'loading in a worker, too'() {
    const worker = new Worker(new URL(import.meta.url), { argv: [module, library, 'in a worker'] });
    const error = await new Promise((resolve) => worker.on('error', resolve));
    assert.match(error.message, /has its imports already/);
    assert.equal(plugin.askPlain('well'), 7);
  },
};

await doings[what]?.();
if (doings[what]) console.log('done');
else plugin.askPlain(what);
