/** What components of a test in this folder import where JavaScript is between them: what the components before them export. */

/** By the name of the test, where names are not enough. */
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

/** The imports of a component, of everything that was exported so far. */
export const importsOf = (test, exported) => (wirings[test] ?? byName)(exported);
