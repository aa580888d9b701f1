/** The fixtures below `test/fixtures`: one feature a folder, each a WIT package with one or more worlds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../src/base/node-host.js';
import type { GenerateRequest } from '../../src/driver/generate.js';
import { resolve } from '../../src/resolve/resolve.js';
import type { Resolved, World } from '../../src/resolve/model.js';
import { repository } from './golden.js';

/** Folders that hold something else than packages to generate from. */
const otherFolders = new Set(['errors', 'inspect', 'outside-backend']);

export const fixtureFolder = (name: string): string => join(repository, 'test/fixtures', name);

export const fixtureNames: readonly string[] = readdirSync(join(repository, 'test/fixtures'))
  .filter((name) => !otherFolders.has(name))
  .sort();

/** A world of a fixture, for `test.each`. */
export interface FixtureWorld {
  readonly fixture: string;
  readonly world: string;
}

/** All worlds of all fixtures. Fixtures are valid: what does not resolve is a failure of the whole file. */
export async function fixtureWorlds(): Promise<readonly FixtureWorld[]> {
  const all = await Promise.all(
    fixtureNames.map(async (fixture) => {
      const worlds = await worldsOf(fixtureFolder(fixture));
      return worlds.map(({ name }) => ({ fixture, world: name }));
    }),
  );
  return all.flat();
}

/** A way of generating from a fixture: a backend with options of its own. */
export interface Setting {
  readonly backend: string;
  /** Where its goldens are, below those of the world: `symmetric/cpp`, or `symmetric/cpp-NAME` where options are given. */
  readonly folder: string;
  readonly request: Pick<GenerateRequest, 'abi'> & SettingText;
}

/** What `settings.json` in a fixture's folder says for each backend and name: what to ask for. */
type SettingText = Pick<GenerateRequest, 'api' | 'options'>;

/**
 * The fixtures whose canonical bindings are kept as well: one for each thing that this ABI does in its own way.
 * What the others show of it differs from these by the types alone, and is compiled and run, not kept.
 */
const canonicalFixtures: ReadonlySet<string> = new Set([
  ...['both-sides', 'lists', 'many-parameters', 'maps', 'options-and-results', 'resource-handles'],
  ...['resources', 'variants', 'worked-example', 'world-items'],
]);

/**
 * The fixtures whose TypeScript is kept: one for each kind of type and of module. That of the others differs from these by
 * names alone, and is compiled, not kept.
 */
const typescriptFixtures: ReadonlySet<string> = new Set([
  ...[
    'both-sides',
    'enums-and-flags',
    'fixed-length-lists',
    'hostile-docs',
    'inline-interfaces',
    'lists',
    'maps',
  ],
  ...[
    'names-that-javascript-has',
    'options-and-results',
    'package-versions',
    'records',
    'resources',
    'scalars',
  ],
  ...['tuples', 'use-and-aliases', 'variants', 'worked-example', 'world-items'],
]);

/** The fixtures whose glue is kept: one for each thing that it does. That of the others is compiled and run. */
const glueFixtures: ReadonlySet<string> = new Set([
  ...['lists', 'options-and-results', 'resources', 'variants', 'worked-example', 'world-items'],
]);

const glueSetting: Setting = {
  backend: 'ts',
  folder: 'canonical/ts-glue',
  request: { abi: 'canonical', options: { emit: 'glue' } },
};

/** The fixtures whose glue of native components is kept. */
const nativeGlueFixtures: ReadonlySet<string> = new Set(['lists', 'resources', 'worked-example']);

const nativeGlueSetting: Setting = {
  backend: 'ts',
  folder: 'symmetric/ts-glue',
  request: { abi: 'symmetric', options: { emit: 'glue' } },
};

/** Types for hosts and for guests, which are the same but for who implements what. */
const typescriptSettings: readonly Setting[] = ['types', 'guest-types'].map((emit) => ({
  backend: 'ts',
  folder: `canonical/ts-${emit}`,
  request: { abi: 'canonical', options: { emit } },
}));

/** The fixtures whose addons are kept: resources on either side, every kind of error, and a bit of all. */
const addonFixtures: ReadonlySet<string> = new Set(['options-and-results', 'resources', 'worked-example']);

const addonSetting: Setting = {
  backend: 'ts',
  folder: 'symmetric/ts-napi',
  request: { abi: 'symmetric', options: { emit: 'glue', transport: 'napi' } },
};

/** The fixtures whose glue of modules on one memory is kept. */
const sharedGlueFixtures: ReadonlySet<string> = new Set(['resources', 'worked-example']);

const sharedGlueSetting: Setting = {
  backend: 'ts',
  folder: 'symmetric/ts-shared',
  request: { abi: 'symmetric', options: { emit: 'glue', transport: 'wasm' } },
};

/** How a backend is tried with a fixture: as it is by itself, and as the fixture's `settings.json` says. */
export function settingsOf(fixture: string, backend: string): readonly Setting[] {
  const named = namedSettings(fixture, backend);
  if (backend === 'ts') {
    const own = named.map(([name, request]): Setting => ({
      backend,
      folder: `canonical/${backend}-${name}`,
      request: { ...request, abi: 'canonical' },
    }));
    const glue = [
      ...(glueFixtures.has(fixture) ? [glueSetting] : []),
      ...(nativeGlueFixtures.has(fixture) ? [nativeGlueSetting] : []),
      ...(sharedGlueFixtures.has(fixture) ? [sharedGlueSetting] : []),
      ...(addonFixtures.has(fixture) ? [addonSetting] : []),
    ];
    return typescriptFixtures.has(fixture) ? [...typescriptSettings, ...glue, ...own] : [];
  }
  const canonical = canonicalFixtures.has(fixture)
    ? [{ backend, folder: `canonical/${backend}`, request: { abi: 'canonical' } as const }]
    : [];
  return [
    { backend, folder: `symmetric/${backend}`, request: { abi: 'symmetric' } },
    ...named.map(([name, request]) => ({
      backend,
      folder: `symmetric/${backend}-${name}`,
      request: { ...request, abi: 'symmetric' } as const,
    })),
    ...canonical,
  ];
}

/** What a fixture's `settings.json` asks of a backend, by name. */
function namedSettings(fixture: string, backend: string): readonly (readonly [string, SettingText])[] {
  const file = join(fixtureFolder(fixture), 'settings.json');
  // The file is ours; a mistake in it is a failure of the tests that read it.
  const texts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, SettingText>>)
    : {};
  return Object.entries(texts[backend] ?? {});
}

/** All goldens of a backend, for `test.each`; `folder` is below `snapshots`. */
export async function fixtureGoldens(
  backend: string,
): Promise<readonly (FixtureWorld & { readonly folder: string })[]> {
  return (await fixtureWorlds()).flatMap(({ fixture, world }) =>
    settingsOf(fixture, backend).map(({ folder }) => ({
      fixture,
      world,
      folder: `${fixture}/${world}/${folder}`,
    })),
  );
}

/** The worlds of the main package of a folder of WIT. */
export async function worldsOf(folder: string): Promise<readonly World[]> {
  return (await resolved(folder)).main.worlds;
}

/** The worlds of all packages in a folder of WIT and its dependencies. */
export async function allWorldsOf(
  folder: string,
  features: readonly string[] | 'all' = 'all',
): Promise<readonly World[]> {
  return (await resolved(folder, features)).packages.flatMap(({ worlds }) => worlds);
}

async function resolved(folder: string, features: readonly string[] | 'all' = 'all'): Promise<Resolved> {
  const { resolved: whole, diagnostics } = await resolve(
    { roots: [folder], features: features === 'all' ? features : new Set(features) },
    nodeHost,
  );
  if (!whole) {
    throw new Error(`${folder} does not resolve: ${diagnostics.map((each) => each.message).join('; ')}`);
  }
  return whole;
}

/** Every `.wit` file of the fixtures that resolve, for `test.each`. */
export function fixtureTexts(): readonly { readonly name: string; readonly text: string }[] {
  return fixtureNames.flatMap((fixture) =>
    readdirSync(fixtureFolder(fixture), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.wit'))
      .map((file) => ({
        name: `${fixture}/${file}`,
        text: readFileSync(join(fixtureFolder(fixture), file), 'utf8'),
      })),
  );
}
