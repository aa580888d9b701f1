/**
 * The specification's reference code, definitions.py, run beside ours. It is looked for in the folder that the
 * environment variable WIT_GEN_SPEC names, and in `../component-model`: a checkout of the component model's
 * repository.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { floatToBits } from '../../src/interpret/bits.js';
import { CarriedResource } from '../../src/interpret/host/carried.js';
import { expecting, type Value } from '../../src/interpret/values.js';
import { structureOf, type Type } from '../../src/resolve/model.js';
import { repository } from './golden.js';

/** A type or a value as JSON, for the reference code. */
export type Json = string | number | boolean | null | readonly Json[];

/** Values of types that are lowered, damaged in one byte and lifted again. */
export interface Question {
  readonly types: readonly Json[];
  readonly values: readonly Json[];
  /** The size of the memory in bytes. */
  readonly memory: number;
  /** Which of the bytes that were allocated changes, counted on and on, and how its bits do. */
  readonly damage: readonly [place: number, change: number];
}

/** What the reference code makes of it. Core values are texts of their bits, memory is hexadecimal. */
export interface Answer {
  readonly layouts: readonly (readonly [size: number, align: number])[];
  /** The core types of each type. */
  readonly flat: readonly (readonly string[])[];
  readonly cores: readonly string[];
  readonly memory: string;
  readonly damaged: 'trap' | readonly Json[];
  /** Core parameters and results of a function with these parameters and the first of them as result, imported and exported. */
  readonly signatures: readonly (readonly [readonly string[], readonly string[]])[];
}

const candidates = [process.env.WIT_GEN_SPEC, join(repository, '../component-model')];

/** The folder of definitions.py. */
export const specificationFolder: string | undefined = candidates
  .flatMap((folder) => (folder === undefined ? [] : [folder, join(folder, 'design/mvp/canonical-abi')]))
  .find((folder) => existsSync(join(folder, 'definitions.py')));

/** How to get it. */
export const howToGetIt = 'git clone https://github.com/WebAssembly/component-model ../component-model';

/** Asks many questions at once. */
export function ask(questions: readonly Question[], pointerBytes: 4 | 8): readonly Answer[] {
  const script = join(repository, 'test/support/specification.py');
  const args = [script, specificationFolder ?? '', pointerBytes === 4 ? 'i32' : 'i64'];
  const output = execFileSync('python3', args, {
    input: JSON.stringify(questions),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  // The script writes nothing else.
  return JSON.parse(output) as readonly Answer[];
}

/** A type for the script. */
export function typeJson(type: Type): Json {
  const structure = structureOf(type);
  const optional = (part: Type | undefined): Json => (part ? typeJson(part) : null);
  switch (structure.kind) {
    case 'primitive':
      return structure.name;
    case 'string':
      return 'string';
    case 'list':
      return ['list', typeJson(structure.element)];
    case 'fixed-length-list':
      return ['list', typeJson(structure.element), structure.length];
    case 'map':
      return ['map', typeJson(structure.key), typeJson(structure.value)];
    case 'tuple':
      return ['tuple', ...structure.items.map(typeJson)];
    case 'option':
      return ['option', typeJson(structure.inner)];
    case 'result':
      return ['result', optional(structure.ok), optional(structure.err)];
    case 'own':
      return ['own'];
    case 'declared': {
      const { definition } = structure.decl;
      switch (definition.kind) {
        case 'record':
          return ['record', ...definition.fields.map((field): Json => [field.name, typeJson(field.type)])];
        case 'variant':
          return ['variant', ...definition.cases.map((each): Json => [each.name, optional(each.type)])];
        case 'enum':
          return ['enum', ...definition.cases.map(({ name }) => name)];
        case 'flags':
          return ['flags', ...definition.flags.map(({ name }) => name)];
        default:
          throw new Error(`nothing to ask about ${definition.kind}`);
      }
    }
    default:
      throw new Error(`nothing to ask about ${structure.kind}`);
  }
}

/** A value for the script: integers as texts, floats as texts of their bits, resources as what they stand for. */
export function valueJson(type: Type, value: Value): Json {
  const structure = structureOf(type);
  const items = (element: Type): Json => expecting.array(value).map((item) => valueJson(element, item));
  switch (structure.kind) {
    case 'primitive':
      return primitiveJson(structure.name, value);
    case 'string':
      return expecting.string(value);
    case 'list':
    case 'fixed-length-list':
      return items(structure.element);
    case 'map':
      return [...expecting.map(value)].map(([key, entry]): Json => [
        valueJson(structure.key, key),
        valueJson(structure.value, entry),
      ]);
    case 'tuple':
      return expecting.array(value).map((item, index) => valueJson(structure.items[index] ?? type, item));
    case 'option':
      return caseJson(value, { some: structure.inner });
    case 'result':
      return caseJson(value, { ok: structure.ok, error: structure.err });
    case 'own':
      return String(value instanceof CarriedResource ? value.representation : '');
    case 'declared': {
      const { definition } = structure.decl;
      switch (definition.kind) {
        case 'record':
          return definition.fields.map(({ name, type: part }) =>
            valueJson(part, expecting.field(value, name)),
          );
        case 'variant':
          return caseJson(value, Object.fromEntries(definition.cases.map((each) => [each.name, each.type])));
        case 'enum':
          return [expecting.string(value), null];
        case 'flags':
          return definition.flags.flatMap(({ name }) =>
            expecting.field(value, name) === true ? [name] : [],
          );
        default:
          throw new Error(`nothing to ask about ${definition.kind}`);
      }
    }
    default:
      throw new Error(`nothing to ask about ${structure.kind}`);
  }
}

function primitiveJson(name: string, value: Value): Json {
  switch (name) {
    case 'bool':
      return expecting.boolean(value);
    case 'char':
      return expecting.string(value);
    case 'f32':
    case 'f64':
      return String(floatToBits(expecting.number(value), name === 'f32' ? 4 : 8));
    default:
      return String(typeof value === 'bigint' ? value : expecting.number(value));
  }
}

function caseJson(value: Value, cases: Readonly<Record<string, Type | undefined>>): Json {
  const { tag, val } = expecting.sum(value);
  const type = cases[tag];
  return [tag, type && val !== undefined ? valueJson(type, val) : null];
}
