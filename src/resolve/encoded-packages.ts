/** Packages encoded as WebAssembly bring along what they use of others: parts of packages. */
import type { InterfaceItem, InterfaceNode } from '../syntax/ast.js';
import type { PackageUnit, TopItem } from './packages.js';

/** Leaves parts out where the package is there itself, here or in `known`, and makes one of several parts. */
export function withoutParts(
  units: readonly PackageUnit[],
  known: ReadonlyMap<string, unknown>,
): readonly PackageUnit[] {
  const wholes = new Set(units.flatMap(({ key, encoded }) => (encoded === 'part' ? [] : [key])));
  const parts = new Map<string, PackageUnit>();
  for (const unit of units) {
    if (unit.encoded !== 'part' || wholes.has(unit.key) || known.has(unit.key)) continue;
    const earlier = parts.get(unit.key);
    parts.set(unit.key, earlier ? union(earlier, unit) : unit);
  }
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    if (unit.encoded !== 'part') return [unit];
    const part = seen.has(unit.key) ? undefined : parts.get(unit.key);
    seen.add(unit.key);
    return part ?? [];
  });
}

/** Both parts come from the same package, so what has one name in it is one thing. */
function union(first: PackageUnit, second: PackageUnit): PackageUnit {
  const [source, ...none] = first.sources;
  if (!source) return second;
  const items = new Map(source.items.map((item) => [nameOfItem(item), item]));
  for (const item of second.sources.flatMap((each) => each.items)) {
    const earlier = items.get(nameOfItem(item));
    const isShared = earlier?.kind === 'interface' && item.kind === 'interface';
    items.set(nameOfItem(item), isShared ? unionOfInterfaces(earlier, item) : (earlier ?? item));
  }
  return { ...first, sources: [{ ...source, items: [...items.values()] }, ...none] };
}

function unionOfInterfaces(first: InterfaceNode, second: InterfaceNode): InterfaceNode {
  const names = new Set(first.items.map(nameOfMember));
  return {
    ...first,
    items: [...first.items, ...second.items.filter((item) => !names.has(nameOfMember(item)))],
  };
}

function nameOfItem(item: TopItem): string {
  return item.kind === 'top-use' ? (item.alias ?? item.path.name).text : item.name.text;
}

/** Decoded text has a `use` for each name. */
function nameOfMember(item: InterfaceItem): string {
  if (item.kind !== 'use') return item.name.text;
  return item.names.map(({ name, alias }) => (alias ?? name).text).join();
}
