/** `wit-gen core-module` as a user meets it. */
import { readFileSync } from 'node:fs';
import { folder, witGenIn } from '../support/cli.js';

const text = `(component
  (core module $m (func (export "a")))
  (core instance $i (instantiate $m))
  (func (export "a") (canon lift (core func $i "a")))
)`;

test('the module goes to a file, or to standard output', async () => {
  const root = folder({ 'app.wat': text });
  expect(await witGenIn(root, 'core-module', 'app.wat', '-o', 'app.wasm')).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const module = readFileSync(`${root}/app.wasm`);
  expect(WebAssembly.Module.exports(new WebAssembly.Module(module))).toEqual([
    { name: 'a', kind: 'function' },
  ]);
  const { code, out } = await witGenIn(root, 'core-module', 'app.wat');
  expect({ code, out }).toEqual({ code: 0, out: module.toString('latin1') });
});

test('what cannot be read or written is said', async () => {
  const root = folder({ 'app.wat': text, 'broken.wat': '(component' });
  const codes = async (...argv: readonly string[]): Promise<unknown> => {
    const { code, err } = await witGenIn(root, 'core-module', ...argv);
    return [code, /error\[([^\]]+)\]/.exec(err)?.[1]];
  };
  expect(await codes('app.wasm')).toEqual([1, 'io-not-found']);
  expect(await codes('broken.wat')).toEqual([1, 'component-unreadable']);
  expect(await codes('app.wat', '-o', 'nowhere/app.wasm')).toEqual([1, 'io-unwritable']);
});
