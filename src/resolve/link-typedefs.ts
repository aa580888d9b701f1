/** AST to model: the types of an interface or world. */
import { isWithin, type Span } from '../base/source.js';
import type { CaseNode, FieldNode, Name, TypeNode, Typedef, Use } from '../syntax/ast.js';
import { type BodyContext, enter, newDecl, typedefContext, unknownType } from './body.js';
import type { Draft } from './draft.js';
import { errors } from './errors.js';
import { gateOf } from './gates.js';
import { declOf, linkNamedType, linkType, type TypeContext } from './link-types.js';
import { linkUse } from './link-uses.js';
import type { Case, Declared, Field, TypeDecl, TypeDefinition } from './model.js';
import { topologicalOrder } from './topological.js';
import { typeGraph } from './type-graph.js';

/** The types of a body: used ones first, then definitions, each after those that it refers to. */
export interface LinkedTypes {
  /** Those that are not left out. */
  readonly types: readonly TypeDecl[];
  readonly declarations: ReadonlyMap<Typedef, TypeDecl>;
}

/** Links all types of a body and enters their names. */
export function linkTypes(uses: readonly Use[], typedefs: readonly Typedef[], cx: BodyContext): LinkedTypes {
  const {
    program,
    own: { ledger },
  } = cx.items;
  const used = uses.flatMap((use) => linkUse(use, cx));
  for (const decl of used) if (!program.isExcluded(decl)) ledger.types.push({ kind: 'declared', decl });
  const drafts = new Map<Typedef, Draft<TypeDecl>>();
  for (const node of typedefs) {
    const draft = declare(node, cx);
    if (draft) drafts.set(node, draft);
  }
  const { order, cutNames } = definitionOrder([...uses, ...drafts.keys()], cx);
  const defined = order.flatMap((node) => {
    const draft = drafts.get(node);
    if (!draft) return [];
    draft.definition = define(node, cx.items.lost, typedefContext(draft, cx, cutNames));
    if (!program.isExcluded(draft)) ledger.types.push({ kind: 'declared', decl: draft });
    return [draft];
  });
  const types = [...used, ...defined].filter((decl) => !program.isExcluded(decl));
  return { types, declarations: drafts };
}

function declare(node: Typedef, cx: BodyContext): Draft<TypeDecl> | undefined {
  const gate = gateOf(node.attributes, node.name, cx.gates);
  const draft = newDecl(node.name, node.docs?.text, gate, cx);
  const isNew = enter(node.name, { kind: 'type', decl: draft, origin: node.name.span }, cx);
  return isNew ? draft : undefined;
}

/** A used type has its place among the definitions: what refers to it comes after its `use`. */
function definitionOrder(
  items: readonly (Use | Typedef)[],
  cx: BodyContext,
): { readonly order: readonly Typedef[]; readonly cutNames: ReadonlySet<Name> } {
  const { typedefs, references, edges } = typeGraph([...items].sort((a, b) => a.span.start - b.span.start));
  const { order, cycles } = topologicalOrder(edges);
  const cutNames = new Set<Name>();
  for (const { from, edge, members, isFirst } of cycles) {
    const name = references[from]?.[edge];
    if (!name) continue;
    cutNames.add(name);
    if (!isFirst) continue;
    const circle = [...members.slice(1), from].flatMap((member) => typedefs[member] ?? []);
    const path = [...circle, ...circle.slice(0, 1)].map((node) => `\`${node.name.text}\``);
    const related = circle.map((node) => ({
      span: node.name.span,
      message: `\`${node.name.text}\` is declared here`,
    }));
    const values = { name: name.text, path: path.join(' → ') };
    cx.items.program.report(errors.typeCycle, name.span, values, { related });
  }
  return { order: order.flatMap((index) => typedefs[index] ?? []), cutNames };
}

function define(node: Typedef, lost: readonly Span[], cx: TypeContext): TypeDefinition {
  const definition = defineAsWritten(node, cx);
  // What has no members because they could not be understood is not empty.
  const isUnknown = hasNoMembers(definition) && lost.some((place) => isWithin(place, node.span));
  return isUnknown ? unknownType : definition;
}

function hasNoMembers(definition: TypeDefinition): boolean {
  switch (definition.kind) {
    case 'record':
      return definition.fields.length === 0;
    case 'variant':
    case 'enum':
      return definition.cases.length === 0;
    case 'flags':
      return definition.flags.length === 0;
    case 'resource':
    case 'alias':
    case 'type':
      return false;
  }
}

function defineAsWritten(node: Typedef, cx: TypeContext): TypeDefinition {
  switch (node.kind) {
    case 'type-alias':
      return defineAlias(node.type, cx);
    case 'record':
      return { kind: 'record', fields: node.fields.map((field) => linkField(field, cx)) };
    case 'variant':
      return { kind: 'variant', cases: node.cases.map((variantCase) => linkCase(variantCase, cx)) };
    case 'enum':
      return { kind: 'enum', cases: node.cases.map(declared) };
    case 'flags':
      return { kind: 'flags', flags: node.flags.map(declared) };
    case 'resource':
      return { kind: 'resource' };
  }
}

function defineAlias(type: TypeNode, cx: TypeContext): TypeDefinition {
  if (type.kind !== 'named-type') return { kind: 'type', type: linkNamedType(type, cx) };
  const target = declOf(type.name, cx);
  return target ? { kind: 'alias', target, viaUse: false } : unknownType;
}

function linkField(node: FieldNode, cx: TypeContext): Field {
  return { ...declared(node), type: linkType(node.type, memberContext(node.name, cx)) };
}

function linkCase(node: CaseNode, cx: TypeContext): Case {
  const type = node.type && linkType(node.type, memberContext(node.name, cx));
  return { ...declared(node), type };
}

/** A member refers to what its type names. */
function memberContext({ text: name, span }: Name, cx: TypeContext): TypeContext {
  return { ...cx, referrer: { ...cx.referrer, name, span } };
}

function declared(node: {
  readonly name: Name;
  readonly docs: { readonly text: string } | undefined;
}): Declared {
  return { name: node.name.text, docs: node.docs?.text, origin: node.name.span };
}
