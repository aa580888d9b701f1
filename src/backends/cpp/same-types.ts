/** Whether two declarations would be written alike: same name, same parts. */
import { unaliased, type Type, type TypeDecl } from '../../resolve/model.js';

/** Resources are never alike: objects of one are nothing to the functions of another. */
export function areAlike(a: TypeDecl, b: TypeDecl): boolean {
  const [one, other] = [unaliased(a), unaliased(b)];
  if (one === other) return true;
  const [first, second] = [one.definition, other.definition];
  if (one.name !== other.name) return false;
  if (first.kind === 'record' && second.kind === 'record')
    return areMembersAlike(first.fields, second.fields);
  if (first.kind === 'variant' && second.kind === 'variant')
    return areMembersAlike(first.cases, second.cases);
  if (first.kind === 'enum' && second.kind === 'enum') return areMembersAlike(first.cases, second.cases);
  if (first.kind === 'flags' && second.kind === 'flags') return areMembersAlike(first.flags, second.flags);
  return first.kind === 'type' && second.kind === 'type' && areTypesAlike(first.type, second.type);
}

interface Member {
  readonly name: string;
  readonly type?: Type | undefined;
}

function areMembersAlike(a: readonly Member[], b: readonly Member[]): boolean {
  return areAllAlike(a, b, (one, other) => one.name === other.name && areTypesAlike(one.type, other.type));
}

function areTypesAlike(a: Type | undefined, b: Type | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.kind) {
    case 'primitive':
      return b.kind === 'primitive' && a.name === b.name;
    case 'string':
    case 'error-context':
      return b.kind === a.kind;
    case 'list':
    case 'stream':
    case 'future':
      return b.kind === a.kind && areTypesAlike(a.element, b.element);
    case 'fixed-length-list':
      return b.kind === a.kind && a.length === b.length && areTypesAlike(a.element, b.element);
    case 'map':
      return b.kind === a.kind && areTypesAlike(a.key, b.key) && areTypesAlike(a.value, b.value);
    case 'tuple':
      return b.kind === a.kind && areAllAlike(a.items, b.items, areTypesAlike);
    case 'option':
      return b.kind === a.kind && areTypesAlike(a.inner, b.inner);
    case 'result':
      return b.kind === a.kind && areTypesAlike(a.ok, b.ok) && areTypesAlike(a.err, b.err);
    case 'own':
    case 'borrow':
      return b.kind === a.kind && unaliased(a.resource) === unaliased(b.resource);
    case 'named':
      return b.kind === a.kind && areAlike(a.decl, b.decl);
  }
}

function areAllAlike<Item>(
  a: readonly Item[],
  b: readonly Item[],
  alike: (one: Item, other: Item) => boolean,
): boolean {
  return a.length === b.length && a.every((one, index) => b[index] !== undefined && alike(one, b[index]));
}
