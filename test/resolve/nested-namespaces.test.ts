/** 🪺 Namespaces in namespaces and packages in packages: taken where the lint `nested-namespace` is not denied. */
import { memoryHost } from '../../src/base/host.js';
import { inspect } from '../../src/driver/inspect.js';
import { printWit } from '../../src/print/wit-text.js';
import { resolve } from '../../src/resolve/resolve.js';

const nested = `package demo:shop:cart@0.1.0;

interface items {
  use demo:store/shelf/box/types@1.0.0.{size};
}

world w {
  import demo:store/shelf/box/types@1.0.0;
  import label: demo:store/shelf/box/types@1.0.0;
  import %type:%world:%use/things;
  import items;
}
package demo:store/shelf/box@1.0.0 {
  interface types {
    type size = u32;
  }
}


package %type:%world:%use {
  interface things {
  }
}
`;

async function read(wit: string, level: 'warn' | 'allow' | 'deny') {
  const lints = { 'nested-namespace': level };
  return resolve({ roots: ['a.wit'], features: new Set(), lints }, memoryHost({ 'a.wit': wit }));
}

test('they resolve, and are printed as they are written', async () => {
  const { resolved, diagnostics } = await read(nested, 'allow');
  expect(diagnostics).toEqual([]);
  expect(resolved && printWit(resolved)).toBe(nested);
});

test('each mention of one is a warning if that is asked for, else an error', async () => {
  const warned = await read(nested, 'warn');
  expect(warned.resolved).toBeDefined();
  expect(new Set(warned.diagnostics.map(({ code, severity }) => `${severity}: ${code}`))).toEqual(
    new Set(['warning: nested-namespace']),
  );
  expect(warned.diagnostics).toHaveLength(7);
  expect((await read(nested, 'deny')).resolved).toBeUndefined();
});

test('what is known as reference behaviour does not have them', async () => {
  const request = { roots: ['a.wit'], features: new Set<string>(), lints: 'compat' } as const;
  const { diagnostics } = await resolve(request, memoryHost({ 'a.wit': nested }));
  expect(diagnostics[0]).toMatchObject({ code: 'nested-namespace', severity: 'error' });
});

test('after `import` a space tells a label from a namespace', async () => {
  const wit = (path: string): string =>
    `package b:c { interface i {} } package a:x { } package m:n:o { interface i {} } world w { import ${path}/i; }`;
  const packages = 'package a:z;\n';
  const keys = async (path: string): Promise<unknown> => {
    const { resolved } = await read(packages + wit(path), 'allow');
    return resolved?.main.worlds[0]?.imports.map(({ key }) => key);
  };
  expect(await keys('a: b:c')).toEqual(['a']);
  expect(await keys('m:n:o')).toEqual([undefined]);
});

test('nothing is planned for them', async () => {
  const request = { wit: 'a.wit', format: 'plan', lints: { 'nested-namespace': 'allow' } } as const;
  const { text, diagnostics } = await inspect(request, memoryHost({ 'a.wit': nested }));
  expect(text).toBeUndefined();
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['unsupported-feature']));
});
