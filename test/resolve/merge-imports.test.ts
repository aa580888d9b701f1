/** One import for several compatible versions. The cases are those of which the reference's own tests speak. */
import { printJson } from '../../src/print/json/json.js';
import { printPackage } from '../../src/print/wit-text.js';
import { dependenciesFirst } from '../../src/resolve/dependencies-first.js';
import { dump } from '../../src/resolve/dump.js';
import { mergeImports } from '../../src/resolve/merge-imports.js';
import { resolved } from '../support/wit.js';

const version = (number: string, body: string): string => `package demo:shop@${number} { ${body} }\n`;

async function merged(main: string, ...packages: readonly string[]) {
  const model = await resolved(`package demo:app;\n${main}\n${packages.join('')}`);
  const before = dump(model);
  const result = mergeImports(model, 'w');
  expect(dump(model)).toBe(before);
  const codes = result.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  if (!result.resolved) return codes.join('\n');
  expect(printJson(dependenciesFirst(result.resolved))).toContain('"worlds"');
  const text = printPackage(result.resolved.main);
  return text.slice(text.indexOf('world w'));
}

test('the latest version of each track stays', async () => {
  const versions = [
    '0.1.0',
    '0.1.2',
    '0.1.1',
    '0.2.0',
    '1.0.0',
    '1.3.0',
    '2.0.0',
    '0.0.1',
    '0.0.2',
    '1.4.0-rc.1',
  ];
  const imports = versions.map((each) => `import demo:shop/cart@${each};`).join(' ');
  const packages = versions.map((each) => version(each, 'interface cart {}'));
  expect(await merged(`world w { ${imports} }`, ...packages)).toBe(`world w {
  import demo:shop/cart@0.1.2;
  import demo:shop/cart@0.2.0;
  import demo:shop/cart@1.3.0;
  import demo:shop/cart@2.0.0;
  import demo:shop/cart@0.0.1;
  import demo:shop/cart@0.0.2;
  import demo:shop/cart@1.4.0-rc.1;
}
`);
});

const typed = 'interface base { resource r; } interface cart { use base.{r}; take: func() -> r; }';

test('what used the earlier version uses the later one, in imports, exports and worlds', async () => {
  const text = await merged(
    `interface mine { use demo:shop/base@0.1.0.{r}; }
world w {
  import mine;
  import demo:shop/cart@0.1.1;
  import keep: demo:shop/cart@0.1.0;
  use demo:shop/base@0.1.0.{r};
  import f: func(r: borrow<r>);
  export demo:shop/cart@0.1.0;
}`,
    version('0.1.0', typed),
    version('0.1.1', `${typed} interface more {}`),
  );
  expect(text).toBe(`world w {
  import demo:shop/base@0.1.1;
  import mine;
  import demo:shop/cart@0.1.1;
  import keep: demo:shop/cart@0.1.0;
  use demo:shop/base@0.1.1.{r};
  import f: func(r: borrow<r>);

  export demo:shop/cart@0.1.0;
}
`);
});

test('without versions, or with one of each, nothing happens', async () => {
  expect(
    await merged(
      'interface i {} world w { import i; import demo:shop/cart@0.1.0; }',
      version('0.1.0', 'interface cart {}'),
    ),
  ).toBe('world w {\n  import i;\n  import demo:shop/cart@0.1.0;\n}\n');
});

test.each([
  ['f: func();', '', 'it has no function `f`'],
  ['f: func();', 'f: func() -> u8;', 'function `f` differs'],
  ['f: func(a: u8);', 'f: func(b: u8);', 'function `f` differs'],
  ['f: func();', 'f: async func();', 'function `f` differs'],
  ['resource r { m: func(); }', 'resource r { m: static func(); }', 'function `r.m` differs'],
  ['resource r { constructor(); }', 'resource r;', 'it has no function `constructor of r`'],
  ['enum e { a }', 'enum e { a, b }', 'type `e` differs'],
  ['record e { a: u8 }', 'enum e { a }', 'type `e` differs'],
  ['type e = u8;', '', 'it has no type `e`'],
])('%s does not give way to %s', async (older, newer, problem) => {
  const text = await merged(
    'world w { import demo:shop/cart@0.1.0; import demo:shop/cart@0.1.1; }',
    version('0.1.0', `interface cart { ${older} }`),
    version('0.1.1', `interface cart { ${newer} }`),
  );
  const start = 'merge-incompatible: `demo:shop/cart@0.1.0` cannot give way to `demo:shop/cart@0.1.1`: ';
  expect(text).toBe(start + problem);
});

test('a type may be taken from elsewhere if it is made of the same', async () => {
  const text = await merged(
    'world w { import demo:shop/cart@0.1.0; import demo:shop/cart@0.1.1; }',
    version('0.1.0', 'interface cart { type size = u32; }'),
    version('0.1.1', 'interface base { type size = u32; } interface cart { use base.{size}; }'),
  );
  expect(text).toBe('world w {\n  import demo:shop/base@0.1.1;\n  import demo:shop/cart@0.1.1;\n}\n');
});

test('the world is chosen as for generating', async () => {
  const { resolved: model, diagnostics } = mergeImports(await resolved('package a:b; world w {}'), 'v');
  expect(model).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['world-unknown']);
});
