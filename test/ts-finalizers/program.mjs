/**
 * Forgets objects of the plug-in: `node --expose-gc program.mjs GLUE TRANSPORT FILE WHAT`. GLUE is one file; FILE is the core module, the
 * shared object or the addon.
 */
import assert from 'node:assert/strict';
import console from 'node:console';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import { reach } from '../support/reach.mjs';

const [, , glue, transport, file, what] = process.argv;
if (what === 'an engine without registries') delete globalThis.FinalizationRegistry;

let meanwhile = () => undefined;
const imports = { 'test:forgetting/host': { meet: () => meanwhile() } };
const { api } = await reach(glue, transport, file, imports);
const { Token } = api;
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

/** Lets what is forgotten be found, and finalizers run. */
async function rest() {
  for (let time = 0; time < 5; time++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
  }
  await new Promise((resolve) => setImmediate(resolve));
}

/** Rests until there are so many tokens, or for long, and says how many there are. */
async function left(expected) {
  for (let time = 0; time < 20; time++) {
    await rest();
    if (api.count() === expected) break;
  }
  // Nothing ends twice, either.
  await rest();
  return api.count();
}

/** In a function of its own, of which nothing is left when it has returned. */
function forget() {
  new Token(1);
  api.make(2);
  Token.attempt(3);
}

const doings = {
  async forgotten() {
    forget();
    assert.equal(api.count(), 3);
    assert.equal(await left(0), 0);
  },
  async 'very many'() {
    for (let time = 0; time < 1000; time++) forget();
    assert.equal(api.count(), 3000);
    assert.equal(await left(0), 0);
  },
  async kept() {
    const tokens = [new Token(1), api.make(2), Token.attempt(3)];
    forget();
    assert.equal(await left(3), 3);
    assert.deepEqual(
      tokens.map((token) => token.visit()),
      [1, 2, 3],
    );
  },
  async 'disposed of'() {
    const token = new Token(1);
    await rest();
    token[dispose]();
    token[dispose]();
    (() => {
      using(new Token(2));
      using(api.make(3));
    })();
    const other = new Token(4);
    assert.equal(await left(1), 1);
    assert.equal(other.visit(), 4);
  },
  async frozen() {
    for (const token of [new Token(1), api.make(2)]) {
      Object.freeze(token);
      token[dispose]();
      token[dispose]();
      assert.throws(() => token.visit(), TypeError);
    }
    const old = Object.freeze(new Token(3));
    await rest();
    old[dispose]();
    assert.equal(api.count(), 0);
    // What is forgotten ends nothing that came after it.
    const other = Object.freeze(new Token(4));
    (() => Object.freeze(new Token(5)))();
    assert.equal(await left(1), 1);
    assert.equal(other.visit(), 4);
  },
  async 'given away'() {
    (() => api.keep(new Token(1), 'why'))();
    assert.equal(await left(1), 1);
    const old = api.returned();
    await rest();
    assert.equal(old.visit(), 1);
    api.keep(old, 'why');
    await rest();
    assert.equal(await left(1), 1);
    (() => api.returned())();
    assert.equal(await left(0), 0);
    // Gone, both of them, and neither of them ended twice.
    assert.throws(() => api.keep(old, 'why'), TypeError);
  },
  async 'taken back'() {
    (() => {
      const tokens = [new Token(1), api.make(2)];
      for (const token of tokens) assert.throws(() => api.keep(token, 7), TypeError);
    })();
    const old = new Token(3);
    await rest();
    assert.throws(() => api.keep(old, 7), TypeError);
    assert.equal(await left(1), 1);
    assert.equal(old.visit(), 3);
    (() => {
      const token = api.make(4);
      globalThis.setTimeout(() => assert.throws(() => api.keep(token, 7), TypeError));
    })();
    assert.equal(await left(1), 1);
  },
  async 'in a call'() {
    meanwhile = () => globalThis.gc();
    const visited = (() => new Token(7).visit())();
    assert.equal(visited, 7);
    await rest();
    // Memory of another one may be where that of the first has been.
    assert.equal((() => api.make(8).visit())(), 8);
    assert.equal(await left(0), 0);
  },
  async 'a class of the program'() {
    let ended = 0;
    class Mine extends Token {
      [dispose]() {
        ended++;
        super[dispose]();
      }
    }
    using(new Mine(1));
    assert.equal(ended, 1);
    (() => new Mine(2))();
    assert.equal(await left(0), 0);
    assert.equal(ended, 1);
  },
  async 'a trap'() {
    (() => new Token(1))();
    await rest();
    (() => new Token(2))();
    api.spoil();
    for (let time = 0; time < 20; time++) {
      await rest();
      try {
        api.count();
      } catch (error) {
        assert.equal(error.name, 'Trap');
        assert(error.cause instanceof WebAssembly.RuntimeError);
        return;
      }
    }
    assert.fail('the trap has left no trace');
  },
  async 'an instance that has trapped'() {
    const token = new Token(1);
    forget();
    api.spoil();
    assert.throws(() => token[dispose](), WebAssembly.RuntimeError);
    await rest();
    assert.throws(() => api.count(), { name: 'Trap' });
  },
  async 'no finalizers'() {
    forget();
    using(new Token(4));
    assert.equal(await left(0), 3);
  },
};
doings['an engine without registries'] = doings['no finalizers'];

/** `using`, for engines that do not know it. */
function using(token) {
  token[dispose]();
}

process.on('uncaughtException', (error) => {
  console.error('uncaught', error);
  process.exit(1);
});
await doings[what]();
process.stdout.write('done\n');
