/** Parsed files to packages: headers, nested packages, the dependency order. Spec: WIT.md "Package declaration". */
import type { Report } from '../base/diagnostics.js';
import { isWithin, type SourceFile, type Span } from '../base/source.js';
import type { Docs, Item, Name, NestedPackage, PackageHeader, PackagePath } from '../syntax/ast.js';
import { checkPackageName } from './checks/lowercase-package.js';
import { checkNesting } from './checks/nested-namespace.js';
import { errors } from './errors.js';
import type { SourceGroup } from './load.js';
import { hasLostItems } from './lost.js';
import { mentionsOf } from './mentions.js';
import { type PackageName, packageNameText } from './model.js';

/** A package before linking. */
export interface PackageUnit {
  readonly name: PackageName;
  /** Its name and version as text: the key under which others find it. */
  readonly key: string;
  readonly origin: PackagePath;
  readonly docs: string | undefined;
  readonly sources: readonly SourceUnit[];
  /** Whether it may have items that are not known, because its text has mistakes. */
  readonly isIncomplete: boolean;
  /** Of a package that comes encoded: whether all of it does, or what another such package uses of it. */
  readonly encoded?: 'whole' | 'part';
}

/** The items of a package in one file: what a top-level `use` is visible to. */
export interface SourceUnit {
  readonly file: SourceFile;
  readonly items: readonly TopItem[];
  /** Places of the file at which something may be declared that could not be understood. */
  readonly lost: readonly Span[];
}

/** What stands in a package itself. */
export type TopItem = Exclude<Item, NestedPackage>;

/** The packages of a group: the nested ones, then its own, which is last. */
export function packagesOf(group: SourceGroup, report: Report): readonly PackageUnit[] {
  const nested = group.files.flatMap(({ file, ast }) =>
    ast.items.filter(isNested).map((item) => nestedUnit(item, { file, lost: ast.lost }, report)),
  );
  const header = mainHeader(group, report);
  const sources = group.files.map(({ file, ast }) => ({ file, items: ownItems(ast.items), lost: ast.lost }));
  const docs = packageDocs(group, report);
  const own = header ? unit(header.name, docs, sources) : unknownUnit(group, docs, sources);
  const main = group.isIncomplete ? { ...own, isIncomplete: true } : own;
  for (const each of [...nested, main]) checkNames(each, report);
  if (!group.isDecoded) return [...nested, main];
  return [...nested.map((part) => ({ ...part, encoded: 'part' }) as const), { ...main, encoded: 'whole' }];
}

function nestedUnit(
  item: NestedPackage,
  { file, lost }: Omit<SourceUnit, 'items'>,
  report: Report,
): PackageUnit {
  for (const inner of item.items.filter(isNested)) {
    const name = packageNameText(packageNameOf(inner.name));
    report(errors.nestedPackage, inner.name.span, { name });
  }
  const source = {
    file,
    items: ownItems(item.items),
    lost: lost.filter((place) => isWithin(place, item.span)),
  };
  return unit(item.name, item.docs?.text, [source]);
}

function checkNames(checked: PackageUnit, report: Report): void {
  checkPackageName(checked.name, checked.origin.span, report);
  checkNesting([checked.origin, ...mentionsOf(checked)], report);
}

function unit(origin: PackagePath, docs: string | undefined, sources: readonly SourceUnit[]): PackageUnit {
  const name = packageNameOf(origin);
  return {
    name,
    key: packageNameText(name),
    origin,
    docs,
    sources,
    isIncomplete: sources.some(isSourceIncomplete),
  };
}

/** A package whose header is missing or broken, so that the mistakes in its items are found all the same. */
function unknownUnit(
  { path }: SourceGroup,
  docs: string | undefined,
  sources: readonly SourceUnit[],
): PackageUnit {
  const span = { file: sources[0]?.file ?? { path, text: '' }, start: 0, end: 0 };
  const name = { kind: 'name', text: '', span } as const;
  const nothing = { nestedNamespaces: [], nestedPackages: [], version: undefined };
  const origin = { kind: 'package-path', span, namespace: name, name, ...nothing } as const;
  // The key is none that a path can name.
  return { ...unit(origin, docs, sources), key: `?${path}` };
}

/** Is the name of a package not known? */
export function isUnknown({ name }: Pick<PackageUnit, 'name'>): boolean {
  return name.namespace === '';
}

function isSourceIncomplete({ items, lost }: SourceUnit): boolean {
  return hasLostItems(items, lost);
}

/** The name of a package as written in the source. */
export function packageNameOf(path: PackagePath): PackageName {
  return {
    namespace: joined([path.namespace, ...path.nestedNamespaces], ':'),
    name: joined([path.name, ...path.nestedPackages], '/'),
    version: path.version?.text,
  };
}

function joined(names: readonly Name[], separator: string): string {
  return names.map(({ text }) => text).join(separator);
}

function isNested(item: Item): item is NestedPackage {
  return item.kind === 'nested-package';
}

function ownItems(items: readonly Item[]): readonly TopItem[] {
  return items.filter((item): item is TopItem => !isNested(item));
}

function mainHeader(group: SourceGroup, report: Report): PackageHeader | undefined {
  const [first, ...others] = group.files.flatMap(({ ast }) => ast.header ?? []);
  if (!first) {
    // A header that is there but broken is reported where it is broken.
    const isBroken = group.files.some(({ ast }) => ast.hasBrokenHeader || ast.lost.length > 0);
    if (isBroken || group.isIncomplete) return undefined;
    const [file] = group.files;
    const span = file && { file: file.file, start: 0, end: 0 };
    const hint = 'start one file with `package namespace:name;`';
    report(errors.noPackage, span, { path: `\`${group.path}\`` }, { hint });
    return undefined;
  }
  const name = packageNameText(packageNameOf(first.name));
  for (const header of others) {
    const other = packageNameText(packageNameOf(header.name));
    if (other === name) continue;
    const related = [{ span: first.name.span, message: `here it is \`${name}\`` }];
    report(errors.packageMismatch, header.name.span, { name: other, other: name }, { related });
  }
  return first;
}

function packageDocs(group: SourceGroup, report: Report): string | undefined {
  const documented = group.files.flatMap(({ ast }) => ast.header?.docs ?? []);
  const [first, ...others]: readonly Docs[] = documented;
  for (const docs of first ? others : []) {
    const related = first ? [{ span: first.span, message: 'first documented here' }] : [];
    report(errors.packageDocs, docs.span, {}, { related });
  }
  return first?.text;
}
