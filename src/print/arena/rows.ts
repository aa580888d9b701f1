/**
 * The resolved model as the reference implementation holds it: four lists whose items refer to each other by
 * index. Dumps print these indexes, so that their order is part of the output.
 */
import type {
  Annotated,
  Func,
  ItemNotes,
  Package,
  Type,
  TypeDefinition,
  World,
} from '../../resolve/model.js';

/** All packages of a run. An id is an index in the list of its kind. */
export interface Arena {
  readonly worlds: readonly WorldRow[];
  readonly interfaces: readonly InterfaceRow[];
  readonly types: readonly TypeRow[];
  readonly packages: readonly PackageRow[];
}

/** A type where a value stands: the name of a builtin type, or the id of any other. */
export type TypeRef = string | number;

/** Names in order, each with what it stands for. Lists, because names may repeat and may look like numbers. */
export type Named<Value> = readonly (readonly [name: string, value: Value])[];

/** What a type is, without the names that it has: a type, or what a declaration declares of its own. */
export type Structure = Exclude<Type, { kind: 'named' }> | Exclude<TypeDefinition, { kind: 'type' }>;

/** A declaration, a type without a name, or the handle that stands where a resource is owned. */
export interface TypeRow extends ItemNotes {
  readonly name: string | undefined;
  readonly structure: Structure;
  /** The types that the structure is made of, in the order of `partsOf`. */
  readonly parts: readonly TypeRef[];
  /** What an alias stands for, or the resource of a handle. */
  readonly target: number | undefined;
  readonly owner: OwnerRow | undefined;
  /** The same type in the model; a copy has that of its original. */
  readonly type: Type;
}

/** Where a type is declared. */
export interface OwnerRow {
  readonly kind: 'interface' | 'world';
  readonly id: number;
}

/** A function with its decorated name, and with `self`. */
export interface FunctionRow {
  readonly name: string;
  readonly resource: number | undefined;
  readonly parameters: Named<TypeRef>;
  readonly result: TypeRef | undefined;
  /** The same function in the model; a copy has that of its original. */
  readonly func: Func;
}

/** An interface; one that is written in a world has no name. */
export interface InterfaceRow extends Annotated {
  readonly name: string | undefined;
  readonly docs: string | undefined;
  readonly types: Named<number>;
  readonly functions: readonly FunctionRow[];
  readonly package: number;
  /** What an `include` copied it from. */
  readonly copyOf: number | undefined;
}

/** What a world imports or exports under a key. */
export type ItemRow =
  | { readonly kind: 'interface'; readonly id: number; readonly notes: ItemNotes }
  | { readonly kind: 'function'; readonly function: FunctionRow }
  | { readonly kind: 'type'; readonly id: number };

/** A world; `interface-3` is the key of an import of interface 3 by its identity. */
export interface WorldRow {
  readonly world: World;
  readonly imports: Named<ItemRow>;
  readonly exports: Named<ItemRow>;
  readonly package: number;
}

/** A package; its interfaces and worlds are those with a name. */
export interface PackageRow {
  readonly package: Package;
  readonly interfaces: Named<number>;
  readonly worlds: Named<number>;
}
