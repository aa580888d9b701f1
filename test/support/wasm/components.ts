/** The components of a runtime test: built when they are first asked for, and put together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreNames } from '../../../src/abi/symbol-options.js';
import { coreModuleOf } from '../../../src/wasm/core-module.js';
import { requestOf, type PeerRequest } from '../peer/arguments.js';
import { compileModule } from '../peer/component-build.js';
import { plain, type PeerProgram, type PeerTest } from '../peer/discover.js';
import { compose } from './compose.js';
import type { Counting } from './counting.js';
import { glued, type Glued } from './glue.js';
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
  readonly #glued = new Map<PeerProgram, Promise<Glued>>();

  constructor(
    readonly test: PeerTest,
    readonly folder: string,
    readonly counting: () => Counting,
    readonly tools: WasmTools,
    readonly coreNames: CoreNames = 'legacy',
    /** Makes a module of a program: with our bindings, where nothing else is said. */
    readonly compile: typeof compileModule = compileModule,
  ) {}

  /** The component that a program is. */
  async component(program: PeerProgram): Promise<Uint8Array> {
    const build = async (): Promise<Uint8Array> => {
      const toolbox = { standIn: { args: [], env: {} }, counting: this.counting() };
      const place = join(this.folder, program.name);
      const request = { ...mustRequest(program), symbols: { coreNames: this.coreNames } };
      const module = await this.compile(this.test, program, request, place, toolbox);
      return this.tools.componentNew(readFileSync(module));
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

  /** The same as a core module under our glue. */
  async glued(program: PeerProgram): Promise<Glued> {
    return remembered(this.#glued, program, async () => {
      const extracted = coreModuleOf(await this.component(program));
      if (!('module' in extracted)) throw new Error(JSON.stringify(extracted));
      const { features } = mustRequest(program);
      const at = { witPath: this.test.wit, world: program.world, features };
      return glued(`${program.name.replace('.', '-')}-glue`, extracted.module, at, this.coreNames);
    });
  }

  /** All of a combination in one component. */
  async composed(combination: Combination): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (const program of combination) parts.push(await this.component(program));
    const context = {
      folder: join(this.folder, 'types'),
      features: combination.flatMap((program) => mustRequest(program).features),
    };
    const { components, typesIn } = await withTypesAlone(parts, this.test, context, this.tools);
    return compose(components, typesIn);
  }
}

/** What a program's bindings are asked for with. */
function mustRequest({ language, args }: PeerProgram): PeerRequest {
  const request = requestOf(language, args);
  if (typeof request === 'string') throw new Error(request);
  return request;
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
