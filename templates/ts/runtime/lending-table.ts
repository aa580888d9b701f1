import { HandleTable, type ResourceType, type Scope } from './handles.js';

/** The handles of an instance to which something is lent, or given by calls that may fail before they are made; or which lends. */
export class LendingTable extends HandleTable {
  /** Gives an object to the instance for a call that may fail before it is made: then the object is taken back when it ends. */
  give<Thing>(type: ResourceType<Thing>, object: Thing, scope: Scope): number {
    const core = this.own(type, object);
    scope.takingBack(() => {
      this.remove(core);
    });
    return core;
  }

  /** Lends an object to the instance for a call, in which the instance drops the handle. */
  lend<Thing>(type: ResourceType<Thing>, object: Thing, scope: Scope): number {
    scope.borrows++;
    const core = this.add(type, object, scope);
    (scope.lent ??= []).push(core);
    return core;
  }

  /** Takes back what was lent for a call that does not come about. */
  takeBack({ lent = [] }: Scope): void {
    for (const core of lent) this.remove(core);
  }

  /** Borrows an object of the instance's for a call: until it ends, the instance can neither give it away nor drop it. */
  borrow<Thing>(type: ResourceType<Thing>, core: number, scope: Scope): Thing {
    const object = this.object(type, core);
    const index = core >>> 0;
    this.#changeLends(index, 1);
    scope.atEnd(() => {
      this.#changeLends(index, -1);
    });
    return object;
  }

  #changeLends(index: number, by: number): void {
    this.lends[index] = (this.lends[index] ?? 0) + by;
  }
}
