/** The packages of a group of files as the reference implementation takes them: nested ones while it reads their file. */
import type { SourceFile } from '../base/source.js';
import type { SourceGroup } from '../resolve/load.js';
import { packageNameText } from '../resolve/model.js';
import { packageNameOf, type PackageUnit, type SourceUnit, type TopItem } from '../resolve/packages.js';
import type { Item, NestedPackage, PackagePath } from '../syntax/ast.js';

/** A group with its packages. */
export interface GroupUnits {
  readonly group: SourceGroup;
  /** By the statement that declares them. */
  readonly nested: ReadonlyMap<NestedPackage, PackageUnit>;
  /** The package of the files themselves; it has no name if no file has a header. */
  readonly main: PackageUnit | undefined;
}

/** The packages of a group. */
export function unitsOf(group: SourceGroup): GroupUnits {
  const nested = group.files.flatMap(({ file, ast }) =>
    ast.items.filter(isNested).map((node) => [node, unit(node.name, [source(file, node.items)])] as const),
  );
  const [header] = group.files.flatMap(({ ast }) => ast.header ?? []);
  const sources = group.files.map(({ file, ast }) => source(file, ast.items));
  return { group, nested: new Map(nested), main: header && unit(header.name, sources) };
}

/** All packages of a group; its own is the last. */
export function allUnits({ nested, main }: GroupUnits): readonly PackageUnit[] {
  return [...nested.values(), ...(main ? [main] : [])];
}

function unit(origin: PackagePath, sources: readonly SourceUnit[]): PackageUnit {
  const name = packageNameOf(origin);
  return { name, key: packageNameText(name), origin, docs: undefined, sources, isIncomplete: false };
}

function source(file: SourceFile, items: readonly Item[]): SourceUnit {
  return { file, items: items.filter((item): item is TopItem => !isNested(item)), lost: [] };
}

function isNested(item: Item): item is NestedPackage {
  return item.kind === 'nested-package';
}
