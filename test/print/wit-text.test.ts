/** The canonical text. Expectations here follow its rules by hand; the corpus has what the reference prints. */
import { nodeHost } from '../../src/base/node-host.js';
import { printPackage, printWit, withoutDocs } from '../../src/print/wit-text.js';
import { resolve } from '../../src/resolve/resolve.js';
import { corpusCases, corpusInput, corpusText, hasCorpus } from '../support/corpus.js';
import { resolved, type WitFiles } from '../support/wit.js';

const printed = async (wit: string | WitFiles): Promise<string> => printWit(await resolved(wit, 'all'));

test('uses come first, then types in their order of dependence, then functions', async () => {
  const text = await printed(`package a:b@1.0.0;
/// Everything about shapes.
interface shapes {
  area: func(s: shape, exact: bool) -> f64;
  use base.{unit, color as paint, color};
  variant shape { square(length), %enum(tuple<>), none }
  type length = unit;
}
interface base { enum color { red, %type } type unit = u32; }
`);
  expect(text).toBe(`package a:b@1.0.0;

interface base {
  enum color {
    red,
    %type,
  }

  type unit = u32;
}

/// Everything about shapes.
interface shapes {
  use base.{unit, color as paint, color};

  type length = unit;

  variant shape {
    square(length),
    %enum(tuple<>),
    none,
  }

  area: func(s: shape, exact: bool) -> f64;
}

`);
});

test('types are written in full, handles as short as they can be', async () => {
  const text = await printed(`package a:b;
interface i {
  resource r {
    constructor(name: option<string>);
    same: func(other: borrow<r>) -> own<r>;
    open: static async func() -> result<_, string>;
  }
  resource fallible { constructor() -> result<fallible, u8>; }
  type handle = own<r>;
  type alias = r;
  record all {
    a: list<own<alias>>, b: list<u8, 4>, c: map<string, char>, d: result, e: result<r>, f: result<u8, s8>,
    g: future, h: stream<u8>, i: error-context, j: tuple<f32, f64>,
  }
  flags none {}
}
`);
  expect(text).toBe(`package a:b;

interface i {
  resource r {
    constructor(name: option<string>);
    same: func(other: borrow<r>) -> r;
    open: static async func() -> result<_, string>;
  }

  resource fallible {
    constructor() -> result<fallible, u8>;
  }

  type handle = own<r>;

  type alias = r;

  record all {
    a: list<alias>,
    b: list<u8, 4>,
    c: map<string, char>,
    d: result,
    e: result<r>,
    f: result<u8, s8>,
    g: future,
    h: stream<u8>,
    i: error-context,
    j: tuple<f32, f64>,
  }

  flags none {
  }
}

`);
});

test('a world shows what it implies: imports, uses, types, functions, exports', async () => {
  const text = await printed(`package a:b;
interface types { type t = u8; resource r; }
interface user { use types.{t}; f: func() -> t; }
world w {
  export user;
  export run: async func(n: node);
  import log: func(text: string);
  use types.{r, t as small};
  record node { left: r }
  resource own-one { go: func(); }
  /// The other side.
  import peer: interface { ping: func(); }
  import labelled: user;
  export done: interface {}
}
world empty {}
`);
  expect(text).toBe(`package a:b;

interface types {
  type t = u8;

  resource r;
}

interface user {
  use types.{t};

  f: func() -> t;
}

world w {
  /// The other side.
  import peer: interface {
    ping: func();
  }
  import types;
  import labelled: user;
  use types.{r, t as small};

  record node {
    left: r,
  }

  resource own-one {
    go: func();
  }
  import log: func(text: string);

  export run: async func(n: node);
  export user;
  export done: interface {
  }
}
world empty {
}
`);
});

test('attributes follow the documentation; what `use` shares one statement has the same ones', async () => {
  const text = await printed(`package a:b@1.2.3;
@since(version = 1.0.0)
interface i {
  @unstable(feature = %async) @deprecated(version = 1.1.0)
  type a = u8;
  @since(version = 1.2.3) @external-id("a \\"b\\" \\\\ \\t é")
  /// Not documentation, since an attribute comes before.
  type b = u8;
}
interface j {
  @unstable(feature = x)
  use i.{a};
  @unstable(feature = x)
  use i.{b as c};
  use i.{b};
}
/// One line.
///
///   Indented.
world w {
  /// Why.
  @since(version = 1.1.0)
  import i;
}
`);
  expect(text).toBe(`package a:b@1.2.3;

@since(version = 1.0.0)
interface i {
  @unstable(feature = %async)
  @deprecated(version = 1.1.0)
  type a = u8;

  @since(version = 1.2.3)
  @external-id("a \\"b\\" \\\\ \\t \\u{e9}")
  type b = u8;
}

interface j {
  @unstable(feature = x)
  use i.{a, b as c};
  use i.{b};
}

/// One line.
///
///   Indented.
world w {
  /// Why.
  @since(version = 1.1.0)
  import i;
}
`);
});

const twoPackages: WitFiles = {
  'wit/main.wit': '/// Main.\npackage a:main;\ninterface i { use c:base/one@1.0.0.{t}; }',
  'wit/deps/base.wit': '/// Base.\npackage c:base@1.0.0;\ninterface one { type t = u8; }\ninterface two {}',
  'wit/deps/more.wit': 'package %interface:%use;\nworld w { import c:base/one@1.0.0; }',
};

test('the main package comes first, the others are nested in it', async () => {
  expect(await printed(twoPackages)).toBe(`/// Main.
package a:main;

interface i {
  use c:base/one@1.0.0.{t};
}

/// Base.
package c:base@1.0.0 {
  interface one {
    type t = u8;
  }
  interface two {
  }
}


package %interface:%use {
  world w {
    import c:base/one@1.0.0;
  }
}
`);
});

test('a package is also printed alone, and without documentation', async () => {
  const { packages } = await resolved(twoPackages);
  expect(packages.map((each) => withoutDocs(printPackage(each)))).toEqual([
    'package c:base@1.0.0;\n\ninterface one {\n  type t = u8;\n}\n\ninterface two {\n}\n\n',
    'package a:main;\n\ninterface i {\n  use c:base/one@1.0.0.{t};\n}\n\n',
    'package %interface:%use;\n\nworld w {\n  import c:base/one@1.0.0;\n}\n',
  ]);
});

test('where an item before needs an interface, its statement says what that item says, as in the reference', async () => {
  const text = await printed(`package a:b@1.0.0;
interface base { type t = u8; }
interface user { use base.{t}; }
interface out { use base.{t}; }
interface in { use out.{t}; }
world imports {
  @since(version = 1.0.0)
  @external-id("user")
  import user;
  /// Lost.
  @unstable(feature = x)
  import base;
}
world exports {
  /// Kept.
  @since(version = 1.0.0)
  @external-id("in")
  export in;
  /// Lost.
  export out;
}
`);
  expect(text.slice(text.indexOf('world imports'))).toBe(`world imports {
  @since(version = 1.0.0)
  import base;
  @since(version = 1.0.0)
  @external-id("user")
  import user;
}
world exports {
  @since(version = 1.0.0)
  @external-id("in")
  import base;

  @since(version = 1.0.0)
  @external-id("in")
  export out;
  /// Kept.
  @since(version = 1.0.0)
  @external-id("in")
  export in;
}
`);
});

test('included from another package, an interface forgets since when it is there', async () => {
  const text = await printed({
    'wit/main.wit': `package a:b@2.0.0;
interface x {}
world w { @since(version = 2.0.0) import c:d/i@1.0.0; @since(version = 2.0.0) import x; include c:d/v@1.0.0; }`,
    'wit/deps/d.wit': 'package c:d@1.0.0; interface i {} world v { @since(version = 1.0.0) import i; }',
  });
  expect(text).toContain(`world w {
  import c:d/i@1.0.0;
  @since(version = 2.0.0)
  import x;
}`);
});

// Without the corpus these show as skipped, so that nobody takes their absence for success.
const suite = hasCorpus ? describe : describe.skip;

suite('the corpus', () => {
  for (const entry of corpusCases()) {
    if (entry.expect !== 'valid') continue;
    test(`${entry.id} is printed as the reference does`, async () => {
      const features = entry.allFeatures ? 'all' : new Set(entry.features);
      const { resolved } = await resolve(
        { roots: [corpusInput(entry)], features, lints: 'compat' },
        nodeHost,
      );
      expect(resolved && printWit(resolved)).toBe(corpusText(entry.print ?? ''));
    });
  }
});
