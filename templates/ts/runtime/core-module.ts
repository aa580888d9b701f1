import type { InstanceState } from './instance-state.js';
import type { Memory, Realloc } from './memory.js';

/** An instance of a core module, by the names of its exports. */
export class CoreModule {
  readonly exports: WebAssembly.Exports;

  constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
    this.exports = new WebAssembly.Instance(module, imports).exports;
  }

  /** A function that the module must export. What its type is, nothing but the world says. */
  function(name: string): unknown {
    const found = this.optional(name);
    if (!found) throw new WebAssembly.LinkError(`the module exports no function \`${name}\``);
    return found;
  }

  /** A function that the module may export; undefined if it does not. */
  optional(name: string): unknown {
    const found = this.exports[name];
    return typeof found === 'function' ? found : undefined;
  }

  /** Lets the module's memory be known, and the function that it allocates by. */
  attach(memory: Memory, state: InstanceState, realloc: string | undefined): void {
    const { cm32p2_memory, memory: legacy } = this.exports;
    const source = cm32p2_memory ?? legacy;
    if (!(source instanceof WebAssembly.Memory)) {
      throw new WebAssembly.LinkError('the module exports no memory');
    }
    const allocate = realloc === undefined ? undefined : (this.optional(realloc) as Realloc | undefined);
    memory.attach(
      source,
      allocate &&
        ((old, oldSize, align, size) => {
          state.mayLeave = false;
          const pointer = allocate(old, oldSize, align, size);
          state.mayLeave = true;
          return pointer;
        }),
    );
  }

  /** Runs what the module wants to have run before anything else. */
  initialize(): void {
    const initialize = this.optional('cm32p2_initialize') ?? this.optional('_initialize');
    (initialize as (() => void) | undefined)?.();
  }
}
