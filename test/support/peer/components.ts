/** Programs as WebAssembly components, composed and run in Node by jco. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaint, runHosted } from '../wasm/run.js';
import type { Hosted, WasmTools } from '../wasm/tools.js';
import { typesComponent, typesUsed } from '../wasm/types-component.js';
import { compileModule, type WasmToolbox } from './component-build.js';
import { composed, type Component } from './compose.js';
import type { PeerTest } from './discover.js';
import { Failure } from './tools.js';
import type { Platform } from './trial.js';
import { wiringsOf } from './wiring.js';

/** How often a test runs: once for what stays allocated for good, and once more, when nothing may come to it. */
const timesOf = ({ name }: PeerTest): number => (runOnce.has(name) ? 1 : 2);

/** Tests that expect something else of a component that has been called before. */
const runOnce: ReadonlySet<string> = new Set(['flavorful']);

/** The canonical ABI on WebAssembly. The tools are the caller's to close. */
export function componentPlatform(toolbox: WasmToolbox, tools: WasmTools): Platform<Component> {
  return {
    moreArguments: () => [],
    workshop: (test) =>
      Promise.resolve({
        build: async (program, request, folder) => {
          const path = await compileModule(test, program, request, folder, toolbox);
          const bytes = await linked(tools.componentNew(readFileSync(path)));
          return { world: program.world, bytes };
        },
        run: async (members, path) => {
          mkdirSync(path, { recursive: true });
          const parts = members.map(({ part }) => part);
          const hosted = await linked(joined(test, parts, path, tools));
          const outcome = await runHosted([hosted], path, timesOf(test));
          // Programs that count for themselves have nobody beside them who does.
          const isCounted = outcome.counts.some((each) => each.length > 0);
          const said = isCounted || outcome.error !== undefined ? complaint(outcome) : '';
          if (said !== '') throw new Failure('run', said);
        },
      }),
  };
}

/** The components of a test in one, as JavaScript. */
async function joined(
  test: PeerTest,
  parts: readonly Component[],
  folder: string,
  tools: WasmTools,
): Promise<Hosted> {
  const wirings = wiringsOf(test.composition, [test.runner, ...test.dependencies], test.runner);
  const types = {
    alone: (name: string) => {
      const wit = `package peer:types;\nworld types {\n  export ${name};\n}\n`;
      return typesComponent(wit, test, { folder: join(folder, 'types'), features: [] }, tools);
    },
    used: await typesUsed(
      parts.map(({ bytes }) => bytes),
      tools,
    ),
  };
  const component = await composed(parts, wirings, { runner: test.runner, run: 'run' }, types);
  return tools.transpile(component, 'composed');
}

/** What tools refuse is a failure to link. */
async function linked<Made>(made: Promise<Made>): Promise<Made> {
  try {
    return await made;
  } catch (error) {
    throw new Failure('link', error instanceof Error ? error.message : String(error));
  }
}
