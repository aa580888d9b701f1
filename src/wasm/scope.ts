/** The index spaces of a component or instance type. */
import type { Extern, InterfaceId, NamedType, TypeItem } from './items.js';
import { type ByteReader, Malformed } from './reader.js';

/** What can be referred to by number while a type is read. */
export class Scope {
  readonly types: TypeItem[] = [];
  readonly instances: Extern[] = [];
  readonly depth: number;

  constructor(readonly outer?: Scope) {
    this.depth = outer ? outer.depth + 1 : 0;
    if (this.depth > 100) throw new Malformed('its types nest too deep');
  }

  /** The type with an index. */
  type(index: number): TypeItem {
    const type = this.types[index];
    if (!type) throw new Malformed(`it has no type ${String(index)}`);
    return type;
  }

  /** Gives what an import or export brings its index. */
  enter(extern: Extern): void {
    if (extern.item.kind === 'named') this.types.push(extern.item);
    if (extern.item.kind === 'instance') this.instances.push(extern);
  }

  /** Another index for a type of an instance, or of a scope around this one. */
  alias(reader: ByteReader): void {
    const sort = reader.byte();
    if (sort !== 0x03) throw new Malformed('it has an alias of something else than a type');
    const target = reader.byte();
    if (target === 0x00) this.types.push(this.#exported(reader.number(), reader.text()));
    else if (target === 0x02) this.types.push(this.#around(reader.number()).type(reader.number()));
    else throw new Malformed('it has an alias of an unknown form');
  }

  #exported(index: number, name: string): TypeItem {
    const instance = this.instances[index];
    if (!instance) throw new Malformed(`it has no instance ${String(index)}`);
    const type = instance.item.kind === 'instance' ? typeNamed(instance.item.exports, name) : undefined;
    if (!type) throw new Malformed(`${JSON.stringify(name)} in it is not among the types of its interface`);
    return { kind: 'used', from: idOfInstance(instance), name: type.name };
  }

  #around(levels: number): Scope {
    if (levels === 0) return this;
    if (!this.outer) throw new Malformed('it refers to something outside of it');
    return this.outer.#around(levels - 1);
  }
}

function typeNamed(exports: readonly Extern[], name: string): NamedType | undefined {
  return exports.flatMap(({ item }) => (item.kind === 'named' && item.name === name ? [item] : []))[0];
}

function idOfInstance({ name }: Extern): InterfaceId {
  const id = name.id ?? name.implements;
  if (!id)
    throw new Malformed(`types are taken from ${JSON.stringify(name.text)}, which is no named interface`);
  return id;
}
