/** Which file of the runtime has what, and which files each needs. */
import { need, type Inline } from '../../../emit/code.js';

/** What emitted code asks for, by file. */
const exported: Readonly<Record<string, readonly string[]>> = {
  bits: [
    ...['bitsOfF32', 'f32OfBits', 'bitsOfF64', 'f64OfBits', 'wide', 'narrow'],
    ...['lowerHalf', 'narrowAddress', 'unsigned', 'wideAddress'],
  ],
  'component-error': ['ComponentError', 'errorOf'],
  'core-module': ['CoreModule'],
  finalizers: ['ending'],
  handles: ['HandleTable', 'Scope', 'ownResource'],
  imports: ['checkImports'],
  'instance-state': ['InstanceState'],
  'invalid-value': ['within', 'withinObject'],
  'lending-table': ['LendingTable'],
  memory: ['Memory'],
  'native-handles': ['NativeObjects', 'alwaysOpen'],
  'native-library': ['NativeLibrary', 'nativeMemory'],
  'not-inherited': ['notInherited'],
  numbers: [
    ...['liftNumbers', 'lowerNumbers', 'f32List', 'f64List', 's16List', 's32List', 's64List', 's8List'],
    ...['u16List', 'u32List', 'u64List', 'u8List'],
  ],
  packet: ['Packet', 'checkedText'],
  resources: [
    ...['Resource', 'dispose', 'disposeOf', 'endingOf', 'given', 'givenFor', 'instance', 'lent'],
    ...['lentFor', 'noConstructor', 'wrap', 'wrapLent'],
  ],
  scalars: [
    ...['bool', 'caseIndex', 'char', 'enumeration', 'float', 'liftCase', 'liftChar', 's16', 's32', 's64'],
    ...['s8', 'u16', 'u32', 'u64', 'u8', 'unknownCase'],
  ],
  'shared-modules': ['SharedModules'],
  structures: ['array', 'elements', 'entries', 'flag', 'flagBits', 'object', 'unknownTag'],
  text: ['liftText', 'lowerText'],
};

/** What each file imports itself. */
const imports: Readonly<Record<string, readonly string[]>> = {
  bits: [],
  'component-error': [],
  'core-module': ['instance-state', 'memory'],
  finalizers: [],
  handles: ['trap'],
  imports: ['invalid-value'],
  'instance-state': ['invalid-value', 'trap'],
  'invalid-value': [],
  'lending-table': ['handles'],
  memory: ['invalid-value', 'trap'],
  'native-handles': ['handles'],
  'native-library': ['native-memory'],
  'native-memory': ['memory', 'trap'],
  'not-inherited': [],
  numbers: ['invalid-value', 'memory', 'scalars'],
  packet: ['invalid-value'],
  resources: ['finalizers', 'handles', 'instance-state', 'invalid-value'],
  scalars: ['invalid-value', 'trap'],
  'shared-memory': ['memory', 'trap'],
  'shared-module': ['core-module'],
  'shared-modules': ['invalid-value', 'shared-memory', 'shared-module', 'trap'],
  structures: ['invalid-value'],
  text: ['invalid-value', 'memory', 'trap'],
  trap: [],
};

const files = new Map(Object.entries(exported).flatMap(([file, names]) => names.map((name) => [name, file])));

/** Everything that emitted code may ask for. */
export const runtimeNames: readonly string[] = [...files.keys()];

/** The folder of the runtime in the output. No name of WIT has an underscore. */
export const runtimeFolder = 'wit_runtime/';

const prefix = 'runtime:';

/** Marks the text as making use of something of the runtime, which is called `local` there. */
export const runtimeNeed = (name: string, local: string): Inline => [need(prefix + name), local];

/** What of the runtime a need is; undefined if it is none. */
export const runtimeName = (needed: string): string | undefined =>
  needed.startsWith(prefix) ? needed.slice(prefix.length) : undefined;

/** The files that have these things, each with what is asked of it, sorted. */
export function filesWith(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const name of [...names].sort()) {
    const file = files.get(name) ?? '';
    asked.set(file, [...(asked.get(file) ?? []), name]);
  }
  return new Map([...asked].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** All files that are needed where some are, sorted. */
export function withDependencies(wanted: Iterable<string>): readonly string[] {
  const all = new Set(wanted);
  for (const file of all) for (const each of imports[file] ?? []) all.add(each);
  return [...all].sort();
}
