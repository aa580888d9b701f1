/** Values and classes with names that every object has: `node program.mjs GLUE TRANSPORT FILE`, as `reach` is given them. */
import assert from 'node:assert/strict';
import process from 'node:process';
import { reach } from '../support/reach.mjs';

const [, , glue, transport, file] = process.argv;

/** What the host was given last. */
let seen;
/** What it answers instead. */
let answer;
const handed = (value) => {
  seen = value;
  const answered = answer ?? value;
  answer = undefined;
  return answered;
};

class Item {
  #number;
  constructor(number) {
    this.#number = number;
  }
  static ['constructor'](number) {
    return new Item(number + 10);
  }
  number() {
    return this.#number;
  }
  toString() {
    return `the host's ${this.#number}`;
  }
}

class Other {
  ['constructor'](number) {
    return number + 20;
  }
}

const host = {
  ...{ oneThing: handed, things: handed, oneDeep: handed, deeps: handed, marked: handed, manyMarked: handed },
  ...{ Item, Other },
};
const { api } = await reach(glue, transport, file, { 'test:objects/host': host });

// Left out is left out, although every object has something of the name.
const thing = { id: 1, constructor: undefined, toString: undefined };
const deep = { valueOf: undefined, hasOwnProperty: undefined, constructor: undefined };
const marks = {
  ...{ plain: false, toString: false, isPrototypeOf: false, other: false, propertyIsEnumerable: false },
};
const both = (one, many, value, expected) => {
  assert.deepEqual(api[one](value), expected);
  assert.deepEqual(seen, expected);
  assert.deepEqual(api[many]([value, value]), [expected, expected]);
  assert.deepEqual(seen, [expected, expected]);
  // As an answer of the host's.
  answer = value;
  assert.deepEqual(api[one](expected), expected);
  answer = [value];
  assert.deepEqual(api[many]([]), [expected]);
};
const nothing = Object.create(null);
both('oneThing', 'things', { id: 1 }, thing);
both('oneThing', 'things', Object.assign(Object.create(null), { id: 1 }), thing);
both('oneDeep', 'deeps', {}, deep);
both('oneDeep', 'deeps', nothing, deep);
both('oneDeep', 'deeps', { constructor: { id: 1 } }, { ...deep, constructor: thing });
both('marked', 'manyMarked', {}, marks);
both('marked', 'manyMarked', nothing, marks);
both('marked', 'manyMarked', { other: true }, { ...marks, other: true });

// An object of a class has its class for a constructor, and may have methods of these names.
class Plain {
  id = 1;
  toString() {
    return 'a thing';
  }
}
both('oneThing', 'things', new Plain(), thing);
both('oneDeep', 'deeps', new Plain(), deep);
both('marked', 'manyMarked', new Plain(), marks);

// What is there is there, also where a class has it for its objects.
class Given {
  id = 1;
  #number = 7;
  get ['constructor']() {
    return `made ${this.#number}`;
  }
  get toString() {
    return this.#number;
  }
}
both(
  'oneThing',
  'things',
  { ...thing, constructor: 'made 7', toString: 7 },
  { ...thing, constructor: 'made 7', toString: 7 },
);
both('oneThing', 'things', new Given(), { ...thing, constructor: 'made 7', toString: 7 });
both(
  'oneDeep',
  'deeps',
  { valueOf: ['a'], hasOwnProperty: true },
  { ...deep, valueOf: ['a'], hasOwnProperty: true },
);
both(
  'marked',
  'manyMarked',
  { toString: true, propertyIsEnumerable: true },
  { ...marks, toString: true, propertyIsEnumerable: true },
);
class Marked {
  #isOne = true;
  get isPrototypeOf() {
    return this.#isOne;
  }
}
both('marked', 'manyMarked', new Marked(), { ...marks, isPrototypeOf: true });

// A function that was given is none of these, and what is no object has no members.
const wrong = (name, value, message) => {
  seen = undefined;
  assert.throws(() => api[name](value), { name: 'TypeError', message });
  assert.equal(seen, undefined);
};
wrong('oneThing', { id: 1, toString: () => 'x' }, /^value\.toString must be an integer .*, not a function$/);
wrong(
  'things',
  [{ id: 1, constructor: String }],
  /^value\[0\]\.constructor must be a string, not a function$/,
);
wrong('marked', { toString: () => true }, /^value\.toString must be a boolean, not a function$/);
wrong('marked', { plain: Object }, /^value\.plain must be a boolean, not a function$/);
wrong('manyMarked', [{}, { isPrototypeOf: 1 }], /^value\[1\]\.isPrototypeOf must be a boolean, not 1$/);
for (const value of [5, 'text', null, undefined, () => 1]) {
  wrong('oneDeep', value, /^value must be an object, not /);
  wrong('deeps', [value], /^value\[0\] must be an object, not /);
  wrong('manyMarked', [value], /^value\[0\] must be an object, not /);
}

// Each is read once.
let reads = 0;
const counted = new Proxy(
  { id: 1 },
  { get: (target, name, self) => (reads++, Reflect.get(target, name, self)) },
);
assert.deepEqual(api.oneThing(counted), thing);
assert.equal(reads, 3);

// The host's own classes, as the component calls them.
assert.equal(api.asked(5), `5 15 the host's 15 25`);

// The component's.
const made = new api.Item(3);
assert.deepEqual([made.number(), `${made}`], [3, 'item 3']);
const other = api.Item.constructor(3);
assert.ok(other instanceof api.Item);
assert.deepEqual([other.number(), other.toString()], [4, 'item 4']);
assert.equal(new api.Other().constructor(1), 3);
assert.throws(() => api.Item.constructor('3'), /^TypeError: number must be an integer from 0 to 4294967295/);
