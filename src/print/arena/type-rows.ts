/** The types of one package as rows: interned by structure, with handles where resources are owned. */
import { invariant } from '../../base/invariant.js';
import type { Func, Ledger, LedgerType, Stability, Type, TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';
import type { FunctionRow, OwnerRow, Structure, TypeRef, TypeRow } from './rows.js';

/** Where the rows of a package go. */
export interface TypeTarget {
  /** The types of all packages; new ones are added. */
  readonly rows: TypeRow[];
  /** The ids of the declarations of all packages. */
  readonly declared: Map<TypeDecl, number>;
  readonly ownerOf: (decl: TypeDecl) => OwnerRow;
}

/** A compound type and where it was met. */
type Met = Omit<Extract<LedgerType, { kind: 'anonymous' }>, 'kind'>;

type StructureOf<Kind extends Structure['kind']> = Extract<Structure, { kind: Kind }>;

/** The compound types and handles of one package. Each is there once, as the reference implementation has it. */
export class TypeRows {
  readonly #target: TypeTarget;
  readonly #byStructure = new Map<string, number>();
  readonly #byType = new Map<Type, number>();
  /** Structures that were met in a declaration that is left out, before they were met elsewhere. */
  readonly #leftOut = new Set<string>();
  readonly #ownHandles = new Map<TypeDecl, number>();

  constructor(target: TypeTarget) {
    this.#target = target;
  }

  /** Adds all types of a ledger, in its order. */
  addLedger({ types }: Ledger): void {
    for (const entry of types) {
      if (entry.kind === 'declared') this.#declare(entry.decl);
      else this.#intern(entry);
    }
  }

  /** A function of this package. The handles that only its signature needs are added. */
  functionRow(func: Func, name: string): FunctionRow {
    const { form, parameters, result } = func;
    const self: Type | undefined =
      form.kind === 'method' ? { kind: 'borrow', resource: form.resource } : undefined;
    return {
      name,
      resource: form.kind === 'free' ? undefined : this.idOf(form.resource),
      parameters: [
        ...(self ? [['self', this.#valueRef(self)] as const] : []),
        ...parameters.map((parameter) => [parameter.name, this.#valueRef(parameter.type)] as const),
      ],
      result: result && this.#valueRef(result),
      func,
    };
  }

  /** The id of a declaration of this or an earlier package. */
  idOf(decl: TypeDecl): number {
    const id = this.#target.declared.get(decl);
    invariant(id !== undefined, `a row for the type ${decl.name}`);
    return id;
  }

  #declare(decl: TypeDecl): void {
    const structure = structureOfDecl(decl);
    const row = {
      name: decl.name,
      structure,
      ...this.#references(structure),
      owner: this.#target.ownerOf(decl),
      docs: decl.docs,
      stability: decl.stability,
      externalId: decl.externalId,
      type: { kind: 'named', decl } as const,
    };
    this.#target.declared.set(decl, this.#push(row));
  }

  /**
   * The id of a compound type; none if something that is left out is part of it. What was first met where it is
   * left out is left out for good, as in the reference; but the reference refuses it where it is needed.
   */
  #intern({ type, stability, isLeftOut }: Met, isNeeded = false): number | undefined {
    if (type.kind === 'named') return this.#target.declared.get(type.decl);
    const raw = partsOf(type).map((part) => this.#rawRef(part, isNeeded));
    const resource = targetOf(type);
    if (resource) raw.push(this.#target.declared.get(resource));
    if (raw.includes(undefined)) return undefined;
    const key = [type.kind, shapeText(type), ...raw].join(' ');
    const known = this.#byStructure.get(key);
    if (known === undefined && isLeftOut) this.#leftOut.add(key);
    if (known === undefined && !isNeeded && this.#leftOut.has(key)) return undefined;
    const id = known ?? this.#addAnonymous(type, stability);
    this.#byStructure.set(key, id);
    this.#byType.set(type, id);
    return id;
  }

  #addAnonymous(structure: Exclude<Type, { kind: 'named' }>, stability: Stability | undefined): number {
    return this.#push({
      name: undefined,
      structure,
      ...this.#references(structure),
      owner: undefined,
      stability: stability ?? this.#stabilityOfParts(structure),
      type: structure,
    });
  }

  /** Spec of the reference implementation: `option<t>` is as stable as `t`; of several parts the first that says so. */
  #stabilityOfParts(type: Type): Stability | undefined {
    const { rows } = this.#target;
    const ids = [...partsOf(type).map((part) => this.#rawRef(part, true)), this.#targetId(type)];
    return ids.map((id) => (typeof id === 'number' ? rows[id]?.stability : undefined)).find((each) => each);
  }

  #references(structure: Structure): Pick<TypeRow, 'parts' | 'target'> {
    return {
      parts: partsOf(structure).map((part) => this.#valueRef(part)),
      target: this.#targetId(structure),
    };
  }

  #targetId(structure: Structure | Type): number | undefined {
    const target = structure.kind === 'named' ? undefined : targetOf(structure);
    return target && this.idOf(target);
  }

  /** A type as it is written, before handles are put in: this is what makes two types the same. */
  #rawRef(type: Type, isNeeded: boolean): TypeRef | undefined {
    if (type.kind === 'own') return this.#target.declared.get(type.resource);
    const met: Met = { type, stability: undefined, isLeftOut: false };
    return builtinName(type) ?? this.#byType.get(type) ?? this.#intern(met, isNeeded);
  }

  /** A type where a value stands. */
  #valueRef(type: Type): TypeRef {
    const ref = type.kind === 'own' ? this.#ownHandle(type) : this.#rawRef(type, true);
    invariant(ref !== undefined, 'types that are there to refer only to types that are there');
    return ref;
  }

  /** Made where it is first needed; an alias of a resource has a handle of its own. */
  #ownHandle(structure: StructureOf<'own'>): number {
    const { resource } = structure;
    const target = this.idOf(resource);
    const row: TypeRow = { name: undefined, structure, parts: [], target, owner: undefined, type: structure };
    const id = this.#ownHandles.get(resource) ?? this.#push(row);
    this.#ownHandles.set(resource, id);
    return id;
  }

  #push(row: TypeRow): number {
    return this.#target.rows.push(row) - 1;
  }
}

function structureOfDecl({ definition }: TypeDecl): Structure {
  if (definition.kind !== 'type') return definition;
  const { type } = definition;
  return type.kind === 'named' ? { kind: 'alias', target: type.decl, viaUse: false } : type;
}

/** The declaration that a type refers to beside its parts. */
function targetOf(structure: Structure): TypeDecl | undefined {
  switch (structure.kind) {
    case 'own':
    case 'borrow':
      return structure.resource;
    case 'alias':
      return structure.target;
    default:
      return undefined;
  }
}

/** The name of a type that has no row. */
export function builtinName(type: Type | Structure): string | undefined {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'string':
    case 'error-context':
      return type.kind;
    default:
      return undefined;
  }
}

/** What distinguishes two types of the same kind beside their parts: a length, and which parts are absent. */
export function shapeText(type: Type | Structure): string {
  switch (type.kind) {
    case 'fixed-length-list':
      return String(type.length);
    case 'result':
      return `${type.ok ? 'ok' : '_'},${type.err ? 'err' : '_'}`;
    default:
      return '';
  }
}
