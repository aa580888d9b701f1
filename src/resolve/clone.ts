/** Copies of what a world includes: types, functions and inline interfaces become the including world's own. */
import type { Func, Interface, Type, TypeDecl, TypeDefinition, World, WorldItem } from './model.js';
import type { Draft } from './draft.js';

/** Copies with the references among the copied types redirected to their copies. */
export class Cloner {
  readonly #copies = new Map<TypeDecl, TypeDecl>();

  /** Copies an item under a new name. Named interfaces are shared. */
  item(item: WorldItem, key: string, owner: World): WorldItem {
    switch (item.kind) {
      case 'type':
        return { kind: 'type', key, type: this.decl(item.type, typeName(item, key), owner) };
      case 'function':
        return { ...item, key, function: this.#function(item.function, key) };
      case 'interface':
        return item.interface.isInline
          ? { ...item, key, interface: this.#interface(item.interface, key, owner) }
          : { ...item, key };
    }
  }

  /** Copies a type that belongs to the included world. */
  decl(decl: TypeDecl, name: string, owner: TypeDecl['owner']): TypeDecl {
    const copy: Draft<TypeDecl> = { ...decl, name, owner };
    this.#copies.set(decl, copy);
    copy.definition = this.#definition(decl.definition);
    return copy;
  }

  #interface(inline: Interface, name: string, owner: World): Interface {
    const copy: Draft<Interface> = {
      ...inline,
      name,
      package: owner.package,
      types: [],
      functions: [],
    };
    copy.types = inline.types.map((type) => this.decl(type, type.name, copy));
    copy.functions = inline.functions.map((func) => this.#function(func, func.name));
    return copy;
  }

  #function(func: Func, key: string): Func {
    const { form } = func;
    const isFree = form.kind === 'free';
    const resource = isFree ? undefined : this.#ref(form.resource);
    return {
      ...func,
      name: isFree ? key : form.kind === 'constructor' ? (resource?.name ?? key) : func.name,
      form: isFree || !resource ? form : { kind: form.kind, resource },
      parameters: func.parameters.map((parameter) => ({
        ...parameter,
        type: this.#type(parameter.type),
      })),
      result: func.result && this.#type(func.result),
    };
  }

  #ref(decl: TypeDecl): TypeDecl {
    return this.#copies.get(decl) ?? decl;
  }

  #definition(definition: TypeDefinition): TypeDefinition {
    switch (definition.kind) {
      case 'record':
        return {
          kind: 'record',
          fields: definition.fields.map((field) => ({ ...field, type: this.#type(field.type) })),
        };
      case 'variant':
        return {
          kind: 'variant',
          cases: definition.cases.map((variantCase) => ({
            ...variantCase,
            type: variantCase.type && this.#type(variantCase.type),
          })),
        };
      case 'alias':
        return { ...definition, target: this.#ref(definition.target) };
      case 'type':
        return { kind: 'type', type: this.#type(definition.type) };
      case 'enum':
      case 'flags':
      case 'resource':
        return definition;
    }
  }

  #type(type: Type): Type {
    switch (type.kind) {
      case 'primitive':
      case 'string':
      case 'error-context':
        return type;
      case 'list':
      case 'fixed-length-list':
        return { ...type, element: this.#type(type.element) };
      case 'map':
        return { ...type, key: this.#type(type.key), value: this.#type(type.value) };
      case 'tuple':
        return { ...type, items: type.items.map((item) => this.#type(item)) };
      case 'option':
        return { ...type, inner: this.#type(type.inner) };
      case 'result':
        return {
          ...type,
          ok: type.ok && this.#type(type.ok),
          err: type.err && this.#type(type.err),
        };
      case 'future':
      case 'stream':
        return { ...type, element: type.element && this.#type(type.element) };
      case 'own':
      case 'borrow':
        return { ...type, resource: this.#ref(type.resource) };
      case 'named':
        return { ...type, decl: this.#ref(type.decl) };
    }
  }
}

/** A type keeps its own name where its key is not renamed. */
function typeName(item: Extract<WorldItem, { kind: 'type' }>, key: string): string {
  return item.key === key ? item.type.name : key;
}
