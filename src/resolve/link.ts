/** AST to model: one package. Everything that it depends on is linked before. */
import type { Name } from '../syntax/ast.js';
import type { BodyContext } from './body.js';
import type { Draft } from './draft.js';
import { errors } from './errors.js';
import { type GateContext, gateOf, ignoreExternalId, refuseAttributes } from './gates.js';
import { inItemOrder, type ItemEntry } from './item-order.js';
import { linkInterface } from './link-interface.js';
import { linkWorld } from './link-world.js';
import { hasLostItems } from './lost.js';
import type { Interface, Ledger, Package, World } from './model.js';
import type { PackageUnit, SourceUnit } from './packages.js';
import type { Program } from './program.js';
import { type Alias, ItemScope } from './scope.js';

/** An interface or world with the object that it becomes. */
interface Drafted {
  readonly entry: ItemEntry;
  readonly item: Draft<Interface> | Draft<World>;
  readonly missingFeature: string | undefined;
}

/** Links a package and enters it into the program. */
export function linkPackage(unit: PackageUnit, program: Program): Package {
  const ledger: Draft<Ledger> = { types: [], inlineInterfaces: [] };
  const package_: Draft<Package> = { name: unit.name, docs: unit.docs, interfaces: [], worlds: [], ledger };
  const { report } = program;
  // Who encoded a package chose its features: what is left out is not there any more.
  const features = unit.encoded ? 'all' : program.features;
  const gates: GateContext = { packageName: unit.name, features, report };
  const entries = inItemOrder(ownEntries(unit, program), program.cutPaths, report);
  const drafted = entries.map((entry) => draftItem(entry, package_, program, gates));
  const items = new Map(drafted.map(({ item }) => [item.name, item]));
  const { origin, isIncomplete } = unit;
  const own = { package: package_, origin, items, isIncomplete, takenForInterfaces: new Map(), ledger };
  program.packages.set(unit.key, own);
  const scopes = new Map(
    unit.sources.map((source) => [
      source,
      fileScope(source, new ItemScope(program, own, new Map(), source.lost)),
    ]),
  );
  for (const { entry, item, missingFeature } of drafted) {
    const scope = scopes.get(entry.source);
    if (scope) fill(entry, item, bodyContext(item, missingFeature, scope, gates));
    if (missingFeature !== undefined) continue;
    if (item.kind === 'interface') package_.interfaces.push(item);
    else package_.worlds.push(item);
  }
  return package_;
}

function ownEntries(unit: PackageUnit, program: Program): readonly ItemEntry[] {
  const entries = new Map<string, ItemEntry>();
  for (const source of unit.sources) {
    for (const node of source.items) {
      if (node.kind === 'top-use') continue;
      const earlier = entries.get(node.name.text);
      if (!earlier) {
        entries.set(node.name.text, { node, source });
        continue;
      }
      const related = [{ span: earlier.node.name.span, message: 'first defined here' }];
      const kind = earlier.node.kind === 'world' ? 'a world' : 'an interface';
      const values = { name: node.name.text, earlier: kind };
      program.report(errors.duplicateItem, node.name.span, values, { related });
    }
  }
  return [...entries.values()];
}

function draftItem(entry: ItemEntry, package_: Package, program: Program, gates: GateContext): Drafted {
  const { node } = entry;
  const { stability, missingFeature } = gateOf(node.attributes, node.name, gates);
  ignoreExternalId(node.attributes, node.kind === 'interface' ? 'an interface' : 'a world', gates.report);
  const common = {
    name: node.name.text,
    docs: node.docs?.text,
    origin: node.name.span,
    package: package_,
    stability,
    types: [],
  };
  const item: Draft<Interface> | Draft<World> =
    node.kind === 'interface'
      ? { kind: 'interface', ...common, isInline: false, functions: [] }
      : { kind: 'world', ...common, imports: [], exports: [], inclusions: [] };
  program.exclude(item, missingFeature);
  return { entry, item, missingFeature };
}

/** The scope of a file: its top-level `use`s are found in the package, never through each other. */
function fileScope(source: SourceUnit, inPackage: ItemScope): ItemScope {
  const { program, own } = inPackage;
  const aliases = new Map<string, Alias>();
  for (const item of source.items) {
    if (item.kind !== 'top-use') continue;
    refuseAttributes(item.attributes, program.report);
    const name = item.alias ?? item.path.name;
    const earlier = aliases.get(name.text)?.origin ?? ownName(name, source)?.span;
    if (earlier) {
      const related = [{ span: earlier, message: 'this is its meaning' }];
      program.report(errors.duplicateFileName, name.span, { name: name.text }, { related });
      continue;
    }
    const referrer = { name: name.text, span: item.path.name.span, isEnabled: true };
    const target = inPackage.usedInterfaceAt(item.path, referrer);
    aliases.set(name.text, { target, origin: name.span });
  }
  return new ItemScope(program, own, aliases, source.lost);
}

function ownName(name: Name, source: SourceUnit): Name | undefined {
  for (const item of source.items) {
    if (item.kind !== 'top-use' && item.name.text === name.text) return item.name;
  }
  return undefined;
}

function bodyContext(
  item: Interface | World,
  ownerMissesFeature: string | undefined,
  items: ItemScope,
  gates: GateContext,
): BodyContext {
  const types = { description: `${item.kind} \`${item.name}\``, owner: item, entries: new Map() };
  return { owner: item, ownerMissesFeature, items, types, gates };
}

function fill({ node }: ItemEntry, item: Draft<Interface> | Draft<World>, cx: BodyContext): void {
  if (hasLostItems(node.items, cx.items.lost, node.span)) cx.items.program.incomplete.add(item);
  if (node.kind === 'interface' && item.kind === 'interface') linkInterface(item, node.items, cx);
  else if (node.kind === 'world' && item.kind === 'world') linkWorld(item, node, cx);
}
