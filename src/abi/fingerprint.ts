/**
 * What two components must agree about to share an interface, as 64 bits.
 *
 * They are the FNV-1a hash of a text: a line that names the text's form and the convention, then a line for each function,
 * `name(parameter: type, …) -> type`, and each resource that the interface declares, `[resource-drop]name`, sorted. Names are
 * decorated as for symbols. In types, aliases are what they stand for; records, variants, enums and flags are `#` and the
 * hash of their own text, such as `record{x: u32, y: u32}`, without their names; resources are the interface that declares
 * them, `/`, and their name. So neither order nor documentation matters, nor what types are called, but every name that a
 * value is known by does: two fields that change places are two different interfaces.
 */
import {
  decoratedName,
  qualifiedName,
  structureOf,
  unaliased,
  type Func,
  type Type,
  type TypeDecl,
} from '../resolve/model.js';
import { invariant } from '../base/invariant.js';
import { intrinsicName } from './symbols.js';

/** The functions and resources of one interface, on either side of a world. */
export interface FingerprintedInterface {
  readonly functions: readonly Func[];
  readonly types: readonly TypeDecl[];
}

/** Hashes interfaces, and each type of them once. */
export class Fingerprints {
  readonly #hashes = new Map<TypeDecl, string>();

  /** `convention` is the name of the ABI. */
  constructor(private readonly convention: string) {}

  /** The fingerprint of an interface; undefined if there is nothing in it that could be called. */
  of(each: FingerprintedInterface): bigint | undefined {
    const lines = this.#lines(each);
    if (lines.length === 0) return undefined;
    return fnv1a(this.#text(lines));
  }

  /** The text that is hashed, for tests and for the curious. */
  textOf(each: FingerprintedInterface): string {
    return this.#text(this.#lines(each));
  }

  #text(lines: readonly string[]): string {
    return [`interface text 1, ${this.convention} ABI`, ...lines].map((each) => `${each}\n`).join('');
  }

  #lines({ functions, types }: FingerprintedInterface): readonly string[] {
    const resources = types.filter(({ definition }) => definition.kind === 'resource');
    const drops = resources.map(({ name }) => intrinsicName('resource-drop', name));
    return [...functions.map((func) => this.functionText(func)), ...drops].sort();
  }

  /** A function as a line of that text. */
  functionText(func: Func): string {
    const parameters = func.parameters.map(({ name, type }) => `${name}: ${this.#type(type)}`).join(', ');
    const result = func.result ? ` -> ${this.#type(func.result)}` : '';
    return `${decoratedName(func)}${func.isAsync ? ' async' : ''}(${parameters})${result}`;
  }

  #type(type: Type): string {
    const structure = structureOf(type);
    switch (structure.kind) {
      case 'primitive':
        return structure.name;
      case 'string':
      case 'error-context':
        return structure.kind;
      case 'list':
        return `list<${this.#type(structure.element)}>`;
      case 'fixed-length-list':
        return `list<${this.#type(structure.element)}, ${String(structure.length)}>`;
      case 'map':
        return `map<${this.#type(structure.key)}, ${this.#type(structure.value)}>`;
      case 'tuple':
        return `tuple<${structure.items.map((item) => this.#type(item)).join(', ')}>`;
      case 'option':
        return `option<${this.#type(structure.inner)}>`;
      case 'result':
        return `result<${this.#orNothing(structure.ok)}, ${this.#orNothing(structure.err)}>`;
      case 'future':
      case 'stream':
        return `${structure.kind}<${this.#orNothing(structure.element)}>`;
      case 'own':
      case 'borrow':
        return `${structure.kind}<${resourceText(unaliased(structure.resource))}>`;
      case 'declared':
        return this.#declared(structure.decl);
    }
  }

  readonly #orNothing = (type: Type | undefined): string => (type ? this.#type(type) : '_');

  /** By its hash, so that the text stays short however often types are used within types. */
  #declared(decl: TypeDecl): string {
    const known = this.#hashes.get(decl);
    if (known !== undefined) return known;
    const hash = `#${hexadecimal(fnv1a(this.#definition(decl)))}`;
    this.#hashes.set(decl, hash);
    return hash;
  }

  #definition({ name, definition }: TypeDecl): string {
    switch (definition.kind) {
      case 'record':
        return `record{${definition.fields.map((each) => `${each.name}: ${this.#type(each.type)}`).join(', ')}}`;
      case 'variant': {
        const payload = (type: Type | undefined): string => (type ? `(${this.#type(type)})` : '');
        return `variant{${definition.cases.map((each) => each.name + payload(each.type)).join(', ')}}`;
      }
      case 'enum':
        return `enum{${definition.cases.map((each) => each.name).join(', ')}}`;
      case 'flags':
        return `flags{${definition.flags.map((each) => each.name).join(', ')}}`;
      case 'resource':
      case 'alias':
      case 'type':
        invariant(false, `the structure of ${name}`);
    }
  }
}

/** A resource is the one of the interface that declares it, however it is called elsewhere. */
function resourceText({ owner, name }: TypeDecl): string {
  if (owner.kind === 'world') return `world/${name}`;
  return `${owner.isInline ? owner.name : qualifiedName(owner)}/${name}`;
}

/** 64-bit FNV-1a of a text in UTF-8. */
export function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

/** 16 hexadecimal digits. */
export const hexadecimal = (value: bigint): string => value.toString(16).padStart(16, '0');
