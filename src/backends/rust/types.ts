import type { ScopePlan } from '../../abi/plan.js';
import { unreachable } from '../../base/invariant.js';
import { need, type Inline } from '../../emit/code.js';
import { structureOf, unaliased, type PrimitiveName, type Type, type TypeDecl } from '../../resolve/model.js';
import { generic, tupleType } from './lists.js';
import { isBorrowed, isReference, owned, type Form, type Mode, type Modes } from './modes.js';
import { resourcePlan, type WorldNames } from './names.js';
import { baseOf } from './usage.js';

const primitives: Readonly<Record<PrimitiveName, string>> = {
  bool: 'bool',
  u8: 'u8',
  u16: 'u16',
  u32: 'u32',
  u64: 'u64',
  s8: 'i8',
  s16: 'i16',
  s32: 'i32',
  s64: 'i64',
  f32: 'f32',
  f64: 'f64',
  char: 'char',
};

/** Rust's own types that output mentions by name, and the path that always means them. */
const standard = {
  Option: { path: '::core::option::Option', needsUse: false },
  Result: { path: '::core::result::Result', needsUse: false },
  String: { path: '_rt::String', needsUse: true },
  Vec: { path: '_rt::Vec', needsUse: true },
  Map: { path: '_rt::Map', needsUse: true },
};

/** The name of a primitive type. */
export const primitive = (name: PrimitiveName): string => primitives[name];

/** Spells types as the items of one scope see them. */
export class TypeSpeller {
  constructor(
    readonly names: WorldNames,
    readonly scope: ScopePlan,
    /** What strings are: text, or the bytes of it. */
    readonly strings: 'text' | 'bytes',
  ) {}

  /** Whether the scope's module is the root of the bindings. */
  get isRoot(): boolean {
    return this.names.moduleOf(this.scope).length === 0;
  }

  get modes(): Modes {
    return this.names.modes;
  }

  /** A type in value position. */
  spell(type: Type, mode: Mode = owned): Inline {
    switch (type.kind) {
      case 'primitive':
        return primitives[type.name];
      case 'string':
        return this.#string(mode);
      case 'list':
        return this.#list(type.element, mode);
      case 'fixed-length-list':
        return [
          '[',
          this.spell(type.element, this.modes.ofPart(type.element, mode)),
          `; ${String(type.length)}]`,
        ];
      case 'tuple':
        return this.#tuple(type.items, mode);
      case 'option':
        return generic(this.standard('Option'), this.#content(type.inner, mode));
      case 'result':
        return generic(this.standard('Result'), this.#arm(type.ok, mode), this.#arm(type.err, mode));
      case 'own':
        return this.path(type.resource, 'owner');
      case 'borrow':
        return this.#borrow(type.resource, mode);
      case 'named':
        return this.#named(type, mode);
      case 'map':
        return this.#map(type, mode);
      case 'future':
      case 'stream':
      case 'error-context':
        // Not among the backend's features: the driver reports them before anything is spelled.
        return unreachable(type as never);
    }
  }

  /** The path of a declared type, without lifetimes. A name that the scope has for it is enough. */
  path(decl: TypeDecl, form: Form): Inline {
    const here = this.#nameHere(decl, form);
    return [this.modulePath(here), this.names.type(here, form)];
  }

  /** The declaration of this scope that is another name of `decl`, or `decl` itself. */
  #nameHere(decl: TypeDecl, form: Form): TypeDecl {
    const isDeclared = (each: TypeDecl): boolean => this.names.hasForm(each, form);
    if (this.names.plan.scopeOf.get(decl) === this.scope && isDeclared(decl)) return decl;
    const meant = unaliased(decl);
    const here = this.scope.types.find((each) => unaliased(each) === meant && isDeclared(each));
    return here ?? (isDeclared(decl) ? decl : baseOf(decl));
  }

  /** The module in which a type is declared, with `::`, or nothing if it is this one. */
  modulePath(decl: TypeDecl): string {
    const home = this.names.plan.scopeOf.get(decl);
    const mapped = home && this.names.mapped(home);
    return mapped === undefined
      ? this.generatedModulePath(decl)
      : `${this.names.rootFrom(this.scope)}${mapped}::`;
  }

  /** The same for what is generated in any case, even if the type is found elsewhere. */
  generatedModulePath(decl: TypeDecl): string {
    const home = this.names.plan.scopeOf.get(decl);
    return home === undefined ? '' : this.names.pathBetween(this.scope, home);
  }

  /** The path of the type of borrowed handles of an exported resource. */
  borrowPath(resource: TypeDecl): Inline {
    const decl = this.#nameHere(unaliased(resource), 'owner');
    return [this.modulePath(decl), this.names.borrow(decl)];
  }

  /** One of Rust's own types: by its short name where that can mean nothing else. */
  standard(name: keyof typeof standard): Inline {
    const { path, needsUse } = standard[name];
    // The root module is shared with the user's own items, which may hide any name.
    if (this.isRoot || this.names.declares(this.scope, name))
      return path.startsWith('_rt') ? this.runtime(path) : path;
    return needsUse ? [need(name), name] : name;
  }

  /** Something of the module of runtime support. */
  runtime(path: string): Inline {
    const [, part = ''] = /^_rt::([A-Za-z_]+)/.exec(path) ?? [];
    return part === '' ? [need('_rt'), path] : [need('_rt'), need(`_rt::${part}`), path];
  }

  #content(type: Type, mode: Mode): Inline {
    return this.spell(type, this.modes.ofContent(type, mode));
  }

  #arm(type: Type | undefined, mode: Mode): Inline {
    return type ? this.#content(type, mode) : '()';
  }

  #string({ lifetime }: Mode): Inline {
    if (this.strings === 'text')
      return lifetime === undefined ? this.standard('String') : [reference(lifetime), 'str'];
    return lifetime === undefined ? [this.standard('Vec'), '<u8>'] : [reference(lifetime), '[u8]'];
  }

  #list(element: Type, mode: Mode): Inline {
    const inner = this.spell(element, this.modes.ofPart(element, mode));
    return isBorrowed(mode)
      ? [reference(mode.lifetime), '[', inner, ']']
      : generic(this.standard('Vec'), inner);
  }

  #map({ key, value }: Extract<Type, { kind: 'map' }>, mode: Mode): Inline {
    const [keys, values] = [key, value].map((part) => this.spell(part, this.modes.ofPart(part, mode)));
    const map = generic(this.standard('Map'), keys ?? '', values ?? '');
    return isBorrowed(mode) ? [reference(mode.lifetime), map] : map;
  }

  #tuple(items: readonly Type[], mode: Mode): Inline {
    return tupleType(items.map((item) => this.#content(item, mode)));
  }

  #borrow(resource: TypeDecl, mode: Mode): Inline {
    const lifetime = mode.lifetime ?? "'_";
    if (resourcePlan(this.names.plan, resource).home === 'imported') {
      return [reference(lifetime), this.path(resource, 'owner')];
    }
    return [this.borrowPath(resource), `<${lifetime}>`];
  }

  #named(type: Extract<Type, { kind: 'named' }>, mode: Mode): Inline {
    const structure = structureOf(type);
    if (structure.kind === 'string' || structure.kind === 'list' || structure.kind === 'map') {
      // Nobody should have to own a `String` only because the type has a name.
      if (isBorrowed(mode)) return this.spell(structure, mode);
    }
    if (isReference(type, mode) && mode.lifetime !== undefined) {
      const inner = this.modes.of(type, 'owned', mode.lifetime);
      return [reference(mode.lifetime), this.path(type.decl, 'owner'), generics(inner.lifetime)];
    }
    return [this.path(type.decl, mode.style === 'borrowed' ? 'view' : 'owner'), generics(mode.lifetime)];
  }
}

const reference = (lifetime = "'_"): string => (lifetime === "'_" ? '&' : `&${lifetime} `);

/** `<'a>`, or nothing. */
export const generics = (lifetime: string | undefined): string =>
  lifetime === undefined ? '' : `<${lifetime}>`;
