/**
 * Loads the components of a test of test/runtime, each with what those before it export as its imports, and calls `run` of the last
 * one, twice: `node compose.mjs '{"test": …, "components": [{"module": …, "library": …}]}'`. What is left behind of the second run
 * is an error.
 */
import * as koffi from 'koffi';

/** What the components import, by the name of the test: from what the components before them export. */
const wirings = {
  worlds: ({ measures, api, api_, api__, addGauges, checkGauge, framed, area, notes }) => ({
    'test:worlds/measures@0.3.0': measures,
    'test:dep/api@1.0.0': api,
    'test:dep/api@2.0.0': api_,
    'test:other/api': api__,
    'add-gauges': { default: addGauges },
    'check-gauge': { default: checkGauge },
    framed: { default: framed },
    area: { default: area },
    notes,
  }),
};

/** An interface is a member of the world, under its own name. */
const byName = (provider) =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        provider[
          String(name)
            .replace(/^.*\//, '')
            .replace(/-(.)/g, (_, c) => c.toUpperCase())
        ],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  );

const { test, components } = JSON.parse(process.argv[2]);
const exported = {};
let runner;
for (const { module, library } of components) {
  const { load } = await import(module);
  const imports = (wirings[test] ?? byName)(exported);
  runner = load(library, imports);
  // Who comes later stands before others.
  Object.assign(exported, runner);
}
const isCounting = process.env.LD_PRELOAD !== undefined;
const live = isCounting ? koffi.load(null).func('wit_test_live_of_components', 'long', []) : () => 0;
runner.run();
const before = live();
runner.run();
const left = live() - before;
if (left !== 0) throw new Error(`${String(left)} allocations are left behind`);
console.log('ran');
