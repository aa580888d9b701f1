/** The model as rows, numbered as the reference implementation numbers them. Facts: wit-parser's `Resolve`. */
import { invariant } from '../../base/invariant.js';
import {
  decoratedName,
  type Func,
  type Interface,
  type Package,
  referenceNotes,
  type Resolved,
  type TypeDecl,
  type World,
  type WorldItem,
} from '../../resolve/model.js';
import { type Move, RowCopies } from './copies.js';
import type {
  Arena,
  FunctionRow,
  InterfaceRow,
  ItemRow,
  Named,
  OwnerRow,
  PackageRow,
  TypeRow,
  WorldRow,
} from './rows.js';
import { TypeRows } from './type-rows.js';

/** Numbers everything that was read. */
export function arenaOf({ packages }: Resolved): Arena {
  const builder = new ArenaBuilder();
  for (const each of packages) builder.add(each);
  return builder;
}

/** Fills an arena, package by package. */
class ArenaBuilder implements Arena {
  readonly worlds: WorldRow[] = [];
  readonly interfaces: InterfaceRow[] = [];
  readonly types: TypeRow[] = [];
  readonly packages: PackageRow[] = [];
  readonly #interfaceIds = new Map<Interface, number>();
  readonly #worldIds = new Map<World, number>();
  readonly #declared = new Map<TypeDecl, number>();
  /** The functions that stand in worlds. */
  readonly #functions = new Map<Func, FunctionRow>();

  /** Types first, then interfaces and what only their functions need, then worlds, then what worlds include. */
  add(added: Package): void {
    const { interfaces, worlds, ledger } = added;
    const allInterfaces = [...interfaces, ...ledger.inlineInterfaces];
    allInterfaces.forEach((each, index) => this.#interfaceIds.set(each, this.interfaces.length + index));
    worlds.forEach((world, index) => this.#worldIds.set(world, this.worlds.length + index));
    const ownerOf = (decl: TypeDecl): OwnerRow => this.#ownerOf(decl.owner);
    const types = new TypeRows({ rows: this.types, declared: this.#declared, ownerOf });
    types.addLedger(ledger);
    for (const each of allInterfaces) this.interfaces.push(this.#interfaceRow(each, types));
    for (const world of worlds) this.#addOwnFunctions(world, types);
    for (const world of worlds) {
      this.#addCopies(world);
      this.worlds.push(this.#worldRow(world));
    }
    this.packages.push({
      package: added,
      interfaces: interfaces.map((each) => [each.name, this.#idOfInterface(each)] as const),
      worlds: worlds.map((world) => [world.name, this.#idOfWorld(world)] as const),
    });
  }

  #interfaceRow(item: Interface, types: TypeRows): InterfaceRow {
    return {
      name: item.isInline ? undefined : item.name,
      docs: item.docs,
      stability: item.stability,
      types: item.types.map((decl) => [decl.name, types.idOf(decl)] as const),
      functions: item.functions.map((func) => types.functionRow(func, decoratedName(func))),
      package: this.packages.length,
      copyOf: undefined,
    };
  }

  /** In the order of the text, imports before exports: copies come later. */
  #addOwnFunctions({ imports, exports, inclusions }: World, types: TypeRows): void {
    const copies = new Set(inclusions.flatMap(({ items }) => items.map(({ copy }) => copy)));
    for (const items of [imports, exports]) {
      const functions = items.flatMap((item) =>
        item.kind === 'function' && !copies.has(item) ? [item] : [],
      );
      functions.sort((a, b) => a.function.origin.start - b.function.origin.start);
      for (const item of functions) {
        this.#functions.set(item.function, types.functionRow(item.function, item.key));
      }
    }
  }

  #addCopies(world: World): void {
    const target = { types: this.types, interfaces: this.interfaces, package: this.packages.length };
    for (const { world: included, items } of world.inclusions) {
      const copies = new RowCopies(target);
      const move: Move = { from: this.#ownerOf(included), to: this.#ownerOf(world) };
      for (const { original, copy } of items) this.#addCopy(original, copy, move, copies);
    }
  }

  #addCopy(original: WorldItem, copy: WorldItem, move: Move, copies: RowCopies): void {
    if (original.kind === 'type' && copy.kind === 'type') {
      const id = copies.namedType(this.#idOfType(original.type), copy.key, move);
      this.#declared.set(copy.type, id);
    } else if (original.kind === 'function' && copy.kind === 'function') {
      const row = this.#functions.get(original.function);
      invariant(row, `a row for the function ${original.key}`);
      this.#functions.set(copy.function, copies.function(row, copy.key, move));
    } else if (original.kind === 'interface' && copy.kind === 'interface' && copy.interface.isInline) {
      this.#interfaceIds.set(copy.interface, copies.interface(this.#idOfInterface(original.interface)));
    }
  }

  #worldRow(world: World): WorldRow {
    return {
      world,
      imports: this.#itemRows(world.imports),
      exports: this.#itemRows(world.exports),
      package: this.packages.length,
    };
  }

  #itemRows(items: readonly WorldItem[]): Named<ItemRow> {
    return items.map((item) => {
      if (item.kind !== 'interface') return [item.key, this.#plainRow(item)] as const;
      const id = this.#idOfInterface(item.interface);
      return [
        item.key ?? `interface-${String(id)}`,
        { kind: 'interface', id, notes: referenceNotes(item) },
      ] as const;
    });
  }

  #plainRow(item: Exclude<WorldItem, { kind: 'interface' }>): ItemRow {
    if (item.kind === 'type') return { kind: 'type', id: this.#idOfType(item.type) };
    const row = this.#functions.get(item.function);
    invariant(row, `a row for the function ${item.key}`);
    return { kind: 'function', function: row };
  }

  #ownerOf(owner: Interface | World): OwnerRow {
    return owner.kind === 'interface'
      ? { kind: 'interface', id: this.#idOfInterface(owner) }
      : { kind: 'world', id: this.#idOfWorld(owner) };
  }

  #idOfInterface(item: Interface): number {
    return known(this.#interfaceIds.get(item), item.name);
  }

  #idOfWorld(world: World): number {
    return known(this.#worldIds.get(world), world.name);
  }

  #idOfType(decl: TypeDecl): number {
    return known(this.#declared.get(decl), decl.name);
  }
}

function known(id: number | undefined, name: string): number {
  invariant(id !== undefined, `an id for ${name}`);
  return id;
}
