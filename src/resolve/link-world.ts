/** AST to model: worlds. Spec: WIT.md "Item: `world`". */
import type {
  Extern,
  ExternInline,
  ExternPath,
  Include,
  Name,
  ResourceNode,
  Typedef,
  UsePath,
  WorldNode,
} from '../syntax/ast.js';
import type { BodyContext } from './body.js';
import type { Draft } from './draft.js';
import { elaborate } from './elaborate.js';
import { errors } from './errors.js';
import { type Gate, gateOf, ignoreExternalId } from './gates.js';
import { includeWorld } from './include.js';
import { linkFunction, linkResource } from './link-functions.js';
import { isTypedef, isUse } from './item-kinds.js';
import { linkInterface } from './link-interface.js';
import { linkTypes } from './link-typedefs.js';
import { decoratedName, type Interface, type TypeDecl, type World, type WorldItem } from './model.js';
import { hasLostItems } from './lost.js';
import { isUnspacedLabel, type ItemScope } from './scope.js';
import { keyOf, type WorldItems, type WorldKey, type WorldParts } from './world-draft.js';

/** What a key already stands for in one direction, for conflicts. */
interface Claim {
  readonly kind: 'type' | 'func' | 'interface';
  readonly name: Name;
}

/** A world that is being filled. */
interface WorldContext extends BodyContext {
  readonly world: Draft<World>;
  readonly parts: WorldParts;
  readonly claims: Readonly<Record<Extern['direction'], Map<WorldKey, Claim>>>;
}

/** Fills a world: its own items, what it includes, then everything that these imply. */
export function linkWorld(world: Draft<World>, node: WorldNode, body: BodyContext): void {
  const cx: WorldContext = {
    ...body,
    world,
    parts: { imports: new Map(), exports: new Map() },
    claims: { import: new Map(), export: new Map() },
  };
  const resources = linkWorldTypes(node, cx);
  for (const item of node.items) {
    if (item.kind === 'extern') linkExtern(item, cx);
    else if (item.kind === 'resource') linkResourceFunctions(item, resources.get(item), cx);
  }
  for (const item of node.items) if (item.kind === 'include') linkInclude(item, cx);
  const { imports, exports } = elaborate(cx.parts, node.name, cx.items.program.report);
  world.imports = [...imports.values()];
  world.exports = [...exports.values()];
  world.types = world.imports.flatMap((item) => (item.kind === 'type' ? [item.type] : []));
}

/** Links the types and returns them by their node. */
function linkWorldTypes(node: WorldNode, cx: WorldContext): ReadonlyMap<Typedef, TypeDecl> {
  const uses = node.items.filter(isUse);
  const { types, declarations } = linkTypes(uses, node.items.filter(isTypedef), cx);
  for (const [key, entry] of cx.types.entries) {
    const name: Name = { kind: 'name', text: key, span: entry.origin };
    cx.claims.import.set(key, { kind: 'type', name });
  }
  for (const type of types) add({ kind: 'type', key: type.name, type }, cx.parts.imports);
  return declarations;
}

function linkResourceFunctions(node: ResourceNode, resource: TypeDecl | undefined, cx: WorldContext): void {
  if (!resource) return;
  for (const func of linkResource(node, resource, cx)) {
    add({ kind: 'function', key: decoratedName(func), function: func }, cx.parts.imports);
  }
}

function add(item: WorldItem, items: WorldItems): void {
  items.set(keyOf(item), item);
}

function linkExtern(node: Extern, cx: WorldContext): void {
  const item = externItem(node, cx);
  if (item) add(item, node.direction === 'import' ? cx.parts.imports : cx.parts.exports);
}

function externItem(node: Extern, cx: WorldContext): WorldItem | undefined {
  const { target } = node;
  switch (target.kind) {
    case 'extern-function': {
      const func = linkFunction({ ...node, ...target }, cx);
      const isNew = claim(target.name.text, 'func', target.name, node, cx);
      return func && isNew ? { kind: 'function', key: func.name, function: func } : undefined;
    }
    case 'extern-inline':
      return inlineItem(node, target, cx);
    case 'extern-path':
      return pathItem(node, target, cx);
  }
}

/** Notes what a key stands for; false if it already stands for something, which is reported. */
function claim(
  key: WorldKey,
  kind: Claim['kind'],
  name: Name,
  { direction }: Extern,
  cx: WorldContext,
): boolean {
  const claims = cx.claims[direction];
  const earlier = claims.get(key);
  if (!earlier) {
    claims.set(key, { kind, name });
    return true;
  }
  const related = [{ span: earlier.name.span, message: 'the first one is here' }];
  const { report } = cx.items.program;
  if (typeof key !== 'string') {
    const hint = `to have it twice, label it: \`${direction} other: ${name.text};\``;
    const values = { name: name.text, direction };
    report(errors.interfaceTwice, name.span, values, { related, hint });
  } else {
    const verb = earlier.kind === 'type' ? 'has the' : `${direction}s the`;
    const values = { verb, kind: earlier.kind === 'func' ? 'function' : earlier.kind, name: key };
    report(errors.worldConflict, name.span, values, { related });
  }
  return false;
}

function inlineItem(node: Extern, target: ExternInline, cx: WorldContext): WorldItem | undefined {
  const gate = gateOf(node.attributes, target.name, cx.gates);
  const isNew = claim(target.name.text, 'interface', target.name, node, cx);
  const inline: Draft<Interface> = {
    kind: 'interface',
    name: target.name.text,
    docs: node.docs?.text,
    origin: target.name.span,
    package: cx.owner.package,
    isInline: true,
    types: [],
    functions: [],
    stability: gate.stability,
  };
  cx.items.program.exclude(inline, gate.missingFeature);
  if (gate.missingFeature === undefined) cx.items.own.ledger.inlineInterfaces.push(inline);
  if (hasLostItems(target.items, cx.items.lost, target.span)) cx.items.program.incomplete.add(inline);
  cx.items.program.exclude(inline, gate.missingFeature);
  linkInterface(inline, target.items, {
    ...cx,
    owner: inline,
    ownerMissesFeature: gate.missingFeature,
    types: { description: `interface \`${inline.name}\``, owner: inline, entries: new Map() },
  });
  const at = { name: target.name, key: target.name.text };
  return isNew ? interfaceItem(inline, at, undefined, gate) : undefined;
}

function pathItem(node: Extern, target: ExternPath, cx: WorldContext): WorldItem | undefined {
  const { label, path } = target;
  const name = label ?? path.name;
  if (label) checkLabelSpace(label, path, cx.items);
  const gate = gateOf(node.attributes, name, cx.gates);
  const isEnabled = gate.missingFeature === undefined && cx.ownerMissesFeature === undefined;
  const referrer = { name: cx.world.name, span: path.name.span, isEnabled };
  const found = cx.items.interfaceAt(path, referrer);
  const key = label?.text ?? found;
  const isNew = key !== undefined && claim(key, 'interface', name, node, cx);
  if (!found || !isNew || cx.items.program.isExcluded(found)) return undefined;
  return interfaceItem(found, { name, key: label?.text }, node.docs?.text, gate);
}

/** `a:b` looks like a package. What is unknown is reported as such, with this as a hint. */
function checkLabelSpace(label: Name, path: UsePath, items: ItemScope): void {
  if (path.package || !isUnspacedLabel(label, path.name) || !items.has(path.name.text)) return;
  const { file, start } = path.name.span;
  const fix = { title: 'add a space', edits: [{ span: { file, start, end: start }, newText: ' ' }] };
  items.program.report(errors.labelSpace, label.span, { label: label.text, name: path.name.text }, { fix });
}

function interfaceItem(
  target: Interface,
  { name, key }: { readonly name: Name; readonly key: string | undefined },
  docs: string | undefined,
  gate: Gate,
): WorldItem | undefined {
  if (gate.missingFeature !== undefined) return undefined;
  const { stability, externalId } = gate;
  return { kind: 'interface', key, interface: target, origin: name.span, docs, stability, externalId };
}

function linkInclude(node: Include, cx: WorldContext): void {
  const gate = gateOf(node.attributes, node.path.name, cx.gates);
  ignoreExternalId(node.attributes, 'an `include`', cx.gates.report);
  const isEnabled = gate.missingFeature === undefined && cx.ownerMissesFeature === undefined;
  const referrer = { name: cx.world.name, span: node.path.name.span, isEnabled };
  const included = cx.items.worldAt(node.path, referrer);
  if (!included || gate.missingFeature !== undefined) return;
  const { world, parts } = cx;
  const { report, incomplete } = cx.items.program;
  const isIncomplete = incomplete.has(included);
  world.inclusions.push(includeWorld(included, node, { world, parts, report, isIncomplete }));
}
