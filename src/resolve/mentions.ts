/** Where a package mentions others, in the order that decides the order of everything imported. */
import type { InterfaceItem, PackagePath, UsePath, WorldItemNode, WorldNode } from '../syntax/ast.js';
import type { PackageUnit, TopItem } from './packages.js';

/** All mentions of other packages. Per item: in a world `use` and `include` first, then imports, then exports. */
export function mentionsOf(unit: PackageUnit): readonly PackagePath[] {
  return pathsOf(unit).flatMap((path) => path.package ?? []);
}

/** All paths of a package to interfaces and worlds, its own included, in the same order. */
export function pathsOf(unit: PackageUnit): readonly UsePath[] {
  return unit.sources.flatMap((source) => source.items.flatMap(pathsOfItem));
}

function pathsOfItem(item: TopItem): readonly UsePath[] {
  switch (item.kind) {
    case 'top-use':
      return [item.path];
    case 'interface':
      return pathsOfInterface(item.items);
    case 'world':
      return pathsOfWorld(item);
  }
}

function pathsOfInterface(items: readonly InterfaceItem[]): readonly UsePath[] {
  return items.flatMap((item) => (item.kind === 'use' ? [item.path] : []));
}

function pathsOfWorld({ items }: WorldNode): readonly UsePath[] {
  const brought = items.flatMap((item) =>
    item.kind === 'use' || item.kind === 'include' ? [item.path] : [],
  );
  return [...brought, ...externPaths(items, 'import'), ...externPaths(items, 'export')];
}

function externPaths(items: readonly WorldItemNode[], direction: 'import' | 'export'): readonly UsePath[] {
  return items.flatMap((item) => {
    if (item.kind !== 'extern' || item.direction !== direction) return [];
    const { target } = item;
    if (target.kind === 'extern-path') return [target.path];
    return target.kind === 'extern-inline' ? pathsOfInterface(target.items) : [];
  });
}
