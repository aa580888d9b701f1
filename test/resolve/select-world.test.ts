import { codeFrame } from '../../src/base/code-frame.js';
import { selectWorld } from '../../src/resolve/select-world.js';
import { resolved } from '../support/wit.js';

const wit = `package x:y;
world one {}
world two {}
package x:z@1.0.0 { world three {} }
package x:v@1.0.0 { world w {} }
package x:v@2.0.0 { world w {} }`;

/** The name of the chosen world, or what is wrong. */
async function choice(name: string | undefined, text = wit): Promise<string> {
  const { world, diagnostics } = selectWorld(await resolved(text), name);
  return world?.name ?? diagnostics.map((diagnostic) => codeFrame(diagnostic)).join('\n');
}

test('the only world of the main package needs no name', async () => {
  expect(await choice(undefined, 'package x:y; world only {}')).toBe('only');
});

test('a plain name is a world of the main package', async () => {
  expect(await choice('two')).toBe('two');
});

test('a path leads to any package, and needs no version if there is one only', async () => {
  expect(await choice('x:z/three@1.0.0')).toBe('three');
  expect(await choice('x:z/three')).toBe('three');
  expect(await choice('x:v/w@2.0.0')).toBe('w');
});

test('no name among many worlds', async () => {
  expect(await choice(undefined)).toMatchInlineSnapshot(`
   "error[world-ambiguous]: package \`x:y\` has 2 worlds, and none was chosen
   help: choose one of \`one\`, \`two\`
   "
  `);
});

test('no world at all', async () => {
  expect(await choice(undefined, 'package x:y;')).toMatchInlineSnapshot(`
   "error[world-ambiguous]: package \`x:y\` has no world
   "
  `);
});

test('a path without the version that decides', async () => {
  expect(await choice('x:v/w')).toMatchInlineSnapshot(`
   "error[world-ambiguous]: there are 2 worlds \`x:v/w\` of different versions
   help: choose one of \`x:v/w@1.0.0\`, \`x:v/w@2.0.0\`
   "
  `);
});

test('a name that is no world', async () => {
  expect(await choice('tow')).toMatchInlineSnapshot(`
   "error[world-unknown]: no world named \`tow\`
   help: did you mean \`two\`?
   "
  `);
  expect(await choice('three')).toMatchInlineSnapshot(`
   "error[world-unknown]: no world named \`three\`
   help: choose one of \`one\`, \`two\`
   "
  `);
});
