// The JavaScript around world application of application.wit: `program.mjs MODULE COMPONENT`.
import assert from 'node:assert/strict';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [module, component] = process.argv.slice(2);
const { load } = await import(pathToFileURL(module));
const lent = [];

const checker = {
  look(d, others) {
    assert(d instanceof app.editor.Document);
    assert.throws(() => d[Symbol.dispose ?? Symbol.for('Symbol.dispose')](), /in use/);
    lent.push(d, ...others);
    return [d, ...others].map((each) => each.text()).join(' ');
  },
  check: (text) => [{ at: text.length }, { at: 7 }],
  replace(d) {
    const replaced = new app.editor.Document(`${d.text()}, replaced`);
    d[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    return replaced;
  },
};

assert.throws(
  () => load(component, {}),
  (error) => {
    assert(error instanceof TypeError);
    return error.message.includes("imports['test:implied/checker']") && !error.message.includes('editor');
  },
);
// What JavaScript has of `editor`, nobody asks for.
const imports = {
  'test:implied/checker': checker,
  'test:implied/editor': { title: () => 'from JavaScript' },
};
const app = load(component, process.argv[4] === 'more' ? imports : { 'test:implied/checker': checker });
assert.equal(app.editor.title(), 'from C++');
assert.deepEqual(app.editor.review(), ['draft other draft', [{ at: 4 }, { at: 7 }], 'draft, replaced']);
for (const each of lent) assert.throws(() => each.text(), /given away/);
assert.equal(app.editor.alive(), 0);
