import { Trap, trapIf } from './trap.js';

/** A resource: whose handles are which, is told by the identity of this. `Thing` is what a handle stands for. */
export interface ResourceType<Thing> {
  readonly name: string;
  /** Ends an object that nobody owns any more, if something is to happen then. */
  readonly end: ((object: Thing) => void) | undefined;
}

/** A resource of the component's own. */
interface OwnResource extends ResourceType<number> {
  /** Told when there is an instance. */
  end: ResourceType<number>['end'];
}

export const ownResource = (name: string): OwnResource => ({
  name,
  end: () => {
    throw new Trap(`the start function drops a ${name} before its destructor is known`);
  },
});

/** What can be lent to calls. */
export interface Lendable {
  /** How many calls it is lent to. */
  lends: number;
}

/** One call, and what is lent in it. CanonicalABI.md "Task State" and "Subtask State". */
export class Scope {
  /** Handles lent to the instance that it has not dropped. */
  borrows = 0;
  /** The handles that were lent to the instance. */
  lent: number[] | undefined;
  /** Whether the call has been made, so that what is given in it is gone; asked where something may fail before. */
  declare isMade?: boolean;
  /** What ends when the call does. */
  #atEnd: (() => void)[] | undefined;
  /** The object that is held first, mostly the only one: a method takes five times as long with a list of actions. */
  #held: Lendable | undefined;

  atEnd(action: () => void): void {
    (this.#atEnd ??= []).push(action);
  }

  /** What happens at the end of a call that failed before it was made. */
  takingBack(action: () => void): void {
    this.atEnd(() => {
      if (!this.isMade) action();
    });
  }

  /** Lends an object to the call until that ends. */
  hold(object: Lendable): void {
    object.lends++;
    if (this.#held === undefined) {
      this.#held = object;
      return;
    }
    this.atEnd(() => {
      object.lends--;
    });
  }

  /** Ends the call well: all that was lent to the instance must have been dropped. */
  close(): void {
    trapIf(this.borrows > 0, 'a handle outlives the call that it was lent to');
    this.end();
  }

  /** Ends what is lent in the call, however that went; once. */
  end(): void {
    const actions = this.#atEnd;
    for (let action = actions?.pop(); action; action = actions?.pop()) action();
    if (this.#held === undefined) return;
    this.#held.lends--;
    this.#held = undefined;
  }
}

/** `Table.MAX_LENGTH`. */
const maxLength = 2 ** 28 - 1;

/**
 * The handles of one instance, by index. Index 0 is never used; the index freed last is used first. What is known of a handle
 * stands in lists beside each other, so that a handle that comes and goes allocates nothing. Most instances lend nothing: for the
 * others there is `LendingTable`.
 */
export class HandleTable {
  /** Of which resource each is; absent where there is no handle. */
  readonly #types: (object | undefined)[] = [undefined];
  /** What it stands for: an object of its own type, whatever that is. */
  readonly #objects: unknown[] = [undefined];
  /** The call that it is lent to; absent where it is owned. */
  readonly #lentTo: (Scope | undefined)[] = [undefined];
  /** How many calls it is lent to by its instance. */
  protected readonly lends: number[] = [0];
  readonly #free: number[] = [];

  /** Gives an object to the instance. */
  own<Thing>(type: ResourceType<Thing>, object: Thing): number {
    return this.add(type, object);
  }

  /** What a handle stands for, which must be of the type: `resource.rep`. */
  object<Thing>(type: ResourceType<Thing>, core: number): Thing {
    const index = core >>> 0;
    const found = this.#types[index];
    // What is found under a type was added with that type, and types are told apart by identity.
    if (found === type) return this.#objects[index] as Thing;
    throw new Trap(found ? `handle ${index} is no ${type.name}` : `there is no handle ${index}`);
  }

  /** Takes an object from the instance. */
  take<Thing>(type: ResourceType<Thing>, core: number): Thing {
    const object = this.object(type, core);
    const index = core >>> 0;
    if (this.#lentTo[index]) throw new Trap(`handle ${index} is only lent`);
    this.remove(index);
    return object;
  }

  /** `resource.drop`. */
  drop<Thing>(type: ResourceType<Thing>, core: number): void {
    const object = this.object(type, core);
    const index = core >>> 0;
    const lentTo = this.#lentTo[index];
    this.remove(index);
    if (lentTo) lentTo.borrows--;
    else type.end?.(object);
  }

  protected add<Thing>(type: ResourceType<Thing>, object: Thing, lentTo?: Scope): number {
    const index = this.#free.pop() ?? this.#types.length;
    if (index > maxLength) throw new Trap('there are too many handles');
    this.#types[index] = type;
    this.#objects[index] = object;
    this.#lentTo[index] = lentTo;
    this.lends[index] = 0;
    return index;
  }

  protected remove(index: number): void {
    if (this.lends[index] !== 0) throw new Trap(`handle ${index} is lent to a call that goes on`);
    this.#types[index] = undefined;
    this.#objects[index] = undefined;
    this.#lentTo[index] = undefined;
    this.#free.push(index);
  }
}
