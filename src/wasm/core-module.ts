/** The core module that a component consists of. Spec: Binary.md "Component Definitions", "Canonical Definitions". */
import { checkCalling } from './calling.js';
import { ByteReader, Malformed } from './reader.js';

/** What became of looking for it. */
export type Extracted =
  | { readonly module: Uint8Array }
  /** It is no component. */
  | { readonly malformed: string }
  /** It is one, of which the module alone would not do. */
  | { readonly unlike: string };

/** A section, by its identifier. */
interface Section {
  readonly id: number;
  readonly content: ByteReader;
}

/** What is looked at of the sections of components. */
const section = { coreModule: 1, component: 4, calling: 8 } as const;
/** The exports among the sections of a core module. */
const coreExports = 7;

/** `layer` of the binary format. */
type Layer = 'core module' | 'component';

/**
 * Finds the one core module that a component consists of. Modules that `wasm-tools component new` adds so that a
 * module's imports may use its memory are left out: who defines imports after the memory's owner is there needs none.
 */
export function coreModuleOf(bytes: Uint8Array): Extracted {
  try {
    const modules: Uint8Array[] = [];
    for (const { id, content } of sectionsOf(new ByteReader(bytes), 'component')) {
      if (id === section.coreModule) modules.push(content.bytes.subarray(content.start, content.end));
      if (id === section.component && isComposed(content)) return { unlike: 'it is composed of components' };
      if (id === section.calling) {
        const why = checkCalling(content);
        if (why !== undefined) return { unlike: why };
      }
    }
    const own = modules.filter((module) => !isIndirection(module));
    const [module, ...others] = own;
    if (module && others.length === 0) return { module };
    return { unlike: `it has ${own.length === 0 ? 'no' : String(own.length)} core modules` };
  } catch (error) {
    if (error instanceof Malformed) return { malformed: error.message };
    throw error;
  }
}

/** Does a component inside of another one do anything? Where it has neither modules nor components, it only names things. */
function isComposed(inner: ByteReader): boolean {
  return sectionsOf(inner, 'component').some(
    ({ id }) => id === section.coreModule || id === section.component,
  );
}

/**
 * Does a module have nothing that a component could be made of? The table `$imports` and functions under numbers stand in
 * for imports; what fills the table exports nothing. Functions of a world have names with letters.
 */
function isIndirection(module: Uint8Array): boolean {
  const exported = sectionsOf(new ByteReader(module), 'core module').find(({ id }) => id === coreExports);
  const names = exported?.content.list(readCoreExport) ?? [];
  return names.every((name) => name === '$imports' || /^\d+$/.test(name));
}

/** Reads an export and answers with its name. */
function readCoreExport(reader: ByteReader): string {
  const name = reader.text();
  reader.byte();
  reader.number();
  return name;
}

function sectionsOf(reader: ByteReader, layer: Layer): readonly Section[] {
  checkPreamble(reader, layer);
  const sections: Section[] = [];
  while (!reader.isAtEnd) sections.push({ id: reader.byte(), content: reader.part(reader.number()) });
  return sections;
}

const preambles: Readonly<Record<Layer, readonly number[]>> = {
  'core module': [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  component: [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00],
};

function checkPreamble(reader: ByteReader, layer: Layer): void {
  const found = Array.from({ length: 8 }, () => (reader.isAtEnd ? -1 : reader.byte()));
  const is = (wanted: Layer): boolean => preambles[wanted].every((byte, index) => byte === found[index]);
  if (is(layer)) return;
  const other = layer === 'component' ? 'core module' : 'component';
  throw new Malformed(is(other) ? `it is a ${other}` : 'it is not WebAssembly');
}
