import { renamesOf } from '../support/peer/composition.js';

const module = 'aX3AbX2Ftest';
const f = `${module}X00f`;

test('without a provider that stands in the way, every symbol keeps its name', () => {
  const renames = renamesOf(
    undefined,
    [
      { world: 'runner', defined: ['run'], needed: [f] },
      { world: 'test', defined: [f], needed: [] },
    ],
    'runner',
  );
  expect([...renames].flatMap(([, names]) => [...names])).toEqual([]);
});

test('a component between two calls the one and is called by the other', () => {
  const composition = `
    let a = new test:leaf { ... };
    let b = new test:middle { ...a, ... };
    let c = new test:runner { test: b.test, ... };
    export c...;`;
  const renames = renamesOf(
    composition,
    [
      { world: 'runner', defined: ['run'], needed: [f] },
      { world: 'middle', defined: [`exp_${f}`], needed: [`imp_${f}`] },
      { world: 'leaf', defined: [f], needed: [] },
    ],
    'runner',
  );
  expect(Object.fromEntries(renames.get('leaf') ?? [])).toEqual({ [f]: `${f}_of_leaf` });
  expect(Object.fromEntries(renames.get('middle') ?? [])).toEqual({
    [`exp_${f}`]: `${f}_of_middle`,
    [`imp_${f}`]: `${f}_of_leaf`,
    [f]: `${f}_of_leaf`,
  });
  expect(Object.fromEntries(renames.get('runner') ?? [])).toEqual({ [f]: `${f}_of_middle` });
});

test('two versions of an interface are two interfaces', () => {
  const versions = ['1X2E0X2E0', '2X2E0X2E0'].map((version) => `${module}X40${version}X00f`);
  const renames = renamesOf(
    undefined,
    [
      { world: 'runner', defined: ['run'], needed: versions },
      { world: 'test', defined: versions, needed: [] },
    ],
    'runner',
  );
  expect([...renames].flatMap(([, names]) => [...names])).toEqual([]);
});

test('an item may come from one of another name', () => {
  const composition = `
    let leaf = new test:leaf { ... };
    let runner = new test:runner { toplevel-import: leaf.toplevel-export, thing: leaf.test.thing, ... };`;
  const renames = renamesOf(
    composition,
    [
      { world: 'runner', defined: ['run'], needed: ['toplevel_import'] },
      { world: 'leaf', defined: ['toplevel_export'], needed: [] },
    ],
    'runner',
  );
  expect(Object.fromEntries(renames.get('runner') ?? [])).toEqual({ toplevel_import: 'toplevel_export' });
});
