/** How WIT types are written in C++. */
import { factsOf } from '../../abi/type-facts.js';
import { passingOf, passingWithin, type ApiStyle } from '../../abi/api-style.js';
import type { Passing, Product, Scalar, Sum, ValueLocal, WorldPlan } from '../../abi/plan.js';
import { invariant, unreachable } from '../../base/invariant.js';
import { join, need, type Inline } from '../../emit/code.js';
import { structureOf, unaliased, type PrimitiveName, type Type, type TypeDecl } from '../../resolve/model.js';
import type { Names } from './names.js';

const primitives: Readonly<Record<PrimitiveName, string>> = {
  bool: 'bool',
  u8: 'uint8_t',
  u16: 'uint16_t',
  u32: 'uint32_t',
  u64: 'uint64_t',
  s8: 'int8_t',
  s16: 'int16_t',
  s32: 'int32_t',
  s64: 'int64_t',
  f32: 'float',
  f64: 'double',
  char: 'uint32_t',
};

/** Where a type is written: a handle is moved into the function that has it as a whole parameter. */
type Place = 'parameter' | 'part';

const std = (header: string, name: string): Inline => [need(`<${header}>`), `std::${name}`];
const wit = (name: string): Inline => [need('"wit.h"'), `wit::${name}`];

/** Writes types; `short` is the namespace in which names need no qualification. */
export class TypeSpeller {
  constructor(
    private readonly plan: Pick<WorldPlan, 'resourceOf'>,
    private readonly names: Names,
    private readonly style: ApiStyle,
    private readonly short?: string,
  ) {}

  /** The same, for text inside a namespace. */
  within(namespace: string): TypeSpeller {
    return new TypeSpeller(this.plan, this.names, this.style, namespace);
  }

  /** The name of a declared type. */
  declared(decl: TypeDecl): string {
    return this.#qualified(decl, this.names.typeName(decl));
  }

  /** The name of the type for views of a record, or of the record where there is nothing to look at. */
  declaredView(decl: TypeDecl): string {
    return this.style.hasView(unaliased(decl)) ? this.view(decl) : this.declared(decl);
  }

  /** The name of the type for views of a record, which may be another name of the record. */
  view(decl: TypeDecl): string {
    const name = this.names.viewName(decl);
    invariant(name !== undefined, `a type for views of ${decl.name}`);
    return this.#qualified(decl, name);
  }

  #qualified(decl: TypeDecl, name: string): string {
    const namespace = this.names.namespaceOf(this.names.scopeOf(decl)).join('::');
    return namespace === this.short ? name : `::${namespace}::${name}`;
  }

  /** The type of a parameter. */
  parameter(type: Type, passing: Passing): Inline {
    return this.#spell(type, passing, 'parameter');
  }

  /** The type of a value in a body, or inside another value. */
  passed(type: Type, passing: Passing): Inline {
    return this.#spell(type, passing, 'part');
  }

  /** The type of a result, a field or an element: of a value that owns what it holds. */
  owned(type: Type): Inline {
    return this.#spell(type, 'owner', 'part');
  }

  #spell(type: Type, passing: Passing, place: Place): Inline {
    const isOwner = passing === 'owner';
    /** Of what is not side by side with its like, but inside of a list, an option or the like. */
    const content = passing === 'shallow' ? 'owner' : passing;
    switch (type.kind) {
      case 'primitive':
        return [need('<cstdint>'), primitives[type.name]];
      case 'string':
        return isOwner ? wit('string') : std('string_view', 'string_view');
      case 'list': {
        if (isOwner) return [wit('vector'), '<', this.owned(type.element), '>'];
        return [std('span', 'span'), '<', this.passed(type.element, content), readOnly(type.element), '>'];
      }
      case 'tuple': {
        const items = type.items.map((item) => this.passed(item, passing));
        return [std('tuple', 'tuple'), '<', join(items, ', '), '>'];
      }
      case 'option':
        return [std('optional', 'optional'), '<', this.passed(type.inner, content), '>'];
      case 'result':
        return this.#result(type);
      case 'own':
        return this.#own(type.resource, place);
      case 'borrow':
        return [need('"wit.h"'), 'std::reference_wrapper<', this.declared(type.resource), ' const>'];
      case 'named':
        return this.#named(type.decl, passing, place);
      case 'fixed-length-list':
        return [std('array', 'array'), '<', this.passed(type.element, passing), `, ${String(type.length)}>`];
      case 'map': {
        // A map that is looked at has views inside wherever it stands.
        const part = isOwner ? 'owner' : 'view';
        const entry: Inline = ['<', this.passed(type.key, part), ', ', this.passed(type.value, part), '>'];
        if (isOwner) return [wit('unordered_map'), entry];
        return [std('span', 'span'), '<', std('utility', 'pair'), entry, readOnly(type.value), '>'];
      }
      case 'future':
      case 'stream':
        return [wit(type.kind), '<', type.element ? this.owned(type.element) : 'void', '>'];
      case 'error-context':
        return wit('error_context');
      default:
        return unreachable(type);
    }
  }

  #result(type: Extract<Type, { kind: 'result' }>): Inline {
    const ok = type.ok ? this.owned(type.ok) : 'void';
    const error = type.err ? this.owned(type.err) : 'wit::Void';
    return [wit('expected'), '<', ok, ', ', error, '>'];
  }

  #own(resource: TypeDecl, place: Place): Inline {
    const name = this.declared(resource);
    if (this.plan.resourceOf.get(resource)?.home === 'exported') return [wit('Owned'), `<${name}>`];
    return place === 'parameter' ? `${name}&&` : name;
  }

  /** A name for a type stands for what owns; where a view is wanted, what it names is written out. */
  #named(decl: TypeDecl, passing: Passing, place: Place): Inline {
    const { definition } = unaliased(decl);
    if (definition.kind === 'record' && passing === 'view') return this.declaredView(decl);
    if (definition.kind !== 'type' || !this.#differs(definition.type, passing, place))
      return this.declared(decl);
    return this.#spell(definition.type, passing, place);
  }

  /** Whether a type is written otherwise than where it is part of what owns it. */
  #differs(type: Type, passing: Passing, place: Place): boolean {
    const { hasList, hasOwn } = factsOf(type);
    if (passing === 'view') return hasList || hasOwn;
    if (place === 'parameter' && isHandle(type)) return true;
    return passing === 'shallow' && passingOf(type, 'shallow', this.style) !== 'owner';
  }

  /** The type of a scalar; enums by their name. */
  scalar(of: Scalar): Inline {
    return of.kind === 'enum' ? this.declared(of.decl) : this.owned(of);
  }

  /** A record, a tuple or a list of fixed length. */
  product(of: Product, passing: Passing): Inline {
    if (of.kind !== 'record') return this.passed(of, passing);
    return passing === 'view' ? this.declaredView(of.decl) : this.declared(of.decl);
  }

  /** A variant, option or result. */
  sum(of: Sum, passing: Passing): Inline {
    return of.kind === 'variant' ? this.declared(of.decl) : this.passed(of, passing);
  }

  /** Whether a value is worth moving: it owns memory or a handle. */
  isMoved(value: Pick<ValueLocal, 'type' | 'passing'>): boolean {
    const { hasList, hasOwn } = factsOf(value.type);
    if (hasOwn || value.passing === 'view') return hasOwn;
    if (value.passing === 'owner') return hasList;
    return sideBySide(value.type).some((part) =>
      this.isMoved({ type: part, passing: passingWithin(value, part, this.style) }),
    );
  }
}

/** Views are of what stays as it is, but for handles, which are moved out of it. */
const readOnly = (element: Type): string => (factsOf(element).hasOwn ? '' : ' const');

const isHandle = (type: Type): boolean => structureOf(type).kind === 'own';

/** The parts of a value that are where it is, and not behind a pointer. */
function sideBySide(type: Type): readonly Type[] {
  const structure = structureOf(type);
  if (structure.kind === 'tuple') return structure.items;
  return structure.kind === 'fixed-length-list' ? [structure.element] : [];
}
