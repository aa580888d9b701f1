/** Whether counting.c, which is loaded before everything else, counts: `node careless.mjs LIBRARY`. */
import assert from 'node:assert/strict';
import * as koffi from 'koffi';

const live = koffi.load(null).func('wit_test_live_of_components', 'long', []);
const library = koffi.load(process.argv[2]);
const ask = library.func('ask', 'uintptr_t', ['int']);
const giveBack = library.func('give_back', 'void', ['uintptr_t']);
const giveBackTwice = library.func('give_back_twice', 'void', ['uintptr_t']);

assert.equal(live(), 0);
const blocks = [0, 1, 2, 3, 4, 5].map((way, before) => {
  const block = ask(way);
  assert.equal(live(), before + 1, `way ${way}`);
  return block;
});
// Node's own are nobody's business.
const kept = Array.from({ length: 1000 }, () => new Uint8Array(100_000));
assert.equal(live(), blocks.length);
assert.equal(kept.length, 1000);
for (const [index, block] of blocks.entries()) {
  giveBack(block);
  assert.equal(live(), blocks.length - 1 - index);
}
console.log('counted');
giveBackTwice(ask(0));
console.log('unnoticed');
