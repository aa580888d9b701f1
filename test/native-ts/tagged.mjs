/** Calls what says pointers with more bits than numbers have: `node tagged.mjs RUNTIME LIBRARY`. */
import assert from 'node:assert/strict';

const [, , runtime, path] = process.argv;
const { NativeLibrary } = await import(runtime);
const library = new NativeLibrary(path);
const tagged = library.function(['tagged', 'pointer', ['pointer']]);
const pass = library.function(['pass', 'void', ['pointer']]);

const tooLong = { name: 'RangeError', message: /^0x100000000000001 is more than pointers/ };
assert.throws(() => tagged(1), tooLong);

const seen = [];
const answer = (pointer, number) => void seen.push(pointer, number);
library.bind('bind_tagged', [[['import', 'void', ['pointer', 'i64']], answer]]);
pass(2 ** 53 - 1);
assert.deepEqual(seen, [2 ** 53 - 1, 2n ** 56n + 2n ** 53n - 1n]);
console.log('done');
// Nobody could be told.
pass(2n ** 56n + 1n);
