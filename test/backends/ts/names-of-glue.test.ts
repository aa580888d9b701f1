/** Worlds whose interfaces, functions and own names are those that glue and its modules have by themselves. */
import { join } from 'node:path';
import { everyEmission, mistakesInWorlds } from '../../support/emissions.js';
import { repository } from '../../support/golden.js';
import { invoke, loaded } from '../../support/wasm/loaded.js';

const wit = join(repository, 'test/backends/ts/names-of-glue.wit');

test.each(everyEmission)('%s compile: %s, %j', async (...emission) => {
  expect(await mistakesInWorlds(wit, emission)).toEqual([]);
});

const prefix = 'test:names-of-glue';

test('an instance has each interface under its own name', async () => {
  const exported = ['path', 'module', 'others', 'imports', 'check-imports'].map((name) => {
    const type = name === 'check-imports' ? '(result i32)' : '(param i32) (result i32)';
    return `(func (export "${prefix}/${name}#${name}") ${type} i32.const ${String(name.length)})`;
  });
  const instantiate = await loaded({ witPath: wit, world: 'exporter', features: ['map'] });
  const instance = await instantiate(`(module
    (import "[export]${prefix}/instantiate" "[resource-new]item" (func $new (param i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "${prefix}/instantiate#[constructor]item") (param i32) (result i32)
      (call $new (local.get 0)))
    (func (export "${prefix}/instantiate#[method]item.load") (param i32) (result i32) (local.get 0))
    (func (export "${prefix}/instantiate#[static]item.instantiate") (param i32) (result i32) unreachable)
    (func (export "${prefix}/instantiate#instantiate") (param i32 i32 i32) (result i32)
      (i32.add (local.get 0) (i32.add (local.get 1) (local.get 2))))
    (func (export "${prefix}/load#load") (param i32 i32) (result i32) i32.const 2048)
    (func (export "${prefix}/level-cases#cases") (result i32) i32.const 3)
    (func (export "${prefix}/component-error#fail") (result i32) i32.const 2048)
    ${exported.join('\n')}
  )`);
  const { Item } = (instance as { instantiate: { Item: new (core: number) => object } }).instantiate;
  const item = new Item(40);
  expect(invoke(item, 'load')).toBe(40);
  expect(invoke(instance, 'instantiate.instantiate', 1, item, 'high')).toBe(42);
  expect(invoke(instance, 'load.load', [{ file: 'a' }])).toEqual([]);
  expect(invoke(instance, 'path.path', 1)).toBe('path'.length);
  expect(invoke(instance, 'imports.imports', 1)).toBe('imports'.length);
});
