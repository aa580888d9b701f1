/** The types that a type is made of directly. */
import type { Type, TypeDefinition } from './model.js';

/** Direct parts in the order of the text; named types, handles and builtins have none. */
export function partsOf(type: Type | TypeDefinition): readonly Type[] {
  switch (type.kind) {
    case 'list':
    case 'fixed-length-list':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'tuple':
      return type.items;
    case 'option':
      return [type.inner];
    case 'result':
      return [type.ok, type.err].flatMap((part) => part ?? []);
    case 'future':
    case 'stream':
      return type.element ? [type.element] : [];
    case 'record':
      return type.fields.map((field) => field.type);
    case 'variant':
      return type.cases.flatMap((variantCase) => variantCase.type ?? []);
    case 'type':
      return [type.type];
    case 'primitive':
    case 'string':
    case 'error-context':
    case 'own':
    case 'borrow':
    case 'named':
    case 'enum':
    case 'flags':
    case 'resource':
    case 'alias':
      return [];
  }
}
