/** A core module of ours, called by a host that does not look at what it passes. */
import { direct, type Lie, type Outcome, type Place, words } from './lies.js';

type Exports = WebAssembly.Instance['exports'];

const answers = 'test:hostile/answers';

/** The module with imports that answer, and are errors where they should not be called. */
function instantiate(
  module: WebAssembly.Module,
  answering: Record<string, WebAssembly.CoreFunction>,
): Exports {
  const imports: Record<string, Record<string, WebAssembly.CoreFunction>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const unexpected = (): never => {
      throw new Error(`${from} ${name} is called`);
    };
    (imports[from] ??= {})[name] = (from === answers ? answering[name] : undefined) ?? unexpected;
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  if ('_initialize' in exports) called(exports, '_initialize');
  return exports;
}

function called(exports: Exports, name: string, ...values: readonly number[]): number {
  const found = exports[name];
  if (typeof found !== 'function') throw new Error(`no function ${name}`);
  return Number(found(...values) ?? 0) >>> 0;
}

function bytesOf({ memory }: Exports): Uint8Array {
  if (memory === undefined || typeof memory === 'function') throw new Error('no memory');
  return new Uint8Array(memory.buffer);
}

/** Memory as the host gets it for what it passes. */
function placeIn(exports: Exports): Place {
  const put = (bytes: readonly number[], align = 1): number => {
    const address = called(exports, 'cabi_realloc', 0, 0, align, bytes.length);
    bytesOf(exports).set(bytes, address);
    return address;
  };
  return { put, end: bytesOf(exports).length };
}

/** What is told, or that the call was a trap; any other error is one. */
function outcomeOf(tell: () => number): Outcome {
  try {
    return tell();
  } catch (error) {
    // The class is that of another realm than the test's.
    if (error instanceof Object && 'name' in error && error.name === 'RuntimeError') return 'refused';
    throw error;
  }
}

/** What becomes of a lie that an exported function is given. */
export function seen(module: WebAssembly.Module, { kind, said }: Lie): Outcome {
  const exports = instantiate(module, {});
  const values = said(placeIn(exports));
  return outcomeOf(() => called(exports, `test:hostile/given#see-${kind}`, ...values));
}

/** Those of some sequences of bytes that an exported function takes for text. */
export function takenAsText<Bytes extends readonly number[]>(
  module: WebAssembly.Module,
  sequences: readonly Bytes[],
): readonly Bytes[] {
  let exports = instantiate(module, {});
  return sequences.filter((bytes, index) => {
    // A call that is a trap gives no stack back.
    if (index % 1000 === 999) exports = instantiate(module, {});
    const address = placeIn(exports).put(bytes);
    return (
      outcomeOf(() => called(exports, 'test:hostile/given#see-text', address, bytes.length)) !== 'refused'
    );
  });
}

/** What becomes of a lie that an imported function answers. */
export function asked(module: WebAssembly.Module, { kind, said }: Lie): Outcome {
  const exports: Exports = instantiate(module, {
    [`give-${kind}`]: (area) => {
      const values = said(placeIn(exports));
      if (direct.has(kind)) return values[0];
      bytesOf(exports).set(words(...values), Number(area));
      return undefined;
    },
  });
  return outcomeOf(() => called(exports, `test:hostile/asked#ask-${kind}`));
}
