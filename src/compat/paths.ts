/** Paths as the reference implementation takes them: what comes from elsewhere is known by its first mention. */
import { pathsOf } from '../resolve/mentions.js';
import { packageNameText } from '../resolve/model.js';
import { packageNameOf, type PackageUnit, type SourceUnit } from '../resolve/packages.js';
import type { PackagePath, UsePath } from '../syntax/ast.js';

/** A path that names its package. */
export type ForeignPath = UsePath & { readonly package: PackagePath };

/** Does a path name a package? */
export function isForeign(path: UsePath | undefined): path is ForeignPath {
  return path?.package !== undefined;
}

/** The name of the package of a path. */
export function packageKey(path: ForeignPath): string {
  return packageNameText(packageNameOf(path.package));
}

/** What a path leads to, through the top-level `use`s of its file. */
export function targetOf(path: UsePath, source: SourceUnit | undefined): UsePath {
  if (path.package) return path;
  const alias = source?.items.find(
    (item) => item.kind === 'top-use' && (item.alias ?? item.path.name).text === path.name.text,
  );
  return alias?.kind === 'top-use' ? alias.path : path;
}

/** Paths of a package to others, numbered in the order of work. */
export class Mentions {
  readonly paths: readonly UsePath[];
  readonly #numbers: ReadonlyMap<UsePath, number>;
  readonly #ofItem = new Map<string, ForeignPath[]>();
  readonly #firstOfPackage = new Map<string, ForeignPath>();

  constructor(readonly unit: PackageUnit) {
    this.paths = pathsOf(unit);
    this.#numbers = new Map(this.paths.map((path, index) => [path, index]));
    for (const path of this.paths.filter(isForeign)) {
      const [item, name] = [itemKey(path), packageKey(path)];
      const earlier = this.#ofItem.get(item);
      if (earlier) earlier.push(path);
      else this.#ofItem.set(item, [path]);
      if (!this.#firstOfPackage.has(name)) this.#firstOfPackage.set(name, path);
    }
  }

  number(path: UsePath | undefined): number {
    return (path && this.#numbers.get(path)) ?? this.paths.length;
  }

  /** Where the same interface or world is mentioned first. */
  first(path: ForeignPath): ForeignPath {
    return this.all(path)[0] ?? path;
  }

  /** All mentions of the same interface or world. */
  all(path: ForeignPath): readonly ForeignPath[] {
    return this.#ofItem.get(itemKey(path)) ?? [path];
  }

  /** Where the same package is mentioned first. */
  firstOfPackage(path: ForeignPath): ForeignPath {
    return this.#firstOfPackage.get(packageKey(path)) ?? path;
  }
}

function itemKey(path: ForeignPath): string {
  return `${packageKey(path)}/${path.name.text}`;
}

const known = new WeakMap<PackageUnit, Mentions>();

/** The paths of a package; they are looked up once. */
export function mentionsIn(unit: PackageUnit): Mentions {
  const mentions = known.get(unit) ?? new Mentions(unit);
  known.set(unit, mentions);
  return mentions;
}
