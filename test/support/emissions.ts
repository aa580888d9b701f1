/** Everything that a world is emitted as in TypeScript, compiled. */
import { ts } from '../../src/backends/ts/index.js';
import type { Emission } from '../../src/backends/ts/options.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import { worldsOf } from './fixtures.js';
import { Outputs } from './typescript.js';

/** A kind of output, for `test.each`. */
export type EmissionCase = readonly [emit: Emission, abi: 'canonical' | 'symmetric', options: object];

export const everyEmission: readonly EmissionCase[] = [
  ['types', 'canonical', {}],
  ['guest-types', 'canonical', {}],
  ['glue', 'canonical', {}],
  ['glue', 'symmetric', { transport: 'koffi' }],
  ['glue', 'symmetric', { transport: 'napi' }],
  ['glue', 'symmetric', { transport: 'wasm' }],
];

/** What the compilers have against all worlds of a package. */
export async function mistakesInWorlds(
  wit: string,
  [emit, abi, options]: EmissionCase,
): Promise<readonly string[]> {
  const outputs = new Outputs(emit);
  for (const { name: world } of await worldsOf(wit)) {
    const request = { wit, world, abi, features: 'all', lints: 'compat', backend: ts } as const;
    const { files, diagnostics } = await generate({ ...request, options: { ...options, emit } }, nodeHost);
    expect(diagnostics).toEqual([]);
    outputs.add(world, files);
  }
  // Addons are found by modules of Node.
  return outputs.mistakes({ exactOptionalPropertyTypes: true, types: ['node'] });
}
