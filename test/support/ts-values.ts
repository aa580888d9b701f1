/** Values of the interpreter as programs in TypeScript have them. */
import { structureOf, type Type, type TypeDecl } from '../../src/resolve/model.js';
import type { Presentation } from '../../src/backends/ts/presentation.js';
import { expecting, type Value } from '../../src/interpret/values.js';

/** How values look, where users have a choice. */
export type Look = Pick<Presentation, 'flags' | 'enums'>;

/** What a value of the interpreter is in JavaScript, by its type. */
export function scriptValue(type: Type, value: Value, look: Look): unknown {
  const part = (each: Type, of: Value): unknown => scriptValue(each, of, look);
  const caseValue = (tag: string, each: Type | undefined, val: Value | undefined): unknown =>
    each ? { tag, val: part(each, val ?? []) } : { tag };
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'primitive':
    case 'string':
      return value;
    case 'list':
      return listValue(structure.element, expecting.array(value), part);
    case 'fixed-length-list':
      return expecting.array(value).map((item) => part(structure.element, item));
    case 'map':
      return new Map(
        [...expecting.map(value)].map(([key, entry]) => [
          part(structure.key, key),
          part(structure.value, entry),
        ]),
      );
    case 'tuple': {
      const items = expecting.array(value);
      return structure.items.map((item, index) => part(item, items[index] ?? []));
    }
    case 'option': {
      const { tag, val } = expecting.sum(value);
      const inner = tag === 'some' ? structure.inner : undefined;
      if (!mayBeUndefined(type)) return caseValue(tag, inner, val);
      return inner && part(inner, val ?? []);
    }
    case 'result': {
      const { tag, val } = expecting.sum(value);
      return tag === 'ok' ? caseValue('ok', structure.ok, val) : caseValue('err', structure.err, val);
    }
    case 'declared':
      return declaredValue(structure.decl, value, look);
    default:
      throw new Error(`no ${structure.kind} here`);
  }
}

function listValue(
  element: Type,
  items: readonly Value[],
  part: (type: Type, value: Value) => unknown,
): unknown {
  const structure = structureOf(element);
  const array = structure.kind === 'primitive' ? arrays[structure.name] : undefined;
  // The elements are of the type that the array takes.
  return array
    ? (array as { from(items: readonly Value[]): unknown }).from(items)
    : items.map((item) => part(element, item));
}

const arrays: Readonly<Record<string, unknown>> = {
  u8: Uint8Array,
  s8: Int8Array,
  u16: Uint16Array,
  s16: Int16Array,
  u32: Uint32Array,
  s32: Int32Array,
  u64: BigUint64Array,
  s64: BigInt64Array,
  f32: Float32Array,
  f64: Float64Array,
};

/** Whether `undefined` is a value of the type: of an option of what is none such itself. */
function mayBeUndefined(type: Type): boolean {
  const structure = structureOf(type);
  return structure.kind === 'option' && !mayBeUndefined(structure.inner);
}

function declaredValue({ definition, name }: TypeDecl, value: Value, look: Look): unknown {
  switch (definition.kind) {
    case 'record':
      return Object.fromEntries(
        definition.fields.map((field) => [
          field.name,
          scriptValue(field.type, expecting.field(value, field.name), look),
        ]),
      );
    case 'flags':
      if (look.flags === 'object') return value;
      return definition.flags.reduce(
        (bits, flag, index) => (expecting.field(value, flag.name) ? bits | (1n << BigInt(index)) : bits),
        0n,
      );
    case 'enum':
      return look.enums === 'wit' ? value : expecting.string(value).toUpperCase();
    case 'variant': {
      const { tag, val } = expecting.sum(value);
      const payload = definition.cases.find((each) => each.name === tag)?.type;
      return payload ? { tag, val: scriptValue(payload, val ?? [], look) } : { tag };
    }
    default:
      throw new Error(`no ${name} here`);
  }
}
