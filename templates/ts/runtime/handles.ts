import { Trap, trapIf } from './trap.js';

/** A resource: whose handles are which, is told by the identity of this. `Thing` is what a handle stands for. */
export interface ResourceType<Thing> {
  readonly name: string;
  /** Ends an object that nobody owns any more. */
  readonly end: (object: Thing) => void;
}

/** A resource that an instance owns, or that is lent to one of its calls. */
interface Entry<Thing> {
  readonly type: ResourceType<Thing>;
  readonly object: Thing;
  /** The call that it is lent to; absent where it is owned. */
  readonly lentTo: Scope | undefined;
  /** How many calls it is lent to by its instance. */
  lends: number;
}

/** One call, and what is lent in it. CanonicalABI.md "Task State" and "Subtask State". */
export class Scope {
  /** Handles lent to the instance that it has not dropped. */
  borrows = 0;
  /** The handles that were lent to the instance. */
  readonly lent: number[] = [];
  /** What ends when the call does. */
  readonly #atEnd: (() => void)[] = [];

  atEnd(action: () => void): void {
    this.#atEnd.push(action);
  }

  /** Ends the call well: all that was lent to the instance must have been dropped. */
  close(): void {
    trapIf(this.borrows > 0, 'a handle outlives the call that it was lent to');
    for (const action of this.#atEnd) action();
  }
}

/** `Table.MAX_LENGTH`. */
const maxLength = 2 ** 28 - 1;

/** The handles of one instance, by index. Index 0 is never used; the index freed last is used first. */
export class HandleTable {
  // An entry's object is of the entry's own type, whatever that is.
  readonly #entries: (Entry<never> | undefined)[] = [undefined];
  readonly #free: number[] = [];

  /** How many handles there are. */
  get size(): number {
    return this.#entries.length - 1 - this.#free.length;
  }

  /** Gives an object to the instance. */
  own<Thing>(type: ResourceType<Thing>, object: Thing): number {
    return this.#add({ type, object, lentTo: undefined, lends: 0 });
  }

  /** Lends an object to the instance for a call, in which the instance drops the handle. */
  lend<Thing>(type: ResourceType<Thing>, object: Thing, scope: Scope): number {
    scope.borrows++;
    const core = this.#add({ type, object, lentTo: scope, lends: 0 });
    scope.lent.push(core);
    return core;
  }

  /** Takes back what was lent for a call that does not come about. */
  takeBack({ lent }: Scope): void {
    for (const core of lent) this.#remove(core);
  }

  /** What a handle stands for: `resource.rep`. */
  object<Thing>(type: ResourceType<Thing>, core: number): Thing {
    return this.#entry(type, core).object;
  }

  /** Takes an object from the instance. */
  take<Thing>(type: ResourceType<Thing>, core: number): Thing {
    const { object, lentTo, lends } = this.#entry(type, core);
    trapIf(lends > 0, `handle ${String(core)} is lent to a call that goes on`);
    trapIf(lentTo !== undefined, `handle ${String(core)} is only lent`);
    this.#remove(core);
    return object;
  }

  /** Borrows an object of the instance's for a call: until it ends, the instance can neither give it away nor drop it. */
  borrow<Thing>(type: ResourceType<Thing>, core: number, scope: Scope): Thing {
    const entry = this.#entry(type, core);
    entry.lends++;
    scope.atEnd(() => {
      entry.lends--;
    });
    return entry.object;
  }

  /** `resource.drop`. */
  drop<Thing>(type: ResourceType<Thing>, core: number): void {
    const { object, lentTo, lends } = this.#entry(type, core);
    trapIf(lends > 0, `handle ${String(core)} is lent to a call that goes on`);
    this.#remove(core);
    if (lentTo) lentTo.borrows--;
    else type.end(object);
  }

  #add<Thing>(entry: Entry<Thing>): number {
    const index = this.#free.pop() ?? this.#entries.length;
    trapIf(index > maxLength, 'there are too many handles');
    // `#entry` gives it back for the same type only.
    this.#entries[index] = entry as unknown as Entry<never>;
    return index;
  }

  #remove(core: number): void {
    this.#entries[core >>> 0] = undefined;
    this.#free.push(core >>> 0);
  }

  #entry<Thing>(type: ResourceType<Thing>, core: number): Entry<Thing> {
    const entry = this.#entries[core >>> 0];
    if (!entry) throw new Trap(`there is no handle ${String(core >>> 0)}`);
    // Types are compared by identity, so an entry of this type has objects of this type.
    const found = entry as unknown as Entry<Thing>;
    trapIf(found.type !== type, `handle ${String(core >>> 0)} is no ${type.name}`);
    return found;
  }
}
