/** Types and functions among declarations: each is defined where it is first needed, after what it is made of. */
import { invariant } from '../base/invariant.js';
import type { Arena, FunctionRow, Structure, TypeRef, TypeRow } from '../print/arena/rows.js';
import { shapeText } from '../print/arena/type-rows.js';
import type { Declarations, ExternName } from './declarations.js';
import { definitionBytes, functionBytes, handleBytes, primitiveBytes, type ValueType } from './structures.js';

/** Where types are encoded. */
export interface Surroundings {
  readonly arena: Arena;
  readonly declarations: Declarations;
  /** The interface whose types are defined here; types of other interfaces are taken from their instances. */
  readonly home: number | undefined;
  /** The index that a type of another interface gets among the declarations. */
  readonly take: (interfaceId: number, typeId: number) => number;
}

/**
 * Encodes into one space of types. What is the same type is encoded once: declarations by their ids, types without
 * a name by their structure, functions by their signature.
 */
export class TypeEncoder {
  readonly #at: Surroundings;
  readonly #declared = new Map<number, number>();
  readonly #anonymous = new Map<string, number>();
  readonly #functions = new Map<string, number>();
  /** How types get their names: those that a world declares are imports. */
  #direction: 'import' | 'export' = 'export';

  constructor(at: Surroundings) {
    this.#at = at;
  }

  /** Makes sure that a type is encoded; it is exported under its name. */
  exportType(id: number): void {
    this.#value(id);
  }

  /** Makes sure that a type is encoded; it is imported under its name. */
  importType(id: number): void {
    this.#direction = 'import';
    this.#value(id);
    this.#direction = 'export';
  }

  /** The index of a function's type. */
  function({ func, parameters, result }: FunctionRow): number {
    const key = JSON.stringify([func.isAsync, parameters, result]);
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const types = parameters.map(([name, type]) => [name, this.#value(type)] as const);
    const returned = result === undefined ? undefined : this.#value(result);
    const index = this.#at.declarations.type(functionBytes(func.isAsync, types, returned));
    this.#functions.set(key, index);
    return index;
  }

  #value(ref: TypeRef): ValueType {
    if (typeof ref === 'string') return { kind: 'primitive', name: ref };
    const row = this.#row(ref);
    const key = row.name === undefined ? keyOf(row) : undefined;
    const known = this.#declared.get(ref) ?? (key === undefined ? undefined : this.#anonymous.get(key));
    if (known !== undefined) return { kind: 'index', index: known };
    const index = this.#isForeign(row) ? this.#at.take(row.owner.id, ref) : this.#encode(row);
    this.#declared.set(ref, index);
    if (key !== undefined) this.#anonymous.set(key, index);
    return { kind: 'index', index };
  }

  #isForeign(row: TypeRow): row is TypeRow & { readonly owner: { readonly id: number } } {
    return row.owner?.kind === 'interface' && row.owner.id !== this.#at.home;
  }

  #encode(row: TypeRow): number {
    const { declarations } = this.#at;
    const { structure } = row;
    if (structure.kind === 'resource') {
      return declarations.extern(this.#direction, nameOf(row), { kind: 'resource' });
    }
    const index = this.#definition(structure, row);
    if (row.name === undefined) return index;
    return declarations.extern(this.#direction, nameOf(row), { kind: 'type', index });
  }

  #definition(structure: Exclude<Structure, { kind: 'resource' }>, { parts, target }: TypeRow): number {
    const { declarations } = this.#at;
    switch (structure.kind) {
      case 'alias':
        return this.#index(target);
      case 'primitive':
        return declarations.type(primitiveBytes(structure.name));
      case 'string':
      case 'error-context':
        return declarations.type(primitiveBytes(structure.kind));
      case 'own':
      case 'borrow':
        return declarations.type(handleBytes(structure.kind, this.#index(target)));
      default: {
        const values = parts.map((part) => this.#value(part));
        return declarations.type(definitionBytes(structure, values));
      }
    }
  }

  #index(target: number | undefined): number {
    const value = target === undefined ? undefined : this.#value(target);
    invariant(value?.kind === 'index', 'a declaration that an alias or a handle leads to');
    return value.index;
  }

  #row(id: number): TypeRow {
    const row = this.#at.arena.types[id];
    invariant(row, `a type ${String(id)}`);
    return row;
  }
}

/** What makes two types without a name the same. */
function keyOf({ structure, parts, target }: TypeRow): string {
  return JSON.stringify([structure.kind, shapeText(structure), parts, target]);
}

function nameOf({ name, externalId }: TypeRow): ExternName {
  invariant(name !== undefined, 'a name for what is declared');
  return { text: name, externalId };
}
