import { linkOrder, renamesOf } from '../support/peer/composition.js';

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

describe('the order in which the loader comes to the answer of a composition', () => {
  const runner = { world: 'runner', defined: ['run'], needed: [f] };
  const proxy = { world: 'proxy', defined: [`exp_${f}`], needed: [`imp_${f}`] };
  const host = { world: 'host', defined: [f], needed: [] };
  const chain = `
    let a = new test:host { ... };
    let b = new test:proxy { ...a, ... };
    let c = new test:runner { ...b, ... };`;

  test('each component stands before those that it takes something from', () => {
    expect(linkOrder(chain, [runner, host, proxy], 'runner')).toEqual(['runner', 'proxy', 'host']);
  });

  test('without a composition, any order will do', () => {
    expect(linkOrder(undefined, [runner, host], 'runner')).toEqual(['runner', 'host']);
  });

  test('who wants another than the first provider of a plain name does not find it so', () => {
    const past = chain.replace('{ ...b, ... }', '{ ...a, ... }');
    expect(linkOrder(past, [runner, proxy, host], 'runner')).toBeUndefined();
  });

  test('nor do two users of two providers', () => {
    const both = `
      let a = new test:host { ... };
      let o = new test:other { ...a, ... };
      let b = new test:proxy { ...a, f: o.f, ... };
      let c = new test:runner { ...b, ... };`;
    const g = 'g';
    const other = { world: 'other', defined: [g], needed: [f] };
    const between = { ...proxy, needed: [...proxy.needed, g] };
    expect(linkOrder(both, [runner, between, other, host], 'runner')).toBeUndefined();
  });

  test('nor does who wants an item of another name', () => {
    const renamed = `
      let leaf = new test:leaf { ... };
      let runner = new test:runner { toplevel-import: leaf.toplevel-export, ... };`;
    const worlds = [
      { world: 'runner', defined: ['run'], needed: ['toplevel_import'] },
      { world: 'leaf', defined: ['toplevel_export'], needed: [] },
    ];
    expect(linkOrder(renamed, worlds, 'runner')).toBeUndefined();
  });
});
