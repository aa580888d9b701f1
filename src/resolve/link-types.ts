/** AST to model: types in value position. */
import type { Extras, Report } from '../base/diagnostics.js';
import { unreachable } from '../base/invariant.js';
import type { HandleTypeNode, MapTypeNode, Name, TypeNode } from '../syntax/ast.js';
import { errors } from './errors.js';
import {
  type LedgerType,
  type Package,
  packageNameText,
  type PrimitiveName,
  type Stability,
  structureOf,
  type Type,
  type TypeDecl,
  unaliased,
} from './model.js';
import type { Program, Referrer } from './program.js';
import { type TypeScope, typeNames } from './scope.js';
import { replacement, typeRemedy } from './suggestions.js';

/** Stands for a type that is unknown, which is reported: compare by identity. */
export const errorType: Type = Object.freeze({ kind: 'string' });

/** Where a type is linked. */
export interface TypeContext {
  readonly program: Program;
  readonly package: Package;
  readonly scope: TypeScope;
  /** Where the type stands decides how an unknown name is reported. */
  readonly position: 'typedef' | 'signature';
  readonly referrer: Referrer;
  /** Names that were cut out of a cycle of types. */
  readonly cutNames: ReadonlySet<Name>;
  /** Where compound types are entered. */
  readonly ledger: LedgerType[];
  /** That of the declaration in whose definition the type stands. */
  readonly stability: Stability | undefined;
  /** Whether that declaration is left out. */
  readonly isLeftOut: boolean;
}

type LinkType<Node> = (node: Node, cx: TypeContext) => Type;

const linkers: { readonly [Node in TypeNode as Node['kind']]: LinkType<Node> } = {
  'builtin-type': (node) => builtinType(node.text),
  'named-type': ({ name }, cx) => {
    const decl = declOf(name, cx);
    return decl ? typeOfDecl(decl) : errorType;
  },
  'tuple-type': ({ items }, cx) => ({
    kind: 'tuple',
    items: items.map((item) => linkType(item, cx)),
  }),
  'list-type': (node, cx) => {
    const element = linkType(node.element, cx);
    return node.length === undefined
      ? { kind: 'list', element }
      : { kind: 'fixed-length-list', element, length: node.length };
  },
  'map-type': (node, cx) => {
    const key = linkType(node.key, cx);
    if (key !== errorType && !isMapKey(node.key)) reportMapKey(node, key, cx.program.report);
    return { kind: 'map', key, value: linkType(node.value, cx) };
  },
  'option-type': ({ inner }, cx) => ({ kind: 'option', inner: linkType(inner, cx) }),
  'result-type': ({ ok, err }, cx) => ({
    kind: 'result',
    ok: ok && linkType(ok, cx),
    err: err && linkType(err, cx),
  }),
  'future-type': ({ element }, cx) => ({
    kind: 'future',
    element: element && linkType(element, cx),
  }),
  'stream-type': ({ element }, cx) => ({
    kind: 'stream',
    element: element && linkType(element, cx),
  }),
  'handle-type': linkHandle,
  'error-type': () => errorType,
};

/** The type that a node means; what is unknown is reported and becomes `errorType`. */
export function linkType(node: TypeNode, cx: TypeContext): Type {
  const type = linkNamedType(node, cx);
  enterInLedger(type, cx);
  return type;
}

/** The same for a type that a declaration gives a name to: the ledger has the declaration. */
export function linkNamedType(node: TypeNode, cx: TypeContext): Type {
  // The table maps each kind to the linker of exactly that kind; TypeScript cannot correlate the two.
  const table = linkers as Readonly<Record<TypeNode['kind'], LinkType<TypeNode>>>;
  return table[node.kind](node, cx);
}

/** Enters a compound type, unless it is a builtin or what another entry declares. */
export function enterInLedger(type: Type, { ledger, stability, isLeftOut }: TypeContext): void {
  if (!withoutEntry.has(type.kind)) ledger.push({ kind: 'anonymous', type, stability, isLeftOut });
}

const withoutEntry: ReadonlySet<Type['kind']> = new Set<Type['kind']>([
  'primitive',
  'string',
  'error-context',
  'named',
  'own',
]);

/** A declared type where a value stands: a resource is owned. */
export function typeOfDecl(decl: TypeDecl): Type {
  const end = unaliased(decl);
  if (end.definition.kind === 'resource') return { kind: 'own', resource: decl };
  return isErrorDecl(end) ? errorType : { kind: 'named', decl };
}

/** The declaration that a name stands for; undefined if there is none, which is reported. */
export function declOf(name: Name, cx: TypeContext): TypeDecl | undefined {
  if (cx.cutNames.has(name)) return undefined;
  const entry = cx.scope.entries.get(name.text);
  if (entry?.kind === 'type') {
    cx.program.requireEnabled(entry.decl, 'type', cx.referrer);
    return entry.decl;
  }
  if (!entry && cx.program.incomplete.has(cx.scope.owner)) return undefined;
  const kind = cx.position === 'typedef' ? errors.typeNotFound : errors.nameNotFound;
  const values = { name: name.text, scope: cx.scope.description };
  if (!entry) {
    const remedy = cx.program.suggest(() => typeRemedy(name, typeNames(cx.scope)) ?? elsewhere(name, cx));
    cx.program.report(kind, name.span, values, remedy);
  } else if (cx.position === 'typedef') {
    const hint = `\`${name.text}\` is a function`;
    cx.program.report(kind, name.span, values, { hint });
  } else {
    const related = [{ span: entry.origin, message: 'the function is declared here' }];
    cx.program.report(errors.functionAsType, name.span, { name: name.text }, { related });
  }
  return undefined;
}

/** Is the declaration there only because something unknown is reported? */
export function isErrorDecl(decl: TypeDecl): boolean {
  const { definition } = unaliased(decl);
  return definition.kind === 'type' && definition.type === errorType;
}

/** `error-context`, `string` and the primitive types. */
function builtinType(text: string): Type {
  if (text === 'string' || text === 'error-context') return { kind: text };
  // The grammar's category BuiltinType holds these two and the names of the primitive types.
  return { kind: 'primitive', name: text as PrimitiveName };
}

function linkHandle(node: HandleTypeNode, cx: TypeContext): Type {
  const resource = declOf(node.resource, cx);
  if (!resource || isErrorDecl(resource)) return errorType;
  if (unaliased(resource).definition.kind !== 'resource') reportNoResource(resource, node, cx);
  switch (node.ownership) {
    case 'own':
      return { kind: 'own', resource };
    case 'borrow':
      return { kind: 'borrow', resource };
    default:
      return unreachable(node.ownership);
  }
}

function reportNoResource(decl: TypeDecl, node: HandleTypeNode, cx: TypeContext): void {
  const end = unaliased(decl);
  const { text: name, span } = node.resource;
  const written = span.file.text.slice(span.start, span.end);
  const extras = {
    related: [{ span: end.origin, message: 'it is declared here' }],
    hint: `pass the value itself: \`${name}\``,
    fix: replacement(node.span, written),
  };
  const owner = end.owner.package;
  if (owner === cx.package) cx.program.report(errors.handleNotResource, span, { name }, extras);
  else {
    const values = { name, package: packageNameText(owner.name) };
    cx.program.report(errors.handleNotResourceForeign, span, values, extras);
  }
}

/** Spec: WIT.md `kt`: primitive types but floats, and `string`; written out, not through a name. */
function isMapKey(key: TypeNode): boolean {
  return key.kind === 'builtin-type' && !isNoKey.has(key.text);
}

const isNoKey: ReadonlySet<string> = new Set(['f32', 'f64', 'error-context']);

function reportMapKey(node: MapTypeNode, key: Type, report: Report): void {
  const keyword = { ...node.span, end: node.span.start + 'map'.length };
  const related = [{ span: node.key.span, message: 'this is the key' }];
  const builtin = structureOf(key);
  const meant = builtin.kind === 'primitive' ? builtin.name : builtin.kind;
  const isName = key.kind === 'named' && (meant === 'string' || builtin.kind === 'primitive');
  const remedy =
    isName && !isNoKey.has(meant)
      ? { hint: `write the type itself: \`${meant}\``, fix: replacement(node.key.span, meant) }
      : {};
  report(errors.mapKey, keyword, {}, { related, ...remedy });
}

/** The same name in another interface of the package. */
function elsewhere({ text }: Name, { program, package: own, scope }: TypeContext): Extras | undefined {
  const found = program.interfacesWithType(text, own).filter((name) => name !== scope.owner.name);
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) return undefined;
  return { hint: `interface \`${first}\` has one: \`use ${first}.{${text}};\`` };
}
