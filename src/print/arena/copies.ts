/** The rows of what an `include` copies: each item with all types that it reaches and that are the world's own. */
import { invariant } from '../../base/invariant.js';
import type { FunctionRow, InterfaceRow, OwnerRow, TypeRef, TypeRow } from './rows.js';

/** Where copies go. */
export interface CopyTarget {
  readonly types: TypeRow[];
  readonly interfaces: InterfaceRow[];
  /** The package of the including world. */
  readonly package: number;
}

/** From which world or interface to which one something is copied. */
export interface Move {
  readonly from: OwnerRow;
  readonly to: OwnerRow;
}

/** The copies of one `include`. What several items reach is copied once, where it is reached first. */
export class RowCopies {
  readonly #target: CopyTarget;
  readonly #copies = new Map<number, number>();

  constructor(target: CopyTarget) {
    this.#target = target;
  }

  /** Copies a type, after the types that it needs. */
  type(id: number, move: Move): number {
    const known = this.#copies.get(id);
    if (known !== undefined) return known;
    const row = this.#row(id);
    const copy: TypeRow = {
      ...row,
      parts: row.parts.map((part) => this.#ref(part, move)),
      target: row.target === undefined ? undefined : this.#targetOf(row, row.target, move),
      owner: row.owner && move.to,
    };
    const copyId = this.#target.types.push(copy) - 1;
    this.#copies.set(id, copyId);
    return copyId;
  }

  /** Copies a type that gets another name. */
  namedType(id: number, name: string, move: Move): number {
    const copy = this.type(id, move);
    this.#target.types[copy] = { ...this.#row(copy), name };
    return copy;
  }

  function(func: FunctionRow, name: string, move: Move): FunctionRow {
    const { resource, parameters, result } = func;
    return {
      ...func,
      name,
      resource: resource === undefined ? undefined : this.type(resource, move),
      parameters: parameters.map(([parameter, type]) => [parameter, this.#ref(type, move)] as const),
      result: result === undefined ? undefined : this.#ref(result, move),
    };
  }

  /** Copies an interface that is written in a world. */
  interface(id: number): number {
    const { interfaces } = this.#target;
    const original = interfaces[id];
    invariant(original, `an interface ${String(id)} to copy`);
    const copyId = interfaces.length;
    const move: Move = { from: { kind: 'interface', id }, to: { kind: 'interface', id: copyId } };
    interfaces.push({
      ...original,
      types: original.types.map(([name, type]) => [name, this.type(type, move)] as const),
      functions: original.functions.map((func) => this.function(func, func.name, move)),
      package: this.#target.package,
      copyOf: id,
    });
    return copyId;
  }

  #ref(ref: TypeRef, move: Move): TypeRef {
    return typeof ref === 'number' ? this.type(ref, move) : ref;
  }

  /** An alias that takes a type from elsewhere goes on doing so. */
  #targetOf({ structure }: TypeRow, target: number, move: Move): number {
    const { owner } = this.#row(target);
    const isOwn = owner?.kind === move.from.kind && owner.id === move.from.id;
    if (structure.kind !== 'alias' || isOwn) return this.type(target, move);
    return this.#copies.get(target) ?? target;
  }

  #row(id: number): TypeRow {
    const row = this.#target.types[id];
    invariant(row, `a type ${String(id)}`);
    return row;
  }
}
