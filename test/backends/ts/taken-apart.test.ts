/** Records in lists are taken apart before anybody asks whether they are objects: what is none is an error all the same. */
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { repository } from '../../support/golden.js';
import { invoke, loaded, type Instantiate } from '../../support/wasm/loaded.js';

const functions = ['points', 'lines', 'measures', 'looses', 'options', 'results', 'nested', 'places'];

/** A module that takes all lists and does nothing. */
const module = `(module
  (memory (export "memory") 2)
  (global $next (mut i32) (i32.const 1024))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get 3))))
  ${functions.map((name) => `(func (export "api#${name}") (param i32 i32))`).join('\n  ')})`;

const point = { x: 1, y: 2 };

/** A proxy that nothing can be asked of. */
function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}
const line = { from: point };

describe('what is no record', () => {
  let instantiate: Instantiate;
  beforeAll(async () => {
    const witPath = join(repository, 'test/backends/ts/taken-apart.wit');
    instantiate = await loaded({ witPath, world: 'w', features: ['map'] });
  });

  test.each<readonly [name: string, value: unknown, message: string | RegExp]>([
    ['points', [point, null], 'value[1] must be an object, not null'],
    ['points', [undefined], 'value[0] must be an object, not undefined'],
    ['points', Object.assign([], { length: 1 }), 'value[0] must be an object, not undefined'],
    ['points', [5], 'value[0] must be an object, not 5'],
    ['points', ['xy'], 'value[0] must be an object, not a string'],
    ['points', [() => 1], 'value[0] must be an object, not a function'],
    ['points', [{ x: 1 }], 'value[0].y must be an integer from 0 to 4294967295, not undefined'],
    ['points', [[]], 'value[0].x must be an integer from 0 to 4294967295, not undefined'],
    ['lines', [{}], 'value[0].from must be an object, not undefined'],
    ['lines', [{ from: 7 }], 'value[0].from must be an object, not 7'],
    ['lines', [{ from: point, to: true }], 'value[0].to must be an object, not true'],
    ['measures', ['three'], 'value[0] must be an object, not a string'],
    ['measures', [(a: number) => a], 'value[0] must be an object, not a function'],
    ['looses', [5], 'value[0] must be an object, not 5'],
    ['looses', [null], 'value[0] must be an object, not null'],
    ['options', [point, 'no'], 'value[1].x must be an integer from 0 to 4294967295, not undefined'],
    ['results', [{ tag: 'ok' }], 'value[0].val must be an object, not undefined'],
    ['results', [{ tag: 'err', val: { from: null } }], 'value[0].val.from must be an object, not null'],
    ['nested', [{ name: 'a', line: 1n }], 'value[0].line must be an object, not 1n'],
    ['nested', [{ name: 'a', line: { from: {} } }], /^value\[0\]\.line\.from\.x must be an integer/],
    ['places', new Map([[1, undefined]]), 'value[0][1] must be an object, not undefined'],
  ])('%s: %p', async (name, value, message) => {
    const { api } = (await instantiate(module, {})) as { api: object };
    expect(() => invoke(api, name, value)).toThrow(TypeError);
    expect(() => invoke(api, name, value)).toThrow(message);
    // Nothing has happened to the component.
    invoke(api, 'lines', [line, { from: point, to: point }]);
  });

  test('what a getter throws comes out as it is', async () => {
    const { api } = (await instantiate(module, {})) as { api: object };
    const error = new TypeError('not today');
    const angry = {
      get x(): never {
        throw error;
      },
      y: 1,
    };
    expect(() => invoke(api, 'points', [angry])).toThrow(error);
    // The component has not been called.
    invoke(api, 'points', [point]);
  });

  test.each<readonly [string, unknown, RegExp]>([
    ['of a map', new Proxy(new Map(), {}), /^value must be a Map, not an object/],
    ['that is revoked', revoked(), /revoked/],
  ])('a proxy %s does no harm', async (_, proxy, message) => {
    const { api } = (await instantiate(module, {})) as { api: object };
    expect(() => invoke(api, 'places', proxy)).toThrow(message);
    expect(() => invoke(api, 'points', proxy)).toThrow(TypeError);
    invoke(api, 'points', [point]);
  });

  test('a map of another realm is one', async () => {
    const { api } = (await instantiate(module, {})) as { api: object };
    invoke(api, 'places', runInNewContext(`new Map([[1, { name: 'a', line: { from: { x: 1, y: 2 } } }]])`));
  });

  test('what fails where memory is asked for is the end of the component', async () => {
    const trapping = module.replace('(global.set $next (i32.and', 'unreachable (global.set $next (i32.and');
    const { api } = (await instantiate(trapping, {})) as { api: object };
    expect(() => invoke(api, 'points', [point])).toThrow('unreachable');
    expect(() => invoke(api, 'points', [])).toThrow('has trapped before');
  });

  test('an object of any kind is one', async () => {
    const { api } = (await instantiate(module, {})) as { api: object };
    const frozen: unknown = Object.freeze(Object.assign(Object.create(null), point));
    invoke(api, 'points', [
      frozen,
      Object.assign(() => 1, point),
      new (class {
        x = 1;
        y = 2;
      })(),
    ]);
    invoke(api, 'options', [null, undefined, point]);
    invoke(api, 'looses', [{}]);
  });
});
