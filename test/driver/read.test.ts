import { memoryHost } from '../../src/base/host.js';
import { readPackages, readWorld } from '../../src/driver/read.js';

const host = memoryHost({ 'a.wit': 'package a:b;\ninterface i { record r {} }\nworld w { import i; }\n' });

test('a level for what is no lint leaves no model, and the other problems are still there', async () => {
  const lints = { 'no-such-lint': 'allow', 'empty-type': 'deny' } as const;
  const { resolved, diagnostics } = await readPackages({ wit: 'a.wit', lints }, host);
  expect(resolved).toBeUndefined();
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['lint-not-found', 'error'],
    ['empty-type', 'error'],
  ]);
  const allowed = { wit: 'a.wit', lints: { 'no-such-lint': 'allow' } } as const;
  expect((await readPackages(allowed, host)).resolved).toBeUndefined();
  expect((await readWorld(allowed, host)).world).toBeUndefined();
});

test('all that was read is there, also where it is wrong', async () => {
  const { files, resolved } = await readPackages({ wit: 'a.wit' }, host);
  expect(files.map(({ path }) => path)).toEqual(['a.wit']);
  expect(resolved?.main.worlds.map(({ name }) => name)).toEqual(['w']);
});

test.each(['compat', { 'dup-member': 'allow' }] as const)(
  'no plan is made of names that clash: %p',
  async (lints) => {
    const twice = 'package a:b;\ninterface i { record r { a: u8, a: u8 } }\nworld w { import i; }\n';
    const wrong = memoryHost({ 'a.wit': twice });
    expect((await readPackages({ wit: 'a.wit', lints }, wrong)).resolved).toBeDefined();
    const { world, diagnostics } = await readWorld({ wit: 'a.wit', lints }, wrong);
    expect(world).toBeUndefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['dup-member', 'error']]);
  },
);
