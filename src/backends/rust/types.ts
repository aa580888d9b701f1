import { factsOf, factsOfDecl, type TypeFacts } from '../../abi/type-facts.js';
import type { ScopePlan } from '../../abi/plan.js';
import { unreachable } from '../../base/invariant.js';
import { join, need, type Inline } from '../../emit/code.js';
import { structureOf, unaliased, type PrimitiveName, type Type, type TypeDecl } from '../../resolve/model.js';
import { resourcePlan, type WorldNames } from './names.js';

/**
 * How a type is spelled at one level. *Owned* types hold what they consist of. A type that is *borrowed
 * at the top* is a reference to an owned one: `&str`, `&[T]`, `&Record`, and options, results and
 * tuples of those. The distinction, down to where the `&` stands, is wit-bindgen's "owning" mode.
 */
export interface Mode {
  readonly style: 'owned' | 'borrowed-at-top';
  /** The lifetime of references inside, if there are any. */
  readonly lifetime: string | undefined;
  /** Whether lists and strings of this level are `&[T]` and `&str`. */
  readonly listsBorrowed: boolean;
}

/** Fully owned. */
export const owned: Mode = { style: 'owned', lifetime: undefined, listsBorrowed: false };

type Style = Mode['style'];

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
};

/** The name of a primitive type. */
export const primitive = (name: PrimitiveName): string => primitives[name];

/** The mode of a type that a function takes or returns. */
export function modeOf(type: Type, style: Style, lifetime: string): Mode {
  switch (type.kind) {
    case 'primitive':
      return owned;
    case 'string':
      return style === 'owned' ? owned : { style, lifetime, listsBorrowed: true };
    case 'named':
      return modeFor(factsOfDecl(type.decl), style, lifetime);
    default:
      return modeFor(factsOf(type), style, lifetime);
  }
}

function modeFor(facts: TypeFacts, style: Style, lifetime: string): Mode {
  const refers = facts.hasBorrow || (style === 'borrowed-at-top' && !facts.hasOwn && facts.hasList);
  return {
    style: facts.hasOwn ? 'owned' : style,
    lifetime: refers ? lifetime : undefined,
    listsBorrowed: refers && style === 'borrowed-at-top',
  };
}

/** The mode of a part of a type: below the top everything is owned. */
export function modeOfPart(part: Type, whole: Mode): Mode {
  return whole.lifetime === undefined ? owned : modeOf(part, 'owned', whole.lifetime);
}

/** The mode of what options, results and tuples hold: they are `Option<&T>`, not `&Option<T>`. */
export function modeOfContent(content: Type, whole: Mode): Mode {
  return whole.style === 'borrowed-at-top' ? whole : modeOfPart(content, whole);
}

/** Whether a value of the type is spelled as a reference to a named type. */
export function isReference(type: Type, mode: Mode): boolean {
  if (type.kind !== 'named' || mode.style !== 'borrowed-at-top' || mode.lifetime === undefined) return false;
  const { kind } = structureOf(type);
  return kind !== 'string' && kind !== 'list';
}

/** Whether values are copied implicitly. */
export function isCopy(facts: TypeFacts): boolean {
  return !facts.hasList && !facts.hasOwn && !facts.hasBorrow;
}

/** Spells types as the items of one scope see them. */
export class TypeSpeller {
  constructor(
    readonly names: WorldNames,
    readonly scope: ScopePlan,
  ) {}

  /** Whether the scope's module is the root of the bindings. */
  get isRoot(): boolean {
    return this.names.moduleOf(this.scope).length === 0;
  }

  /** A type in value position. */
  spell(type: Type, mode: Mode = owned): Inline {
    switch (type.kind) {
      case 'primitive':
        return primitives[type.name];
      case 'string':
        return mode.lifetime === undefined ? this.standard('String') : [reference(mode.lifetime), 'str'];
      case 'list':
        return this.#list(type.element, mode);
      case 'fixed-length-list':
        return ['[', this.spell(type.element), `; ${String(type.length)}]`];
      case 'tuple':
        return this.#tuple(type.items, mode);
      case 'option':
        return [this.standard('Option'), '<', this.spell(type.inner, modeOfContent(type.inner, mode)), '>'];
      case 'result':
        return [this.standard('Result'), '<', this.#arm(type.ok, mode), ', ', this.#arm(type.err, mode), '>'];
      case 'own':
        return this.path(type.resource);
      case 'borrow':
        return this.#borrow(type.resource, mode);
      case 'named':
        return this.#named(type, mode);
      case 'map':
      case 'future':
      case 'stream':
      case 'error-context':
        // Not among the backend's features: the driver reports them before anything is spelled.
        return unreachable(type as never);
    }
  }

  /** The path of a declared type, without lifetimes. A name that the scope has for it is enough. */
  path(decl: TypeDecl): Inline {
    const here = this.#nameHere(decl);
    return [this.modulePath(here), this.names.type(here)];
  }

  /** The declaration of this scope that is another name of `decl`, or `decl` itself. */
  #nameHere(decl: TypeDecl): TypeDecl {
    if (this.names.plan.scopeOf.get(decl) === this.scope) return decl;
    const meant = unaliased(decl);
    return this.scope.types.find((each) => unaliased(each) === meant) ?? decl;
  }

  /** The module in which a type is declared, with `::`, or nothing if it is this one. */
  modulePath(decl: TypeDecl): string {
    const { scopeOf } = this.names.plan;
    const home = scopeOf.get(decl);
    return home === undefined ? '' : this.names.pathBetween(this.scope, home);
  }

  /** The path of the type of borrowed handles of an exported resource. */
  borrowPath(resource: TypeDecl): Inline {
    const decl = this.#nameHere(unaliased(resource));
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
    const [, part = ''] = /^_rt::([a-z_]+)::/.exec(path) ?? [];
    return part === '' ? [need('_rt'), path] : [need('_rt'), need(`_rt::${part}`), path];
  }

  #arm(type: Type | undefined, mode: Mode): Inline {
    return type ? this.spell(type, modeOfContent(type, mode)) : '()';
  }

  #list(element: Type, mode: Mode): Inline {
    const inner = this.spell(element, modeOfPart(element, mode));
    if (mode.listsBorrowed && mode.lifetime !== undefined) return [reference(mode.lifetime), '[', inner, ']'];
    return [this.standard('Vec'), '<', inner, '>'];
  }

  #tuple(items: readonly Type[], mode: Mode): Inline {
    const parts = items.map((item) => this.spell(item, modeOfContent(item, mode)));
    return ['(', join(parts, ', '), items.length === 1 ? ',)' : ')'];
  }

  #borrow(resource: TypeDecl, mode: Mode): Inline {
    const lifetime = mode.lifetime ?? "'_";
    if (resourcePlan(this.names.plan, resource).home === 'imported') {
      return [reference(lifetime), this.path(resource)];
    }
    return [this.borrowPath(resource), `<${lifetime}>`];
  }

  #named(type: Extract<Type, { kind: 'named' }>, mode: Mode): Inline {
    const structure = structureOf(type);
    if (mode.lifetime !== undefined && (structure.kind === 'string' || structure.kind === 'list')) {
      return this.spell(structure, mode);
    }
    if (isReference(type, mode) && mode.lifetime !== undefined) {
      const inner = modeOf(type, 'owned', mode.lifetime);
      return [reference(mode.lifetime), this.path(type.decl), generics(inner.lifetime)];
    }
    return [this.path(type.decl), generics(mode.lifetime)];
  }
}

const reference = (lifetime: string): string => (lifetime === "'_" ? '&' : `&${lifetime} `);

/** `<'a>`, or nothing. */
export const generics = (lifetime: string | undefined): string =>
  lifetime === undefined ? '' : `<${lifetime}>`;
