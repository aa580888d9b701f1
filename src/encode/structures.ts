/** Types by their structure. Spec: Binary.md "Type Definitions". */
import { invariant } from '../base/invariant.js';
import type { Structure } from '../print/arena/rows.js';
import { type Bytes, listBytes, numberBytes, optionalBytes, textBytes, typeIndexBytes } from './bytes.js';

/** A type where a value stands: a builtin type by its name, or the index of any other. */
export type ValueType =
  { readonly kind: 'primitive'; readonly name: string } | { readonly kind: 'index'; readonly index: number };

/** A value type as it is written. */
export function valueTypeBytes(type: ValueType): Bytes {
  return type.kind === 'primitive' ? primitiveBytes(type.name) : typeIndexBytes(type.index);
}

const primitives: Readonly<Record<string, number>> = {
  bool: 0x7f,
  s8: 0x7e,
  u8: 0x7d,
  s16: 0x7c,
  u16: 0x7b,
  s32: 0x7a,
  u32: 0x79,
  s64: 0x78,
  u64: 0x77,
  f32: 0x76,
  f64: 0x75,
  char: 0x74,
  string: 0x73,
  'error-context': 0x64,
};

/** A builtin type. */
export function primitiveBytes(name: string): Bytes {
  const code = primitives[name];
  invariant(code !== undefined, `a code for ${name}`);
  return [code];
}

/** A handle of the resource with an index. */
export function handleBytes(kind: 'own' | 'borrow', resource: number): Bytes {
  return [kind === 'own' ? 0x69 : 0x68, ...numberBytes(resource)];
}

/** A structure that is made of value types. */
export type Compound = Exclude<
  Structure,
  { kind: 'primitive' | 'string' | 'error-context' | 'alias' | 'resource' | 'own' | 'borrow' }
>;

type Define = {
  readonly [Each in Compound as Each['kind']]: (of: Each, parts: readonly ValueType[]) => Bytes;
};

const definitions: Define = {
  record: ({ fields }, parts) => [0x72, ...listBytes(fields, labelled(parts))],
  variant: ({ cases }, parts) => {
    const rest = parts.values();
    return [
      0x71,
      ...listBytes(cases, ({ name, type }) => [
        ...textBytes(name),
        ...optionalBytes(type && next(rest), valueTypeBytes),
        // The place of a refinement that the specification took back.
        0x00,
      ]),
    ];
  },
  list: (_, parts) => [0x70, ...allParts(parts)],
  'fixed-length-list': ({ length }, parts) => [0x67, ...allParts(parts), ...numberBytes(length)],
  map: (_, parts) => [0x63, ...allParts(parts)],
  tuple: (_, parts) => [0x6f, ...listBytes(parts, valueTypeBytes)],
  flags: ({ flags }) => [0x6e, ...listBytes(flags, ({ name }) => textBytes(name))],
  enum: ({ cases }) => [0x6d, ...listBytes(cases, ({ name }) => textBytes(name))],
  option: (_, parts) => [0x6b, ...allParts(parts)],
  result: ({ ok, err }, parts) => {
    const rest = parts.values();
    return [0x6a, ...[ok, err].flatMap((part) => optionalBytes(part && next(rest), valueTypeBytes))];
  },
  stream: (_, parts) => [0x66, ...optionalBytes(parts[0], valueTypeBytes)],
  future: (_, parts) => [0x65, ...optionalBytes(parts[0], valueTypeBytes)],
};

/** The definition of a structure; its parts are in the order of `partsOf`. */
export function definitionBytes(structure: Compound, parts: readonly ValueType[]): Bytes {
  // The table maps each kind to the writer of exactly that kind; TypeScript cannot correlate the two.
  const table = definitions as Readonly<
    Record<Compound['kind'], (of: Compound, parts: readonly ValueType[]) => Bytes>
  >;
  return table[structure.kind](structure, parts);
}

/** The definition of a function type. */
export function functionBytes(
  isAsync: boolean,
  parameters: readonly (readonly [name: string, type: ValueType])[],
  result: ValueType | undefined,
): Bytes {
  return [
    isAsync ? 0x43 : 0x40,
    ...listBytes(parameters, ([name, type]) => [...textBytes(name), ...valueTypeBytes(type)]),
    ...(result ? [0x00, ...valueTypeBytes(result)] : [0x01, 0x00]),
  ];
}

function allParts(parts: readonly ValueType[]): Bytes {
  return parts.flatMap(valueTypeBytes);
}

function labelled(parts: readonly ValueType[]): (member: { readonly name: string }) => Bytes {
  const rest = parts.values();
  return ({ name }) => [...textBytes(name), ...valueTypeBytes(next(rest))];
}

function next(parts: Iterator<ValueType, unknown>): ValueType {
  const { done, value } = parts.next();
  invariant(done !== true, 'as many parts as the structure has');
  return value;
}
