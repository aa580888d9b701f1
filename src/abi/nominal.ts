/**
 * Gives every scope of a world types of its own. A world may have one interface on both sides, or
 * twice under different names; to a program those are different types. Here the later ones become
 * copies, and the copies of an exported interface refer to the exported copies of what they use.
 */
import type {
  Func,
  FunctionForm,
  Interface,
  Type,
  TypeDecl,
  TypeDefinition,
  World,
  WorldItem,
} from '../resolve/model.js';

type Copies = Map<TypeDecl, TypeDecl>;

/** The imports and exports of a world with no interface object, and so no type, in more than one place. */
export function separateScopes(world: World): {
  readonly imports: readonly WorldItem[];
  readonly exports: readonly WorldItem[];
} {
  const seen = new Set<Interface>();
  return { imports: separate(world.imports, seen), exports: separate(world.exports, seen) };
}

/** One side of the world. Interfaces known by their identity come first, so that labelled ones refer to them. */
function separate(items: readonly WorldItem[], seen: Set<Interface>): readonly WorldItem[] {
  const copies: Copies = new Map();
  const separated = new Map<WorldItem, WorldItem>();
  const byIdentity = (item: WorldItem): boolean => item.kind === 'interface' && item.key === undefined;
  for (const item of [...items.filter(byIdentity), ...items.filter((each) => !byIdentity(each))]) {
    separated.set(item, item.kind === 'interface' ? separateItem(item, seen, copies) : item);
  }
  return items.map((item) => separated.get(item) ?? item);
}

function separateItem(
  item: Extract<WorldItem, { kind: 'interface' }>,
  seen: Set<Interface>,
  copies: Copies,
): WorldItem {
  const original = item.interface;
  const usesACopy = original.types.some(
    ({ definition }) => definition.kind === 'alias' && copies.has(definition.target),
  );
  if (!seen.has(original) && !usesACopy) {
    seen.add(original);
    return item;
  }
  // What a labelled interface copies is its own: later interfaces go on using the one known by identity.
  const known = item.key === undefined ? copies : new Map(copies);
  return { ...item, interface: copyInterface(original, known) };
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

function copyInterface(original: Interface, copies: Copies): Interface {
  const copy: Mutable<Interface> = { ...original };
  const types: Mutable<TypeDecl>[] = original.types.map((decl) => ({ ...decl, owner: copy }));
  original.types.forEach((decl, index) => {
    const copied = types[index];
    if (copied) copies.set(decl, copied);
  });
  for (const decl of types) decl.definition = copyDefinition(decl.definition, copies);
  copy.types = types;
  copy.functions = original.functions.map((func) => copyFunction(func, copies));
  return copy;
}

const copyOf = (decl: TypeDecl, copies: Copies): TypeDecl => copies.get(decl) ?? decl;

function copyDefinition(definition: TypeDefinition, copies: Copies): TypeDefinition {
  switch (definition.kind) {
    case 'record':
      return {
        ...definition,
        fields: definition.fields.map((field) => ({ ...field, type: copyType(field.type, copies) })),
      };
    case 'variant':
      return {
        ...definition,
        cases: definition.cases.map((each) => ({ ...each, type: copyOptional(each.type, copies) })),
      };
    case 'alias':
      return { ...definition, target: copyOf(definition.target, copies) };
    case 'type':
      return { ...definition, type: copyType(definition.type, copies) };
    case 'enum':
    case 'flags':
    case 'resource':
      return definition;
  }
}

function copyFunction(func: Func, copies: Copies): Func {
  return {
    ...func,
    form: copyForm(func.form, copies),
    parameters: func.parameters.map((each) => ({ ...each, type: copyType(each.type, copies) })),
    result: copyOptional(func.result, copies),
  };
}

function copyForm(form: FunctionForm, copies: Copies): FunctionForm {
  return form.kind === 'free' ? form : { ...form, resource: copyOf(form.resource, copies) };
}

const copyOptional = (type: Type | undefined, copies: Copies): Type | undefined =>
  type && copyType(type, copies);

function copyType(type: Type, copies: Copies): Type {
  switch (type.kind) {
    case 'list':
    case 'fixed-length-list':
      return { ...type, element: copyType(type.element, copies) };
    case 'map':
      return { ...type, key: copyType(type.key, copies), value: copyType(type.value, copies) };
    case 'tuple':
      return { ...type, items: type.items.map((item) => copyType(item, copies)) };
    case 'option':
      return { ...type, inner: copyType(type.inner, copies) };
    case 'result':
      return { ...type, ok: copyOptional(type.ok, copies), err: copyOptional(type.err, copies) };
    case 'future':
    case 'stream':
      return { ...type, element: copyOptional(type.element, copies) };
    case 'own':
    case 'borrow':
      return { ...type, resource: copyOf(type.resource, copies) };
    case 'named':
      return { ...type, decl: copyOf(type.decl, copies) };
    case 'primitive':
    case 'string':
    case 'error-context':
      return type;
  }
}
