/** The entries behind a component's indexes. CanonicalABI.md "Table State" and "Resource State". */
import type { Opaque as OpaqueType } from '../../abi/plan.js';
import { Trap, trapIf } from '../trap.js';
import type { ResourceType } from './resource-type.js';
import type { Task } from './task.js';

/** A resource that a component owns, or that is lent to one of its calls. */
export interface ResourceEntry {
  readonly kind: 'resource';
  readonly type: ResourceType;
  /** What the component that implements the resource knows it by. */
  readonly representation: bigint;
  /** The call that it is lent to; absent where it is owned. */
  readonly lentTo: Task | undefined;
  /** How many calls it is lent to by its component. */
  lends: number;
}

/** A stream, a future or an error context: known by nothing but itself. */
export interface OpaqueEntry {
  readonly kind: OpaqueType['kind'];
  readonly identity: object;
}

export type Entry = ResourceEntry | OpaqueEntry;

/** `Table.MAX_LENGTH`. */
const maxLength = 2 ** 28 - 1;

/** One component's table. Index 0 is never used; the index freed last is used first. */
export class HandleTable {
  readonly #entries: (Entry | undefined)[] = [undefined];
  readonly #free: number[] = [];

  constructor(private readonly capacity = maxLength) {}

  /** How many entries there are of a kind. */
  count(kind: Entry['kind']): number {
    return this.#entries.filter((entry) => entry?.kind === kind).length;
  }

  get(index: bigint): Entry {
    const entry = index < BigInt(this.#entries.length) ? this.#entries[Number(index)] : undefined;
    if (!entry) throw new Trap('unknown-handle', `handle ${String(index)}`);
    return entry;
  }

  /** A resource of the type. */
  resource(index: bigint, type: ResourceType): ResourceEntry {
    const entry = this.get(index);
    if (entry.kind !== 'resource') throw new Trap('wrong-kind-of-handle', `handle ${String(index)}`);
    trapIf(entry.type !== type, 'wrong-type-of-handle', () => `handle ${String(index)}`);
    return entry;
  }

  /** A stream, future or error context. */
  opaque(index: bigint, kind: OpaqueEntry['kind']): OpaqueEntry {
    const entry = this.get(index);
    if (entry.kind !== kind) throw new Trap('wrong-kind-of-handle', `handle ${String(index)}`);
    return entry;
  }

  add(entry: Entry): bigint {
    const index = this.#free.pop() ?? this.#entries.length;
    trapIf(index > this.capacity, 'table-full', () => `handle ${String(index)}`);
    this.#entries[index] = entry;
    return BigInt(index);
  }

  remove(index: bigint): void {
    this.#entries[Number(index)] = undefined;
    this.#free.push(Number(index));
  }
}
