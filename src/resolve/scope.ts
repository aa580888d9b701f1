/** What a name means at some place. */
import type { Fix } from '../base/diagnostics.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Span } from '../base/source.js';
import type { Name, PackagePath, UsePath } from '../syntax/ast.js';
import { errors } from './errors.js';
import { type Interface, packageNameText, type TypeDecl, type World } from './model.js';
import { isUnknown, packageNameOf, type PackageUnit } from './packages.js';
import type { LinkedPackage, Program, Referrer } from './program.js';
import { packageHint } from './suggestions.js';

/** A name of an interface or world body: types and functions share one set. */
export type ScopeEntry =
  | {
      readonly kind: 'type';
      readonly decl: TypeDecl;
      readonly origin: Span;
      /** Whether a `use` brings it in. */
      readonly isUsed?: boolean;
    }
  | { readonly kind: 'function'; readonly origin: Span };

/** The names of one interface or world body. */
export interface TypeScope {
  /** "interface `a`", for messages. */
  readonly description: string;
  readonly owner: Interface | World;
  readonly entries: Map<string, ScopeEntry>;
}

/** The names of types in a scope, for suggestions. */
export function typeNames(scope: TypeScope): readonly string[] {
  return [...scope.entries].flatMap(([name, { kind }]) => (kind === 'type' ? [name] : []));
}

/** What a top-level `use` gives a name to; undefined if that is already reported. */
export interface Alias {
  readonly target: Interface | undefined;
  readonly origin: Span;
}

/** The interfaces and worlds that a file can name. */
export class ItemScope {
  constructor(
    readonly program: Program,
    readonly own: LinkedPackage,
    /** The top-level `use`s of the file. */
    readonly aliases: ReadonlyMap<string, Alias>,
    /** Places of the file at which something may be declared that could not be understood. */
    readonly lost: readonly Span[],
  ) {}

  /** The interface that a path leads to; undefined if that is reported or left out. */
  interfaceAt(path: UsePath, referrer: Referrer): Interface | undefined {
    const item = this.#find(path, errors.interfaceNotFound, referrer);
    if (item?.kind === 'interface') return item;
    if (item && path.package) this.#wrongKind(path, path.package, errors.interfaceNotFound, referrer);
    else if (item) this.program.report(errors.worldNotInterface, path.name.span, { name: item.name });
    return undefined;
  }

  /** Is there an interface or world of this name, or may there be one? */
  has(name: string): boolean {
    return this.aliases.has(name) || this.own.items.has(name) || this.own.isIncomplete;
  }

  /** The interface to which a top-level `use` gives a name. */
  usedInterfaceAt(path: UsePath, referrer: Referrer): Interface | undefined {
    const world = path.package && this.#find(path, errors.interfaceNotFound, referrer);
    if (world?.kind === 'world') this.own.takenForInterfaces.set(world, path.name.span);
    return this.interfaceAt(path, referrer);
  }

  /** The world that a path leads to; undefined if that is reported or left out. */
  worldAt(path: UsePath, referrer: Referrer): World | undefined {
    const item = this.#find(path, errors.worldNotFound, referrer);
    if (item?.kind === 'world') {
      this.#checkUsedAsWorld(item, path);
      return item;
    }
    if (item && path.package) this.#wrongKind(path, path.package, errors.worldNotFound, referrer);
    else if (item) {
      const values = { name: item.name, meaning: 'an interface, not a world' };
      this.program.report(errors.interfaceNotWorld, path.name.span, values);
    }
    return undefined;
  }

  /** One name cannot be an interface in one place of a package and a world in another. */
  #checkUsedAsWorld(item: World, { name }: UsePath): void {
    const use = this.own.takenForInterfaces.get(item);
    if (!use) return;
    const values = {
      name: name.text,
      meaning: 'taken for an interface at the top of a file, not for a world',
    };
    const related = [{ span: use, message: 'this `use` takes it for an interface' }];
    this.program.report(errors.interfaceNotWorld, name.span, values, { related });
  }

  #find(
    path: UsePath,
    notFound: typeof errors.interfaceNotFound,
    referrer: Referrer,
  ): Interface | World | undefined {
    if (this.program.cutPaths.has(path)) return undefined;
    const item = path.package ? this.#inPackage(path, path.package, notFound, referrer) : this.#local(path);
    if (!item) return undefined;
    const at = { ...referrer, span: path.name.span };
    return this.program.requireEnabled(item, item.kind, at) ? item : undefined;
  }

  #local({ name }: UsePath): Interface | World | undefined {
    const alias = this.aliases.get(name.text);
    if (alias) return alias.target;
    const item = this.own.items.get(name.text);
    if (item ?? this.own.isIncomplete) return item;
    const { name: own } = this.own.package;
    const scope = isUnknown({ name: own }) ? 'this package' : `package \`${packageNameText(own)}\``;
    const hint = labelHint(name) ?? this.program.suggest(() => this.#localHint(name.text));
    this.program.report(errors.itemNotFound, name.span, { name: name.text, scope }, { hint });
    return undefined;
  }

  #localHint(name: string): string | undefined {
    const known = [...this.own.items.keys(), ...this.aliases.keys()];
    return didYouMean(name, known) ?? this.#qualifiedHint(name);
  }

  /** The same name in another package. */
  #qualifiedHint(name: string): string | undefined {
    const hasItem = ({ sources }: PackageUnit) =>
      sources.some(({ items }) => items.some((item) => item.kind === 'interface' && item.name.text === name));
    const unit = this.program.units.find(hasItem);
    if (!unit) return undefined;
    const [packageName = '', version] = unit.key.split('@');
    return `there is \`${packageName}/${name}${version === undefined ? '' : `@${version}`}\``;
  }

  #inPackage(
    path: UsePath,
    packagePath: PackagePath,
    notFound: typeof errors.interfaceNotFound,
    referrer: Referrer,
  ): Interface | World | undefined {
    const name = packageNameText(packageNameOf(packagePath));
    const linked = this.program.packages.get(name);
    if (this.program.cutPaths.has(packagePath)) return undefined;
    if (!linked && referrer.isEnabled && !this.program.hasUnknownPackages) {
      const hint = this.program.suggest(() => packageHint(name, this.#otherPackages()));
      const fix = this.program.suggest(() => this.#otherVersion(path, packagePath));
      this.program.report(errors.packageNotFound, packagePath.span, { name }, { hint, fix });
    }
    const item = linked?.items.get(path.name.text);
    if (linked && !item && referrer.isEnabled && !linked.isIncomplete)
      this.#notFound(path, packagePath, notFound);
    return item;
  }

  /** The path with the one version that there is, if that has the item. */
  #otherVersion({ name: item }: UsePath, path: PackagePath): Fix | undefined {
    const { namespace, name } = packageNameOf(path);
    const isMeant = (unit: PackageUnit) => unit.name.namespace === namespace && unit.name.name === name;
    const [unit, ...others] = this.program.units.filter(isMeant);
    if (!unit || others.length > 0 || unit.name.version === path.version?.text) return undefined;
    const items = unit.sources.flatMap((source) => source.items);
    if (!items.some((one) => one.kind !== 'top-use' && one.name.text === item.text)) return undefined;
    const newText = unit.name.version === undefined ? '' : `@${unit.name.version}`;
    const { file, start, end } = path.version
      ? { ...path.version.span, start: path.version.span.start - 1 }
      : { ...item.span, start: item.span.end };
    const title = newText === '' ? 'leave out the version' : `write \`${newText}\``;
    return { title, edits: [{ span: { file, start, end }, newText }] };
  }

  #otherPackages(): readonly string[] {
    const own = packageNameText(this.own.package.name);
    return this.program.units.map(({ key }) => key).filter((key) => key !== own);
  }

  #notFound(path: UsePath, packagePath: PackagePath, kind: typeof errors.interfaceNotFound): void {
    const packageName = packageNameText(packageNameOf(packagePath));
    const known = this.program.packages.get(packageName)?.items.keys() ?? [];
    const values = { name: path.name.text, package: packageName };
    const hint = this.program.suggest(() => didYouMean(path.name.text, known));
    this.program.report(kind, path.name.span, values, { hint });
  }

  /** A path that is left out may lead to something of the other kind, as it may lead to nothing. */
  #wrongKind(
    path: UsePath,
    packagePath: PackagePath,
    kind: typeof errors.interfaceNotFound,
    referrer: Referrer,
  ): void {
    if (!referrer.isEnabled) return;
    const values = { name: path.name.text, package: packageNameText(packageNameOf(packagePath)) };
    const other = kind === errors.interfaceNotFound ? 'a world' : 'an interface';
    this.program.report(kind, path.name.span, values, { hint: `\`${path.name.text}\` is ${other}` });
  }
}

/** Does a label stand before an interface without a space? */
export function isUnspacedLabel(label: Pick<Name, 'span'>, name: Name): boolean {
  return label.span.end + 1 === name.span.start;
}

/** `import a:b;`, where `b` is no interface: the name of a package was meant. */
function labelHint({ span }: Name): string | undefined {
  const before = /([\w-]+):$/.exec(span.file.text.slice(Math.max(0, span.start - 100), span.start))?.[1];
  if (before === undefined) return undefined;
  const name = span.file.text.slice(span.start, span.end);
  return `packages cannot be imported; name an interface of it: \`${before}:${name}/…\``;
}
