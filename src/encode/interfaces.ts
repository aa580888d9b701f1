/** Interfaces as types of instances, and how types of one are taken into others. Spec: WIT.md "Package Format". */
import { invariant } from '../base/invariant.js';
import { qualifiedName } from '../resolve/model.js';
import type { Arena, FunctionRow, InterfaceRow } from '../print/arena/rows.js';
import { Declarations, type ExternName } from './declarations.js';
import { TypeEncoder } from './type-encoder.js';

/** A type of a component that imports and exports interfaces, in the making. */
export class InterfaceEncoder {
  readonly declarations = new Declarations();
  /** The types that stand beside the interfaces. */
  readonly types: TypeEncoder;
  readonly #arena: Arena;
  /** The last instance of an interface; an exported one takes the place of an imported one. */
  readonly #instances = new Map<number, number>();
  readonly #taken = new Map<number, number>();

  constructor(arena: Arena) {
    this.#arena = arena;
    const take = this.#take.bind(this);
    this.types = new TypeEncoder({ arena, declarations: this.declarations, home: undefined, take });
  }

  /** Imports or exports an interface: its types and, unless only these are asked for, its functions. */
  addInterface(
    direction: 'import' | 'export',
    name: ExternName,
    id: number,
    content: 'whole' | 'types' = 'whole',
  ): void {
    const index = this.declarations.type(this.#instanceType(id, content));
    this.#instances.set(id, this.declarations.extern(direction, name, { kind: 'instance', index }));
  }

  #instanceType(id: number, content: 'whole' | 'types'): Declarations['instanceType'] {
    const { types, functions } = interfaceRow(this.#arena, id);
    const declarations = new Declarations();
    const take = (interfaceId: number, typeId: number): number =>
      declarations.typeOfOuter(this.#take(interfaceId, typeId));
    const encoder = new TypeEncoder({ arena: this.#arena, declarations, home: id, take });
    for (const [, type] of types) encoder.exportType(type);
    if (content === 'types') return declarations.instanceType;
    const order = types.map(([, type]) => type);
    for (const each of membersFirst(functions, order)) {
      const name = { text: each.name, externalId: each.func.externalId };
      declarations.extern('export', name, { kind: 'function', index: encoder.function(each) });
    }
    return declarations.instanceType;
  }

  #take(interfaceId: number, typeId: number): number {
    const known = this.#taken.get(typeId);
    if (known !== undefined) return known;
    const instance = this.#instances.get(interfaceId);
    const name = this.#arena.types[typeId]?.name;
    invariant(instance !== undefined && name !== undefined, 'an instance for each interface that is used');
    const index = this.declarations.typeOfInstance(instance, name);
    this.#taken.set(typeId, index);
    return index;
  }
}

/** The functions of resources in the order of their resources, then the free ones: as WIT is printed. */
function membersFirst(functions: readonly FunctionRow[], types: readonly number[]): readonly FunctionRow[] {
  const place = ({ resource }: FunctionRow): number =>
    resource === undefined ? types.length : types.indexOf(resource);
  return [...functions].sort((a, b) => place(a) - place(b));
}

/** An interface of the arena. */
export function interfaceRow({ interfaces }: Arena, id: number): InterfaceRow {
  const row = interfaces[id];
  invariant(row, `an interface ${String(id)}`);
  return row;
}

/** `ns:package/name@1.0.0`, or nothing for an interface that is written in a world. */
export function interfaceName(arena: Arena, id: number): string | undefined {
  const { name, package: owner } = interfaceRow(arena, id);
  const row = arena.packages[owner];
  return name === undefined || !row ? undefined : qualifiedName({ name, package: row.package });
}
