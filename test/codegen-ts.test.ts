/**
 * Every valid input of the corpus, and our fixtures, as types for hosts and for guests, through the compilers of TypeScript:
 * `strict`, with and without `exactOptionalPropertyTypes`, declarations of others checked, too.
 *
 * All outputs of a setting are one program. Names of ambient modules are the whole program's, so those of guests get the
 * name of their output in front.
 */
import { ts } from '../src/backends/ts/index.js';
import { emissions, type Emission } from '../src/backends/ts/options.js';
import { hasErrors } from '../src/base/diagnostics.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { corpusCases, corpusInput } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from './support/fixtures.js';
import { compilerVersions, otherPresentations, Outputs } from './support/typescript.js';

const inputs = [
  ...fixtureNames.map((name) => ({
    id: `fixtures/${name}`,
    wit: fixtureFolder(name),
    features: 'all' as const,
  })),
  ...corpusCases()
    .filter(({ expect: expected }) => expected === 'valid')
    .map((entry) => ({
      id: entry.id,
      wit: corpusInput(entry),
      features: entry.allFeatures ? ('all' as const) : entry.features,
    })),
];

/** The names of an input's worlds. */
const worldsOf = new Map(
  inputs.map(({ id, wit, features }) => [
    id,
    allWorldsOf(wit, features).then((all) => all.map(qualifiedName)),
  ]),
);

/** What no backend generates from yet. */
const unsupported = 'unsupported-feature';

interface Generated {
  readonly outputs: Outputs;
  /** How many worlds were generated, and which inputs were refused. */
  readonly worlds: number;
  readonly refused: ReadonlySet<string>;
}

/** All outputs of a kind. */
async function outputsFor(emit: Emission, options = {}, some = inputs): Promise<Generated> {
  const outputs = new Outputs(emit);
  const refused = new Set<string>();
  let worlds = 0;
  for (const { id, wit, features } of some) {
    for (const world of (await worldsOf.get(id)) ?? []) {
      const request = { wit, world, abi: 'canonical', features } as const;
      const settings = { lints: 'compat', backend: ts, options: { ...options, emit } } as const;
      const generated = await generate({ ...request, ...settings }, nodeHost);
      const codes = new Set(generated.diagnostics.map(({ code }) => code));
      if (codes.size > 0) {
        expect({ id, codes }).toEqual({ id, codes: new Set([unsupported]) });
        refused.add(id);
        continue;
      }
      outputs.add(`w${String(worlds++)}`, generated.files);
    }
  }
  return { outputs, worlds, refused };
}

const checks = compilerVersions.flatMap((version) =>
  [true, false].map((isExact): [string, boolean] => [version, isExact]),
);

/** A compiler reads everything: most of a minute of processor time for glue, on a machine that may have more to do. */
const patience = 900_000;

describe.each(emissions)('%s', (emit) => {
  const generated = outputsFor(emit);

  test.each(checks)(
    'compile with TypeScript %s, exactOptionalPropertyTypes %s',
    async (version, exactOptionalPropertyTypes) => {
      const { outputs } = await generated;
      expect(outputs.mistakes({ exactOptionalPropertyTypes }, [version])).toEqual([]);
    },
    patience,
  );

  test('compile with other presentations', async () => {
    const some = inputs.filter(({ id }) => /^(fixtures|codegen)\//.test(id));
    const { outputs } = await outputsFor(emit, otherPresentations[emit], some);
    expect(outputs.mistakes()).toEqual([]);
  });

  test('are there for every world that needs nothing asynchronous', async () => {
    const { worlds, refused } = await generated;
    expect(worlds).toBeGreaterThan(fixtureNames.length);
    const codegen = [...refused].filter((id) => id.startsWith('codegen/'));
    expect(codegen.filter((id) => !codegenGaps.has(id))).toEqual([]);
    expect([...refused].filter((id) => id.startsWith('fixtures/'))).toEqual([]);
  });
});

test.each(['koffi', 'wasm'])('glue of symmetric components compiles: %s', async (transport) => {
  const outputs = new Outputs('glue');
  for (const { id, wit, features } of inputs.filter(({ id }) => id.startsWith('fixtures/'))) {
    for (const world of (await worldsOf.get(id)) ?? []) {
      const request = { wit, world, abi: 'symmetric', features, lints: 'compat' } as const;
      const { files, diagnostics } = await generate(
        { ...request, backend: ts, options: { emit: 'glue', transport } },
        nodeHost,
      );
      expect({ id, errors: hasErrors(diagnostics) ? diagnostics : [] }).toEqual({ id, errors: [] });
      outputs.add(`${id.replace('/', '-')}-${world.replace(/[:/@.]/g, '-')}`, files);
    }
  }
  expect(outputs.mistakes({ exactOptionalPropertyTypes: true })).toEqual([]);
});

test('the compilers are the last two that are written in TypeScript', () => {
  expect(compilerVersions).toEqual(['5.9', '6.0']);
});
