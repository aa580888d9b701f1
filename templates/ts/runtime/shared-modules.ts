import { CoreModule } from './core-module.js';
import { InvalidValue } from './invalid-value.js';
import { SharedMemory, type Heap } from './shared-memory.js';
import { Trap } from './trap.js';

/** Any function on core values: numbers, and `bigint` for integers of 64 bits. */
type CoreFunction = (...cores: never[]) => unknown;

/**
 * Whether modules that share a memory can be called. They may call JavaScript and be called by it while they run; what ends one
 * ends all, because nobody knows in what state their memory is.
 */
class SharedState {
  #isDead = false;
  /** What ended them. */
  #cause: unknown;

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Begins a call of an export. */
  enter(): void {
    if (this.#isDead) throw new Trap('modules of this memory have trapped before', { cause: this.#cause });
  }

  exit(): void {
    // Nobody waits for the end of a call.
  }

  /** Says of an error that ended a call of an export what it means, as for an instance: instance-state.ts. */
  failed(error: unknown, hasAnswered: boolean): unknown {
    const isOurs = hasAnswered ? !(error instanceof Trap) : error instanceof InvalidValue;
    return isOurs ? error : this.trapped(error);
  }

  /** The same of an error that passes through a module, whatever it is. */
  trapped(error: unknown): unknown {
    if (!this.#isDead) this.#cause = error;
    this.#isDead = true;
    return error;
  }
}

/**
 * Core modules on one memory, which call each other and JavaScript by the names of symbols. One of them, which comes first, has the
 * heap and exports `malloc` and `free`.
 */
export class SharedModules {
  readonly state = new SharedState();
  readonly memory: SharedMemory;
  readonly #others: WebAssembly.Imports;
  /** Functions of modules and of JavaScript, by their symbols. What their types are, modules say. */
  readonly #functions = new Map<string, unknown>();
  #source: WebAssembly.Memory | undefined;
  #exportsOfHeap: WebAssembly.Exports | undefined;

  /** `source` is their memory, undefined where the first module brings it; `others` is what they import beside, such as WASI. */
  constructor(source?: WebAssembly.Memory, others: WebAssembly.Imports = {}) {
    this.#others = others;
    this.memory = new SharedMemory(this.#heap());
    if (source) this.#attach(source);
  }

  /**
   * Makes an instance of one more module. What it imports from `env` is what `defined` says, or else a function of a module
   * that is here already, or of one that is added before it is called.
   */
  add(module: WebAssembly.Module, defined: Readonly<Record<string, CoreFunction>> = {}): CoreModule {
    const own = new Map(Object.entries(defined));
    const { env: given = {} } = this.#others;
    const env = new Map<string, unknown>(Object.entries(given));
    if (this.#source) env.set('memory', this.#source);
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (from !== 'env' || kind !== 'function' || env.has(name)) continue;
      env.set(name, own.get(name) ?? this.#functions.get(name) ?? this.#later(name));
    }
    // The module says itself what the types of its imports are, and looks.
    const imports = { ...this.#others, env: Object.fromEntries(env) } as WebAssembly.Imports;
    const core = new CoreModule(module, imports);
    const { exports } = core;
    for (const [name, value] of [...Object.entries(exports), ...own]) {
      if (typeof value === 'function' && !this.#functions.has(name)) this.#functions.set(name, value);
    }
    if ('malloc' in exports && 'free' in exports) this.#exportsOfHeap ??= exports;
    const { memory } = exports;
    if (!this.#source && memory instanceof WebAssembly.Memory) this.#attach(memory);
    core.initialize();
    return core;
  }

  #attach(source: WebAssembly.Memory): void {
    this.#source = source;
    this.memory.attach(source, undefined);
  }

  /** A function of a module that is yet to come. */
  #later(name: string): CoreFunction {
    return (...cores) => {
      const found = this.#functions.get(name) as CoreFunction | undefined;
      if (!found) throw new WebAssembly.LinkError(`no module defines \`${name}\``);
      return found(...cores);
    };
  }

  #heap(): Heap {
    const heap = (): { malloc: (size: number) => number; free: (pointer: number) => void } => {
      if (!this.#exportsOfHeap) throw new WebAssembly.LinkError('no module exports `malloc` and `free`');
      // What functions of these names are, the C library says.
      return this.#exportsOfHeap as ReturnType<typeof heap>;
    };
    return {
      allocate(size) {
        const pointer = heap().malloc(size) >>> 0;
        if (pointer === 0) throw new RangeError(`there is no memory for ${String(size)} bytes`);
        return pointer;
      },
      free: (pointer) => {
        if (!this.state.isDead) heap().free(pointer);
      },
    };
  }
}

/** Looks whether a module means the same interface. One that says nothing is welcome, as everywhere. */
export function checkFingerprint(core: CoreModule, name: string, symbol: string, own: bigint): void {
  const told = core.optional(symbol) as (() => bigint) | undefined;
  const other = told && BigInt.asUintN(64, told());
  if (other === undefined || other === own) return;
  const inHex = (value: bigint): string => value.toString(16).padStart(16, '0');
  throw new WebAssembly.LinkError(
    `the module does not mean the same by \`${name}\`: this was made for ${inHex(own)}, the module for ${inHex(other)}`,
  );
}
