import * as koffi from 'koffi';
import { NativeMemory, type ProcessMemory } from './native-memory.js';

/** The types of core values. A 64-bit integer is a `bigint`, all others are numbers. */
export type NativeType = 'i32' | 'i64' | 'f32' | 'f64' | 'pointer' | 'length' | 'void';

/** A function of the symmetric ABI: its symbol, the type of its result, and those of its parameters. */
export type NativeSignature = readonly [
  symbol: string,
  result: NativeType,
  parameters: readonly NativeType[],
];

/** Any function on core values: numbers, and `bigint` for integers of 64 bits. */
export type CoreFunction = (...cores: never[]) => unknown;

const koffiTypes: Readonly<Record<NativeType, string>> = {
  i32: 'int32_t',
  i64: 'int64_t',
  f32: 'float',
  f64: 'double',
  pointer: 'uintptr_t',
  length: 'size_t',
  void: 'void',
};

const typesOf = (types: readonly NativeType[]): string[] => types.map((type) => koffiTypes[type]);

/** koffi has small 64-bit integers as numbers. */
const whole = (core: number | bigint): bigint => BigInt(core);

/** What becomes of core values that come from a component. */
const received: Readonly<Partial<Record<NativeType, (core: number | bigint) => number | bigint>>> = {
  i64: whole,
  pointer: (core) => nativeMemory.exact(core),
  length: (core) => nativeMemory.exact(core),
};

/** The C library of this process, which all components share. */
const process = koffi.load(null);

const allocate = process.func('malloc', 'uintptr_t', ['size_t']) as (size: number) => number;
const abort: () => unknown = process.func('abort', 'void', []);

const processMemory: ProcessMemory = {
  address: (buffer) => Number(koffi.address(buffer)),
  copy: process.func('memcpy', 'void', ['uintptr_t', 'uintptr_t', 'size_t']),
  allocate(size) {
    const pointer = allocate(size);
    if (pointer === 0) throw new RangeError(`there is no memory for ${size} bytes`);
    return pointer;
  },
  free: process.func('free', 'void', ['uintptr_t']),
};

/** The memory of this process, which all components have in common. */
export const nativeMemory = new NativeMemory(processMemory);

/**
 * Ends the process, as nobody between a component and the function that it called could tell it of an error: what the ABI has no
 * word for ends components in every language.
 */
export function endProcess(what: string, error: unknown): never {
  console.error(`wit: ${what}`, error);
  abort();
  throw error;
}

/** Loads a shared object. Nothing would be the program itself. */
function loaded(path: string): koffi.LibraryHandle {
  if (typeof path !== 'string' || path === '') {
    throw new TypeError('a component is loaded by the path of a shared object');
  }
  try {
    return koffi.load(path);
  } catch (error) {
    throw new Error(reasonOf(path, String(error)), { cause: error });
  }
}

/** Why a shared object is not loaded. `said` is what the system says of it. */
function reasonOf(path: string, said: string): string {
  const [, symbol] = /undefined symbol: ([^\s,]+)/.exec(said) ?? [];
  if (symbol) {
    return `${path} needs the symbol ${symbol}, which nothing that it is linked with has: link it with what provides that`;
  }
  const [, other] = /: (\S+): cannot open shared object file/.exec(said) ?? [];
  if (other) {
    return `${path} needs ${other}, which is not found: put that beside it, and link with -Wl,-rpath,'$ORIGIN'`;
  }
  if (!said.includes('cannot open shared object file'))
    return `${path} is no shared object that can be loaded here`;
  const hint = path.includes('/')
    ? 'relative paths begin in the working directory'
    : `write ./${path} for a file`;
  return `there is no shared object ${path}: ${hint}`;
}

/** A shared object that has a component, or stands between one and JavaScript. */
export class NativeLibrary {
  readonly #library: koffi.LibraryHandle;
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    if (koffi.sizeof('void *') !== 8) throw new Error('these bindings are for machines with 64 bits');
    this.#library = loaded(path);
  }

  /** A function that the component exports. Its type is that of the signature. */
  function([symbol, result, parameters]: NativeSignature): CoreFunction {
    const called = this.#find(symbol, koffiTypes[result], typesOf(parameters)) as (
      ...cores: unknown[]
    ) => number | bigint;
    const receive = received[result];
    return receive ? (...cores: unknown[]) => receive(called(...cores)) : called;
  }

  #find(symbol: string, result: string, parameters: string[]): unknown {
    try {
      return this.#library.func(symbol, result, parameters);
    } catch (error) {
      const hint =
        'link it with the component of this world, which -Wl,--no-as-needed keeps linkers from dropping';
      throw new Error(`${this.path} has no function ${symbol}: ${hint}`, { cause: error });
    }
  }

  /** Looks whether the library was made of a C++ file of the same bindings, whose name is `source`. */
  checkBindings(source: string, symbol: string, own: bigint): void {
    if (this.#told(symbol) === own) return;
    throw new Error(`${this.path} was built of other bindings than this module: build ${source} again`);
  }

  /** Looks whether the component means the same interface. One that says nothing is welcome, as everywhere. */
  checkFingerprint(name: string, symbol: string, own: bigint): void {
    const other = this.#told(symbol);
    if (other === undefined || other === own) return;
    const inHex = (value: bigint): string => value.toString(16).padStart(16, '0');
    throw new Error(
      `${this.path} does not mean the same by \`${name}\`: this was made for ${inHex(own)}, the component for ${inHex(other)}`,
    );
  }

  /** What a function of no parameters says; undefined if there is none. */
  #told(symbol: string): bigint | undefined {
    let told: () => number | bigint;
    try {
      told = this.#library.func(symbol, 'uint64_t', []);
    } catch {
      return undefined;
    }
    return whole(told());
  }

  /**
   * Tells the component, once and for all, what its imports are: functions in the order in which `binder` has them, with names for
   * messages.
   */
  bind(binder: string, imports: readonly (readonly [NativeSignature, CoreFunction])[]): void {
    const bind = this.#find(binder, 'int32_t', ['void *', 'size_t']) as (
      pointers: BigUint64Array,
      count: number,
    ) => number;
    const pointers = imports.map(([signature, answer]) => registered(signature, answer));
    if (bind(BigUint64Array.from(pointers), pointers.length) !== 0) return;
    for (const pointer of pointers) koffi.unregister(pointer);
    throw new Error(`${this.path} has its imports already: a component is loaded once in a process`);
  }
}

/** A pointer to a function of JavaScript. An error that it throws ends the process. */
function registered([symbol, result, parameters]: NativeSignature, answer: CoreFunction): bigint {
  const type = koffi.pointer(koffi.proto(koffiTypes[result], typesOf(parameters)));
  const receive = parameters.map((parameter) => received[parameter]);
  // The types of the signature are those of the function's parameters.
  const called = answer as (...cores: unknown[]) => unknown;
  const answered = receive.some((each) => each !== undefined)
    ? (...cores: (number | bigint)[]) => called(...cores.map((core, index) => receive[index]?.(core) ?? core))
    : called;
  return koffi.register((...cores: (number | bigint)[]): unknown => {
    try {
      return answered(...cores);
    } catch (error) {
      return endProcess(`an import of the component has failed: ${symbol}`, error);
    }
  }, type);
}
