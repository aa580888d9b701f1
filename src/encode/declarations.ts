/** The declarations of instance types and component types. Spec: Binary.md `instancedecl`, `componentdecl`. */
import { type Bytes, listBytes, numberBytes, textBytes } from './bytes.js';

/** The name of an import or export. */
export interface ExternName {
  readonly text: string;
  /** Which interface a plain name stands for. */
  readonly implements?: string | undefined;
  readonly externalId?: string | undefined;
}

/** What is imported or exported; an index is one of the type that it has, or is equal to. */
export type ExternItem =
  | { readonly kind: 'resource' }
  | { readonly kind: 'type' | 'function' | 'instance' | 'component'; readonly index: number };

/** The declarations of one type in the making, and how much its index spaces hold. */
export class Declarations {
  readonly #all: Bytes[] = [];
  #types = 0;
  #functions = 0;
  #instances = 0;
  #components = 0;

  /** Defines a type and returns its index. */
  type(definition: Bytes): number {
    this.#all.push([0x01, ...definition]);
    return this.#types++;
  }

  /** Gives a type of an instance an index here. */
  typeOfInstance(instance: number, name: string): number {
    this.#all.push([0x02, 0x03, 0x00, ...numberBytes(instance), ...textBytes(name)]);
    return this.#types++;
  }

  /** Gives a type that the declarations around these have an index here. */
  typeOfOuter(index: number): number {
    this.#all.push([0x02, 0x03, 0x02, ...numberBytes(1), ...numberBytes(index)]);
    return this.#types++;
  }

  /** Imports or exports something and returns its index among its like. */
  extern(direction: 'import' | 'export', name: ExternName, item: ExternItem): number {
    const code = direction === 'import' ? 0x03 : 0x04;
    this.#all.push([code, ...externNameBytes(name), ...externItemBytes(item)]);
    switch (item.kind) {
      case 'resource':
      case 'type':
        return this.#types++;
      case 'instance':
        return this.#instances++;
      case 'function':
        return this.#functions++;
      case 'component':
        return this.#components++;
    }
  }

  /** The finished type of a component. */
  get componentType(): Bytes {
    return [0x41, ...this.#bytes];
  }

  /** The finished type of an instance. */
  get instanceType(): Bytes {
    return [0x42, ...this.#bytes];
  }

  get #bytes(): Bytes {
    return listBytes(this.#all, (declaration) => declaration);
  }
}

/** The name with what is said about it. Binary.md `nameattributes`: what nothing is said about keeps the form of old. */
export function externNameBytes({ text, implements: target, externalId }: ExternName): Bytes {
  const attributes = [
    ...(target === undefined ? [] : [[0x00, ...textBytes(target)]]),
    ...(externalId === undefined ? [] : [[0x02, ...textBytes(externalId)]]),
  ];
  if (attributes.length === 0) return [0x00, ...textBytes(text)];
  return [0x02, ...textBytes(text), ...listBytes(attributes, (attribute) => attribute)];
}

const sorts = { function: 0x01, component: 0x04, instance: 0x05 } as const;

function externItemBytes(item: ExternItem): Bytes {
  switch (item.kind) {
    case 'resource':
      return [0x03, 0x01];
    case 'type':
      return [0x03, 0x00, ...numberBytes(item.index)];
    default:
      return [sorts[item.kind], ...numberBytes(item.index)];
  }
}
