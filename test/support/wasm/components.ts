/** The components of a runtime test: built when they are first asked for, and put together. */
import { join } from 'node:path';
import { requestOf } from '../peer/arguments.js';
import { plain, type PeerProgram, type PeerTest } from '../peer/discover.js';
import { compose } from './compose.js';
import { buildModule, type Linked } from './modules.js';
import type { Hosted, WasmTools } from './tools.js';
import { withTypesAlone } from './types-alone.js';

/** One program for each component of a test, in the order of instantiation: what is needed comes first, the runner last. */
export type Combination = readonly PeerProgram[];

/** Every choice of a language for each world: components built in a way, and a plain runner. */
export function combinationsOf(test: PeerTest, way: string): readonly Combination[] {
  const worlds = [...test.dependencies].reverse().concat(test.runner);
  return worlds.reduce<readonly Combination[]>(
    (before, world) => {
      const wanted = world === test.runner ? plain : way;
      const candidates = test.programs.filter((each) => each.world === world && each.way === wanted);
      return before.flatMap((chosen) => candidates.map((program) => [...chosen, program]));
    },
    [[]],
  );
}

/** Builds what a test consists of, each part once. */
export class Components {
  readonly #built = new Map<PeerProgram, Promise<Uint8Array>>();
  readonly #hosted = new Map<PeerProgram, Promise<Hosted>>();

  constructor(
    readonly test: PeerTest,
    readonly folder: string,
    readonly linked: () => Linked,
    readonly tools: WasmTools,
  ) {}

  /** The component that a program is. */
  async component(program: PeerProgram): Promise<Uint8Array> {
    const build = async (): Promise<Uint8Array> => {
      const module = await buildModule(this.test, program, join(this.folder, program.name), this.linked());
      return this.tools.componentNew(module);
    };
    return remembered(this.#built, program, build);
  }

  /** The same as JavaScript. */
  async hosted(program: PeerProgram): Promise<Hosted> {
    const name = program.name.replace('.', '-');
    return remembered(this.#hosted, program, async () =>
      this.tools.transpile(await this.component(program), name),
    );
  }

  /** All of a combination in one component. */
  async composed(combination: Combination): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (const program of combination) parts.push(await this.component(program));
    const context = { folder: join(this.folder, 'types'), features: combination.flatMap(featuresOf) };
    const { components, typesIn } = await withTypesAlone(parts, this.test, context, this.tools);
    return compose(components, typesIn);
  }
}

/** The features that a program is generated with. */
function featuresOf(program: PeerProgram): readonly string[] {
  const request = requestOf(program.language, program.args);
  return typeof request === 'string' ? [] : request.features;
}

/** What is made for a key, once. */
async function remembered<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
