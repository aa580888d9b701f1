import { InvalidValue } from './invalid-value.js';
import { SharedMemory, type Heap } from './shared-memory.js';
import { SharedModule, agree, wantedBy, type CoreFunction, type WantedInterface } from './shared-module.js';
import { Trap } from './trap.js';

interface HeapFunctions {
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
}

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
  failed(error: unknown, answer?: unknown, isCalled = true): unknown {
    const hasAnswered = answer !== undefined;
    const isHarmless =
      error instanceof InvalidValue
        ? hasAnswered || error.comesOut()
        : (hasAnswered || !isCalled) && !(error instanceof Trap);
    return isHarmless ? error : this.trapped(error);
  }

  /** What a module's own function answers: no error of its is harmless. */
  guarded<Answer>(call: () => Answer): Answer {
    try {
      return call();
    } catch (error) {
      throw this.trapped(error);
    }
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
  /** What modules that are here want of interfaces, also of those that are yet to come. */
  readonly #wanted: WantedInterface[] = [];
  #source: WebAssembly.Memory | undefined;
  #heapFunctions: HeapFunctions | undefined;

  /** `source` is their memory, undefined where the first module brings it; `others` is what they import beside, such as WASI. */
  constructor(source?: WebAssembly.Memory, others: WebAssembly.Imports = {}) {
    this.#others = others;
    this.memory = new SharedMemory(this.#heap());
    if (source) this.#attach(source);
  }

  /** Makes an instance of one more module, and links it with the others. */
  add(module: WebAssembly.Module, defined: Readonly<Record<string, CoreFunction>> = {}): SharedModule {
    const core = this.load(module, defined);
    this.link(core);
    return core;
  }

  /**
   * Makes an instance of one more module, of which the others know nothing yet. What it imports from `env` is what `defined` says,
   * or else a function of a module that is here already, or of one that is linked before it is called. Whatever is wrong with
   * the module, the others stay as they are, and another may come in its place.
   */
  load(module: WebAssembly.Module, defined: Readonly<Record<string, CoreFunction>> = {}): SharedModule {
    this.state.enter();
    const own = new Map<string, unknown>(Object.entries(defined));
    const { env: given = {} } = this.#others;
    const env = new Map<string, unknown>(Object.entries(given));
    const found = (name: string): unknown => env.get(name) ?? own.get(name) ?? this.#functions.get(name);
    const wanted = wantedBy(module);
    const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
    for (const each of wanted) if (!exported.has(each.symbol)) agree(each, found(each.symbol));
    if (this.#source) env.set('memory', this.#source);
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (from === 'env' && kind === 'function') env.set(name, found(name) ?? this.#later(name));
    }
    // The module says itself what the types of its imports are, and looks.
    const imports = { ...this.#others, env: Object.fromEntries(env) } as WebAssembly.Imports;
    return new SharedModule(module, imports, own, wanted);
  }

  /**
   * Lets the others call an instance, and runs what it wants to have run before anything else. Who does not mean the same by
   * an interface as those that call it stays outside. An error of what runs ends all.
   */
  link(core: SharedModule): void {
    const { exports, functions, wanted } = core;
    for (const each of wanted) agree(each, core.optional(each.symbol));
    for (const each of this.#wanted) {
      if (!this.#functions.has(each.symbol)) agree(each, functions.get(each.symbol));
    }
    const { memory } = exports;
    if (memory instanceof WebAssembly.Memory) {
      if (!this.#source) this.#attach(memory);
      else if (memory !== this.#source) {
        throw new WebAssembly.LinkError('the module has a memory of its own: link it with `--import-memory`');
      }
    }
    this.#wanted.push(...wanted);
    for (const [name, value] of functions) {
      if (!this.#functions.has(name)) this.#functions.set(name, value);
    }
    const { malloc, free } = exports;
    // What functions of these names are, the C library says.
    if (malloc && free) this.#heapFunctions ??= { malloc, free } as HeapFunctions;
    this.state.guarded(() => {
      core.initialize();
    });
  }

  #attach(source: WebAssembly.Memory): void {
    // Of any realm. Browsers let no text be read from or written to such memory.
    if (Object.prototype.toString.call(source.buffer) === '[object SharedArrayBuffer]') {
      throw new TypeError('the memory is shared between threads: modules are called by one thread alone');
    }
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
    const heap = (): HeapFunctions => {
      if (!this.#heapFunctions) throw new WebAssembly.LinkError('no module exports `malloc` and `free`');
      return this.#heapFunctions;
    };
    return {
      allocate: (size) => {
        const { malloc } = heap();
        const pointer = this.state.guarded(() => malloc(size)) >>> 0;
        if (pointer === 0) throw new RangeError(`there is no memory for ${size} bytes`);
        return pointer;
      },
      free: (pointer) => {
        if (!this.state.isDead) heap().free(pointer);
      },
    };
  }
}
