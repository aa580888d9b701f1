/** Types in the binary format. Spec: Binary.md "Type Definitions". */
import type {
  ComponentType,
  Extern,
  ExternName,
  FunctionType,
  InstanceType,
  Labelled,
  NamedType,
  Shape,
  TypeItem,
} from './items.js';
import { checkedLabel, readExternName, readLabel } from './names.js';
import { type ByteReader, Malformed } from './reader.js';
import { Scope } from './scope.js';

const primitives: ReadonlyMap<number, string> = new Map([
  [0x7f, 'bool'],
  [0x7e, 's8'],
  [0x7d, 'u8'],
  [0x7c, 's16'],
  [0x7b, 'u16'],
  [0x7a, 's32'],
  [0x79, 'u32'],
  [0x78, 's64'],
  [0x77, 'u64'],
  [0x76, 'f32'],
  [0x75, 'f64'],
  [0x74, 'char'],
  [0x73, 'string'],
  [0x64, 'error-context'],
]);

type ReadShape = (reader: ByteReader, scope: Scope) => Shape;

const shapes: ReadonlyMap<number, ReadShape> = new Map<number, ReadShape>([
  [0x72, (reader, scope) => ({ kind: 'record', fields: readLabelled(reader, scope) })],
  [0x71, (reader, scope) => ({ kind: 'variant', cases: reader.list((at) => readCase(at, scope)) })],
  [0x70, (reader, scope) => ({ kind: 'list', element: readValueType(reader, scope) })],
  [
    0x67,
    (reader, scope) => ({ kind: 'list', element: readValueType(reader, scope), length: reader.number() }),
  ],
  [0x6f, (reader, scope) => ({ kind: 'tuple', items: reader.list((at) => readValueType(at, scope)) })],
  [0x6e, (reader) => ({ kind: 'flags', labels: reader.list(readLabel) })],
  [0x6d, (reader) => ({ kind: 'enum', labels: reader.list(readLabel) })],
  [0x6b, (reader, scope) => ({ kind: 'option', inner: readValueType(reader, scope) })],
  [
    0x6a,
    (reader, scope) => ({
      kind: 'result',
      ok: reader.optional((at) => readValueType(at, scope)),
      err: reader.optional((at) => readValueType(at, scope)),
    }),
  ],
  [0x69, (reader, scope) => ({ kind: 'own', resource: scope.type(reader.number()) })],
  [0x68, (reader, scope) => ({ kind: 'borrow', resource: scope.type(reader.number()) })],
  [0x66, (reader, scope) => ({ kind: 'stream', element: reader.optional((at) => readValueType(at, scope)) })],
  [0x65, (reader, scope) => ({ kind: 'future', element: reader.optional((at) => readValueType(at, scope)) })],
  [
    0x63,
    (reader, scope) => ({
      kind: 'map',
      key: readValueType(reader, scope),
      value: readValueType(reader, scope),
    }),
  ],
]);

/** A definition of a type. */
export function readType(reader: ByteReader, scope: Scope): TypeItem {
  const code = reader.byte();
  switch (code) {
    case 0x40:
    case 0x43:
      return readFunction(code === 0x43, reader, scope);
    case 0x41:
      return readComponentType(reader, scope);
    case 0x42:
      return readInstanceType(reader, scope);
    default:
      return { kind: 'value', shape: readShape(code, reader, scope) };
  }
}

function readShape(code: number, reader: ByteReader, scope: Scope): Shape {
  const name = primitives.get(code);
  if (name !== undefined) return { kind: 'primitive', name };
  const read = shapes.get(code);
  if (!read) throw new Malformed(`it has a type of the unknown kind 0x${code.toString(16)}`);
  return read(reader, scope);
}

/** A primitive type, or one by its index. */
function readValueType(reader: ByteReader, scope: Scope): TypeItem {
  const name = primitives.get(reader.peek());
  if (name === undefined) return scope.type(reader.number());
  reader.byte();
  return { kind: 'value', shape: { kind: 'primitive', name } };
}

function readLabelled(reader: ByteReader, scope: Scope): readonly Labelled<TypeItem>[] {
  return reader.list((at) => ({ label: readLabel(at), type: readValueType(at, scope) }));
}

function readCase(reader: ByteReader, scope: Scope): Labelled<TypeItem | undefined> {
  const label = readLabel(reader);
  const type = reader.optional((at) => readValueType(at, scope));
  // The place of a refinement that the specification took back.
  reader.optional((at) => at.number());
  return { label, type };
}

function readFunction(isAsync: boolean, reader: ByteReader, scope: Scope): FunctionType {
  const parameters = readLabelled(reader, scope);
  const hasResult = reader.byte() === 0x00;
  const result = hasResult ? readValueType(reader, scope) : undefined;
  if (!hasResult && reader.number() !== 0) throw new Malformed('it has a function with several results');
  return { kind: 'function', isAsync, parameters, result };
}

function readInstanceType(reader: ByteReader, outer: Scope): InstanceType {
  const exports: Extern[] = [];
  readDeclarations(reader, new Scope(outer), { exports });
  return { kind: 'instance', exports };
}

function readComponentType(reader: ByteReader, outer: Scope): ComponentType {
  const [imports, exports]: [Extern[], Extern[]] = [[], []];
  readDeclarations(reader, new Scope(outer), { imports, exports });
  return { kind: 'component', imports, exports };
}

interface Externs {
  readonly imports?: Extern[];
  readonly exports: Extern[];
}

function readDeclarations(reader: ByteReader, scope: Scope, into: Externs): void {
  reader.list(() => {
    const kind = reader.byte();
    const list = kind === 0x03 ? into.imports : into.exports;
    if (kind === 0x01) scope.types.push(readType(reader, scope));
    else if (kind === 0x02) scope.alias(reader);
    else if (list && (kind === 0x03 || kind === 0x04)) {
      const extern = readExtern(reader, scope);
      scope.enter(extern);
      list.push(extern);
    } else throw new Malformed(`it has a declaration of the unknown kind ${String(kind)}`);
  });
}

function readExtern(reader: ByteReader, scope: Scope): Extern {
  const name = readExternName(reader);
  return { name, item: readExternItem(name, reader, scope) };
}

function readExternItem(name: ExternName, reader: ByteReader, scope: Scope): Extern['item'] {
  const sort = reader.byte();
  if (sort === 0x03) return readBound(name, reader, scope);
  const item = sort === 0x01 || sort === 0x04 || sort === 0x05 ? scope.type(reader.number()) : undefined;
  if (sort === 0x01 && item?.kind === 'function') return item;
  if (sort === 0x04 && item?.kind === 'component') return item;
  if (sort === 0x05 && item?.kind === 'instance') return item;
  throw new Malformed(`${JSON.stringify(name.text)} in it is nothing that WIT has`);
}

function readBound({ text, externalId }: ExternName, reader: ByteReader, scope: Scope): NamedType {
  const definition = reader.byte() === 0x00 ? scope.type(reader.number()) : undefined;
  return { kind: 'named', name: checkedLabel(text), definition, externalId };
}
