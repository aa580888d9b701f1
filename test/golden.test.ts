/** What is generated from each fixture, kept as real files. Read a changed file before you accept it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInBackends } from '../src/backends/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { inspect } from '../src/driver/inspect.js';
import { expectGolden } from './support/golden.js';
import { fixtureFolder, fixtureWorlds, settingsOf } from './support/fixtures.js';

const worlds = await fixtureWorlds();

describe.each(worlds)('$fixture, world $world', ({ fixture, world }) => {
  // What is not part of WIT yet, but planned and spelled already, is tried without a word about that.
  const lints = { 'gated-fixed-length-list': 'allow', 'hyphen-duplicate': 'allow' } as const;
  const request = { wit: fixtureFolder(fixture), world, lints } as const;

  test.each(['canonical', 'symmetric'] as const)('the %s plan', async (abi) => {
    const { text, diagnostics } = await inspect({ ...request, abi, format: 'plan' }, nodeHost);
    expect(diagnostics).toEqual([]);
    expectGolden(`${fixture}/${world}/${abi}/plan.txt`, text ?? '');
  });

  const settings = builtInBackends.flatMap((backend) =>
    settingsOf(fixture, backend.id).map((setting) => ({ ...setting, backend })),
  );
  test.each(settings.map((setting) => [`${setting.backend.title} as ${setting.folder}`, setting] as const))(
    '%s',
    async (_, { backend, folder, request: asked }) => {
      const whole = { ...request, ...asked, backend } as const;
      const { files, diagnostics } = await generate(whole, nodeHost);
      expect(diagnostics).toEqual([]);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        // The runtime is copied as it stands; its own text is what is reviewed.
        const name = file.path.replace(/^wit_runtime\//, '');
        const runtime = join(fileURLToPath(backend.templates), 'runtime', name);
        if (existsSync(runtime)) expect(file.content).toBe(readFileSync(runtime, 'utf8'));
        else expectGolden(`${fixture}/${world}/${folder}/${file.path}`, file.content);
      }
    },
  );
});
