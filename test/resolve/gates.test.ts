import { dumped, problems, resolved } from '../support/wit.js';

const wit = `package x:y@1.1.0;
  interface i {
    @since(version = 1.0.0)
    a: func();
    @since(version = 1.1.0) @deprecated(version = 1.1.0)
    b: func();
    @unstable(feature = c)
    c: func(p: d);
    @unstable(feature = c)
    type d = u8;
    @unstable(feature = c)
    use j.{e};
  }
  interface j { type e = u8; }
  @unstable(feature = f)
  interface k {}
  world w {
    import i;
    @unstable(feature = f)
    import k;
    @unstable(feature = c)
    import l: func();
    @unstable(feature = c)
    include v;
  }
  world v { import m: func(); }`;

test('what belongs to a feature is left out without it', async () => {
  expect(await dumped(wit)).toMatchInlineSnapshot(`
   "package x:y@1.1.0

   interface j
     type e = u8

   interface i
     @since(version = 1.0.0)
     a: func()
     @since(version = 1.1.0)
     @deprecated(version = 1.1.0)
     b: func()

   world v
     import m: func()

   world w
     import x:y/i@1.1.0
   "
  `);
});

test('with all features everything is there', async () => {
  expect(await dumped(wit, 'all')).toMatchInlineSnapshot(`
   "package x:y@1.1.0

   interface j
     type e = u8

   interface i
     @unstable(feature = c)
     use e = x:y/j@1.1.0.e
     @unstable(feature = c)
     type d = u8
     @since(version = 1.0.0)
     a: func()
     @since(version = 1.1.0)
     @deprecated(version = 1.1.0)
     b: func()
     @unstable(feature = c)
     c: func(p: d)

   @unstable(feature = f)
   interface k

   world v
     import m: func()

   world w
     import x:y/j@1.1.0
     import x:y/i@1.1.0
     @unstable(feature = f)
     import x:y/k@1.1.0
     @unstable(feature = c)
     import l: func()
     import m: func()
   "
  `);
});

test('features are switched on one by one', async () => {
  expect(await dumped(wit, new Set(['f']))).toContain('interface k');
  expect(await dumped(wit, new Set(['f']))).not.toContain('type d');
});

test('what is left out may refer to what is not there', async () => {
  const text = 'package x:y; world w { @unstable(feature = a) import no:where/b; }';
  expect(await problems(text)).toEqual([]);
  expect(await problems(text, 'all')).toEqual(['package-not-found: no package named `no:where`']);
});

test.each([
  ['1.0.0', '1.0.0'],
  ['1.0.0', '0.9.9'],
  ['1.0.0-rc.2', '1.0.0-rc.1'],
  ['1.0.0', '1.0.0-rc.1'],
  ['1.0.0+a', '1.0.0+b'],
])('package %s may have something since %s', async (version, since) => {
  expect(await problems(`package x:y@${version}; @since(version = ${since}) interface i {}`)).toEqual([]);
});

test.each([
  ['1.0.0', '1.0.1'],
  ['1.0.0-rc.1', '1.0.0'],
  ['1.0.0-alpha', '1.0.0-beta'],
  ['9.0.0', '10.0.0'],
])('package %s has nothing since %s', async (version, since) => {
  expect(await problems(`package x:y@${version}; @since(version = ${since}) interface i {}`)).toHaveLength(1);
});

test('what stands in an interface that is left out of a world must be left out too', async () => {
  const text =
    'package x:y; world w { @unstable(feature = a) import i: interface { type t = u8; f: func(); } }';
  expect(await problems(text)).toEqual([
    'gated-reference: `t` refers to its interface `i`, which is left out unless the feature `a` is on',
  ]);
  expect(await problems(text.replace('type t', '@unstable(feature = a) type t'))).toEqual([]);
});

test('an interface stays where only the world around it is left out', async () => {
  const text = 'package x:y; @unstable(feature = a) world w { import i: interface { type t = u8; } }';
  const { main } = await resolved(text);
  expect(main.worlds).toEqual([]);
  expect(main.ledger.inlineInterfaces.map(({ types }) => types.map(({ name }) => name))).toEqual([['t']]);
});
