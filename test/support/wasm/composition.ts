/** A component around others, while it is written. Spec: Binary.md "Component Definitions". */
import { listBytes, numberBytes, sectionBytes, textBytes, type Bytes } from '../../../src/encode/bytes.js';
import { componentBytes } from '../../../src/encode/component.js';
import { sort, type Extern } from './surface.js';

/** An item in one of the component's index spaces. */
export interface Place {
  readonly sort: number;
  readonly index: number;
}

/** An item, under the name of the import that it is for. */
export type Given = readonly [name: string, place: Place];

/** Numbers of the sections. */
const section = { component: 0x04, instance: 0x05, alias: 0x06, export: 0x0b } as const;

/** Its sections, one for each definition. */
export class Composition {
  readonly #sections: Bytes[] = [];
  readonly #sizes = new Map<number, number>();

  get bytes(): Uint8Array {
    return componentBytes(this.#sections);
  }

  /** Adds a component and an instance of it, which is answered. */
  instantiate(component: Uint8Array, given: readonly Given[]): Place {
    this.#sections.push(sectionBytes(section.component, [...component]));
    const { index } = this.#next(sort.component);
    const written = listBytes(given, ([name, place]) => [...textBytes(name), ...placeBytes(place)]);
    this.#one(section.instance, [0x00, ...numberBytes(index), ...written]);
    return this.#next(sort.instance);
  }

  /** What an instance exports. */
  alias(instance: Place, { name, sort: itsSort }: Extern): Place {
    this.#one(section.alias, [itsSort, 0x00, ...numberBytes(instance.index), ...textBytes(name)]);
    return this.#next(itsSort);
  }

  /** Exports an item. */
  export(name: string, place: Place): void {
    this.#one(section.export, [0x00, ...textBytes(name), ...placeBytes(place), 0x00]);
    // What is exported is one more item of its sort, under a new index.
    this.#next(place.sort);
  }

  /** A section of one definition. */
  #one(id: number, definition: Bytes): void {
    this.#sections.push(sectionBytes(id, [0x01, ...definition]));
  }

  #next(itsSort: number): Place {
    const index = this.#sizes.get(itsSort) ?? 0;
    this.#sizes.set(itsSort, index + 1);
    return { sort: itsSort, index };
  }
}

const placeBytes = ({ sort: itsSort, index }: Place): Bytes => [itsSort, ...numberBytes(index)];
