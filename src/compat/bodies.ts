/** The order of work among the interfaces and worlds of a package, and within one. */
import { dependencyPaths, inItemOrder, type ItemEntry } from '../resolve/item-order.js';
import type { PackageUnit } from '../resolve/packages.js';
import { topologicalOrder } from '../resolve/topological.js';
import { typeGraph } from '../resolve/type-graph.js';
import type {
  InterfaceItem,
  InterfaceNode,
  Name,
  Typedef,
  UsePath,
  WorldItemNode,
  WorldNode,
} from '../syntax/ast.js';
import { targetOf } from './paths.js';
import { firstStuck } from './stuck.js';

/** The interfaces and worlds of a package in the order of the text; of several with one name the first. */
export function entriesOf(unit: PackageUnit): readonly ItemEntry[] {
  return [...entriesByName(unit).values()];
}

const entriesIn = new WeakMap<PackageUnit, ReadonlyMap<string, ItemEntry>>();

/** The same by name; they are collected once. */
export function entriesByName(unit: PackageUnit): ReadonlyMap<string, ItemEntry> {
  const known = entriesIn.get(unit) ?? collected(unit);
  entriesIn.set(unit, known);
  return known;
}

function collected({ sources }: PackageUnit): ReadonlyMap<string, ItemEntry> {
  const entries = new Map<string, ItemEntry>();
  for (const source of sources) {
    for (const node of source.items) {
      if (node.kind === 'top-use' || entries.has(node.name.text)) continue;
      entries.set(node.name.text, { node, source });
    }
  }
  return entries;
}

const ranks = new WeakMap<PackageUnit, ReadonlyMap<InterfaceNode | WorldNode, number>>();

/** The number of an interface or world in the order in which those of its package are resolved. */
export function bodyNumber(node: InterfaceNode | WorldNode, unit: PackageUnit): number {
  const known = ranks.get(unit) ?? numbered(unit);
  ranks.set(unit, known);
  return known.get(node) ?? known.size;
}

function numbered(unit: PackageUnit): ReadonlyMap<InterfaceNode | WorldNode, number> {
  return new Map(bodiesInOrder(unit).map((node, index) => [node, index]));
}

/** The interfaces and worlds of a package in the order in which they are resolved. */
export function bodiesInOrder(unit: PackageUnit): readonly (InterfaceNode | WorldNode)[] {
  return inItemOrder(entriesOf(unit), new Set(), () => undefined).map(({ node }) => node);
}

type BodyItem = InterfaceItem | WorldItemNode;

/** The number of a type in the order in which those of its body are defined. */
export function typedefNumber(typedef: Typedef, items: readonly BodyItem[]): number {
  return typedefsInOrder(items).indexOf(typedef);
}

/** The types of a body in the order in which they are defined. */
export function typedefsInOrder(items: readonly BodyItem[]): readonly Typedef[] {
  const { typedefs, edges } = typeGraph(items);
  return topologicalOrder(edges).order.flatMap((index) => typedefs[index] ?? []);
}

/** The name at which the reference finds that the types of a body contain each other. */
export function typeCycle(items: readonly BodyItem[]): Name | undefined {
  const { references, edges } = typeGraph(items);
  const stuck = firstStuck(edges);
  return stuck && references[stuck.node]?.[stuck.edge];
}

/** The name at which the reference finds that interfaces use, or worlds include, each other in a circle. */
export function itemCycle(unit: PackageUnit): Name | undefined {
  const entries = entriesOf(unit);
  const numbers = new Map(entries.map(({ node }, index) => [node.name.text, index]));
  const names = entries.map((entry) =>
    dependencyPaths(entry.node)
      .flatMap((path) => neededName(path, entry, entries) ?? [])
      .filter(({ text }) => numbers.has(text)),
  );
  const stuck = firstStuck(names.map((each) => each.map(({ text }) => numbers.get(text) ?? 0)));
  return stuck && names[stuck.node]?.[stuck.edge];
}

/** A name that the file itself defines stands where it is defined. */
function neededName(path: UsePath, { source }: ItemEntry, entries: readonly ItemEntry[]): Name | undefined {
  const target = targetOf(path, source);
  if (target.package) return undefined;
  if (target !== path) return target.name;
  const own = entries.find(
    ({ node, source: other }) => other === source && node.name.text === path.name.text,
  );
  return own?.node.name ?? path.name;
}
