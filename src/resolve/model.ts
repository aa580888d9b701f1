/**
 * The resolved model: a graph of plain, readonly objects that refer to each other by reference.
 * Identity is object identity; ids exist only in dumps.
 */
import type { Span } from '../base/source.js';

/** Since when something exists, or which feature it belongs to. Absent where nothing is said. */
export type Stability =
  | { readonly kind: 'stable'; readonly since: string; readonly deprecated: string | undefined }
  | {
      readonly kind: 'unstable';
      readonly feature: string;
      readonly deprecated: string | undefined;
    };

/** What attributes say about a declaration or an item of a world. */
export interface Annotated {
  readonly stability?: Stability | undefined;
  /** `@external-id("…")`. */
  readonly externalId?: string | undefined;
}

/** What every declared thing has. `origin` is its name in the source. */
export interface Declared {
  readonly name: string;
  readonly docs: string | undefined;
  readonly origin: Span;
}

/**
 * `ns:name@version`. The version is the text as written, for example `1.0.0-rc.1`.
 * 🪺 A nested namespace is `outer:inner`, a nested package `outer/inner`.
 */
export interface PackageName {
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
}

export interface Package {
  readonly name: PackageName;
  readonly docs: string | undefined;
  readonly interfaces: readonly Interface[];
  readonly worlds: readonly World[];
  readonly ledger: Ledger;
}

/**
 * What linking a package met, in that order: for dumps that number things as the reference implementation does.
 * It also holds what stands in items that a feature gate leaves out, and to which nothing else leads.
 */
export interface Ledger {
  /** Each type after those that it refers to, as often as it is written. */
  readonly types: readonly LedgerType[];
  /** The interfaces written inside worlds. */
  readonly inlineInterfaces: readonly Interface[];
}

/** A declaration that is not left out, or a compound type without a name. */
export type LedgerType =
  | { readonly kind: 'declared'; readonly decl: TypeDecl }
  | {
      readonly kind: 'anonymous';
      readonly type: Type;
      /** That of the declaration that it is part of; parts of functions have none. */
      readonly stability: Stability | undefined;
      /** Whether that declaration is left out. */
      readonly isLeftOut: boolean;
    };

export type PrimitiveName =
  'bool' | 'u8' | 'u16' | 'u32' | 'u64' | 's8' | 's16' | 's32' | 's64' | 'f32' | 'f64' | 'char';

/** A type in a position where a value stands. A resource in value position is `own`. */
export type Type =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'string' }
  | { readonly kind: 'error-context' }
  | { readonly kind: 'list'; readonly element: Type }
  | {
      readonly kind: 'fixed-length-list';
      readonly element: Type;
      readonly length: number;
    }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'option'; readonly inner: Type }
  | {
      readonly kind: 'result';
      readonly ok: Type | undefined;
      readonly err: Type | undefined;
    }
  | { readonly kind: 'future'; readonly element: Type | undefined }
  | { readonly kind: 'stream'; readonly element: Type | undefined }
  /** `resource` is the declaration named in the source: the resource itself or an alias that leads to it. */
  | { readonly kind: 'own'; readonly resource: TypeDecl }
  | { readonly kind: 'borrow'; readonly resource: TypeDecl }
  /** A declared type that is not a resource. */
  | { readonly kind: 'named'; readonly decl: TypeDecl };

/** What a type declaration declares. */
export type TypeDefinition =
  | { readonly kind: 'record'; readonly fields: readonly Field[] }
  | { readonly kind: 'variant'; readonly cases: readonly Case[] }
  | { readonly kind: 'enum'; readonly cases: readonly Declared[] }
  | { readonly kind: 'flags'; readonly flags: readonly Declared[] }
  | { readonly kind: 'resource' }
  /** `type a = b` or `use x.{b as a}` where `b` is a declaration: also of resources. */
  | {
      readonly kind: 'alias';
      readonly target: TypeDecl;
      readonly viaUse: boolean;
    }
  /** `type a = list<u8>`: a name for an anonymous or builtin type. */
  | { readonly kind: 'type'; readonly type: Type };

export interface Field extends Declared {
  readonly type: Type;
}

export interface Case extends Declared {
  readonly type: Type | undefined;
}

export interface TypeDecl extends Declared, Annotated {
  readonly owner: Interface | World;
  readonly definition: TypeDefinition;
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly origin: Span;
}

/** Free functions stand alone; the others belong to a resource declared in the same owner. */
export type FunctionForm =
  | { readonly kind: 'free' }
  | { readonly kind: 'method'; readonly resource: TypeDecl }
  | { readonly kind: 'static'; readonly resource: TypeDecl }
  | { readonly kind: 'constructor'; readonly resource: TypeDecl };

export interface Func extends Declared, Annotated {
  /** The plain WIT name; for a constructor the name of the resource. See `decoratedName`. */
  readonly name: string;
  readonly form: FunctionForm;
  /** Without `self`. */
  readonly parameters: readonly Parameter[];
  /** A constructor has `own<r>`, or `result<own<r>, e>` where it is fallible. */
  readonly result: Type | undefined;
  readonly isAsync: boolean;
}

export interface Interface extends Declared, Annotated {
  readonly kind: 'interface';
  readonly package: Package;
  /** An interface written inside a world has no identity of its own: it is known by its key there. */
  readonly isInline: boolean;
  readonly types: readonly TypeDecl[];
  readonly functions: readonly Func[];
}

/** What stands before an `import` or `export` of an interface. */
export interface ItemNotes extends Annotated {
  readonly docs?: string | undefined;
}

/** An interface as import or export. Stability, external id and docs are those of the statement. */
export interface WorldInterface extends ItemNotes {
  readonly kind: 'interface';
  readonly key: string | undefined;
  readonly interface: Interface;
  readonly origin: Span;
  /** See `referenceNotes`; absent where they are the item's own. */
  readonly inheritedNotes?: ItemNotes;
  /** Whether no statement asks for it: something that the world imports or exports uses its types. */
  readonly isImplied?: true;
}

/** One import or export of a world. `key` is the plain name; interfaces imported by path are known by their identity. */
export type WorldItem =
  | WorldInterface
  | { readonly kind: 'function'; readonly key: string; readonly function: Func }
  | { readonly kind: 'type'; readonly key: string; readonly type: TypeDecl };

/** A world after includes and elaboration: everything that is implied stands in `imports`. */
export interface World extends Declared, Annotated {
  readonly kind: 'world';
  readonly package: Package;
  readonly imports: readonly WorldItem[];
  readonly exports: readonly WorldItem[];
  /** The types declared or used at world level, in order. They are also among the imports. */
  readonly types: readonly TypeDecl[];
  /** What each `include` copied, in order. */
  readonly inclusions: readonly Inclusion[];
}

/** What one `include` copied: items under a plain name. Of those, only interfaces with an identity are shared. */
export interface Inclusion {
  readonly world: World;
  readonly items: readonly { readonly original: WorldItem; readonly copy: WorldItem }[];
}

/** All packages of a run in dependency order; `main` is the one that was asked for. */
export interface Resolved {
  readonly main: Package;
  readonly packages: readonly Package[];
}

/**
 * What the reference implementation says of an item. Where an item before needs the interface too, it takes that item's
 * notes for those of the statement. Only texts that are compared with its own should repeat this.
 */
export function referenceNotes(item: WorldInterface): ItemNotes {
  return item.inheritedNotes ?? item;
}

/** `ns:pkg@1.0.0`. */
export function packageNameText(name: PackageName): string {
  return `${name.namespace}:${name.name}${name.version === undefined ? '' : `@${name.version}`}`;
}

/** `ns:pkg/iface@1.0.0`: the identity of a named interface or world. */
export function qualifiedName(item: {
  readonly name: string;
  readonly package: Pick<Package, 'name'>;
}): string {
  const { namespace, name, version } = item.package.name;
  return `${namespace}:${name}/${item.name}${version === undefined ? '' : `@${version}`}`;
}

/** The name of a function with its kind in brackets. Explainer.md "plainname". */
export function decoratedName(func: Func): string {
  const { form, name } = func;
  switch (form.kind) {
    case 'free':
      return name;
    case 'constructor':
      return `[constructor]${form.resource.name}`;
    case 'method':
    case 'static':
      return `[${form.kind}]${form.resource.name}.${name}`;
  }
}

/** Follows aliases to the declaration that says what the type is. */
export function unaliased(decl: TypeDecl): TypeDecl {
  let at = decl;
  while (at.definition.kind === 'alias') at = at.definition.target;
  return at;
}

/** Follows aliases and type names to the structure of a type. */
export function structureOf(type: Type): Exclude<Type, { kind: 'named' }> | Structured {
  if (type.kind !== 'named') return type;
  const { definition } = unaliased(type.decl);
  if (definition.kind === 'type') return structureOf(definition.type);
  return { kind: 'declared', decl: unaliased(type.decl) };
}

/** A record, variant, enum or flags, reached through any number of names. */
export interface Structured {
  readonly kind: 'declared';
  readonly decl: TypeDecl;
}
