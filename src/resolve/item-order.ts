/** The order in which the interfaces and worlds of a package are linked: what they use and include first. */
import type { Report } from '../base/diagnostics.js';
import type { InterfaceNode, TopUse, UsePath, WorldNode } from '../syntax/ast.js';
import { errors } from './errors.js';
import type { SourceUnit } from './packages.js';
import type { CutPaths } from './program.js';
import { topologicalOrder } from './topological.js';

/** An interface or world of a package and the file that it stands in. */
export interface ItemEntry {
  readonly node: InterfaceNode | WorldNode;
  readonly source: SourceUnit;
}

/** The items in linking order. Paths that close a circle are reported and added to `cutPaths`. */
export function inItemOrder(
  entries: readonly ItemEntry[],
  cutPaths: CutPaths,
  report: Report,
): readonly ItemEntry[] {
  const numbers = new Map(entries.map(({ node }, index) => [node.name.text, index]));
  const aliases = new Map(
    [...new Set(entries.map(({ source }) => source))].map((source) => [source, topUses(source)]),
  );
  const references = entries.map((entry) => localReferences(entry, numbers, aliases.get(entry.source)));
  const edges = references.map((paths) => paths.map(({ target }) => target));
  const { order, cycles } = topologicalOrder(edges);
  for (const { from, edge, members, isFirst } of cycles) {
    const reference = references[from]?.[edge];
    if (!reference) continue;
    cutPaths.add(reference.path);
    if (!isFirst) continue;
    reportCycle(
      reference.path,
      members.flatMap((member) => entries[member] ?? []),
      report,
    );
  }
  const ordered = order.flatMap((index) => entries[index] ?? []);
  // What a world uses, imports and exports makes no edge: worlds come after all interfaces.
  const isInterface = ({ node }: ItemEntry) => node.kind === 'interface';
  return [...ordered.filter(isInterface), ...ordered.filter((entry) => !isInterface(entry))];
}

interface Reference {
  readonly path: UsePath;
  readonly target: number;
}

function localReferences(
  { node }: ItemEntry,
  numbers: ReadonlyMap<string, number>,
  aliases: ReadonlyMap<string, TopUse> | undefined,
): readonly Reference[] {
  return dependencyPaths(node).flatMap((path) => {
    const topUse = aliases?.get(path.name.text);
    const meant = path.package ? undefined : topUse ? topUse.path : path;
    const target = meant && !meant.package ? numbers.get(meant.name.text) : undefined;
    return target === undefined ? [] : [{ path, target }];
  });
}

/** The top-level `use`s of a file by the name that they give. */
function topUses(source: SourceUnit): ReadonlyMap<string, TopUse> {
  const uses = source.items.filter((item) => item.kind === 'top-use');
  return new Map(uses.map((use) => [(use.alias ?? use.path.name).text, use]));
}

/** What the order of items depends on: what an interface uses and a world includes. */
export function dependencyPaths(node: InterfaceNode | WorldNode): readonly UsePath[] {
  return node.kind === 'interface'
    ? node.items.flatMap((item) => (item.kind === 'use' ? [item.path] : []))
    : node.items.flatMap((item) => (item.kind === 'include' ? [item.path] : []));
}

/** The circle begins with the item whose reference was cut; that reference leads to the second one. */
function reportCycle(path: UsePath, circle: readonly ItemEntry[], report: Report): void {
  const [first, target = first] = circle;
  if (!first || !target) return;
  const names = [...circle, first].map(({ node }) => `\`${node.name.text}\``);
  const isSameFile = first.source === target.source;
  const declared = { span: target.node.name.span, message: `${target.node.kind} declared here` };
  const referred = { span: path.span, message: `referred to here by \`${first.node.name.text}\`` };
  // The reference implementation points at the declaration if it is in the same file.
  const [primary, other] = isSameFile ? [declared, referred] : [referred, declared];
  const item = `${target.node.kind} \`${target.node.name.text}\``;
  report(errors.itemCycle, primary.span, { item, path: names.join(' → ') }, { related: [other] });
}
