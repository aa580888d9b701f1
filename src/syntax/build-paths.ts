/** CST to AST: names of packages and paths to interfaces. */
import type { IToken } from 'chevrotain';
import type {
  PackageNameCstNode,
  QualificationCstNode,
  SubPathCstNode,
  UsePathCstNode,
  VersionCstNode,
} from '../../grammar/cst.js';
import type { Name, PackagePath, UsePath } from './ast.js';
import { type BuildContext, childrenOf, nameAt, nodeSpan, spanFrom, versionAt } from './build-context.js';

/** `ns:name@version` of a `package` statement. */
export function buildPackageName(
  node: PackageNameCstNode | undefined,
  cx: BuildContext,
): PackagePath | undefined {
  if (!node) return undefined;
  const { Name, nested, path, version } = childrenOf(node);
  const [names, nestedPackages] = [namesOf([...(Name ?? []), ...(nested ?? [])], cx), namesOf(path, cx)];
  return packagePath(names, nestedPackages, { span: nodeSpan(node, cx), version: buildVersion(version, cx) });
}

/** `name` or `ns:package/name@version`. */
export function buildUsePath(node: UsePathCstNode | undefined, cx: BuildContext): UsePath | undefined {
  const { Name, qualification } = childrenOf(node);
  const [first] = namesOf(Name, cx);
  return first && qualifiedPath([first], qualification?.[0], cx);
}

/** A path of which the first names are known: what follows may be `:package/name@version`. */
export function qualifiedPath(
  first: readonly [Name, ...Name[]],
  qualification: QualificationCstNode | undefined,
  cx: BuildContext,
): UsePath | undefined {
  if (!qualification) return localPath(first[0]);
  const { Name, subPath } = childrenOf(qualification);
  return pathInPackage([...first, ...namesOf(Name, cx)], subPath?.[0], cx);
}

/** `name`: something in the same package. */
export function localPath(name: Name): UsePath {
  return { kind: 'use-path', span: name.span, package: undefined, name };
}

/** `ns:package/name@version` of which what stands before the first `/` is known. */
export function pathInPackage(
  names: readonly Name[],
  subPath: SubPathCstNode | undefined,
  cx: BuildContext,
): UsePath | undefined {
  const { Name, version } = childrenOf(subPath);
  const below = namesOf(Name, cx);
  const [first, name] = [names[0], below.at(-1)];
  if (!first || !name || !subPath) return undefined;
  const nestedPackages = below.slice(0, -1);
  const last = nestedPackages.at(-1) ?? names.at(-1) ?? first;
  const place = { span: spanFrom(first.span, last.span), version: buildVersion(version, cx) };
  const package_ = packagePath(names, nestedPackages, place);
  const span = spanFrom(first.span, nodeSpan(subPath, cx));
  return package_ && { kind: 'use-path', span, name, package: package_ };
}

/** The last name before any `/` is that of the package, those before it are namespaces. */
function packagePath(
  names: readonly Name[],
  nestedPackages: readonly Name[],
  place: Pick<PackagePath, 'span' | 'version'>,
): PackagePath | undefined {
  const [namespace, ...others] = names;
  const name = others.at(-1);
  const nestedNamespaces = others.slice(0, -1);
  return (
    namespace && name && { kind: 'package-path', ...place, namespace, nestedNamespaces, name, nestedPackages }
  );
}

function namesOf(tokens: readonly IToken[] | undefined, cx: BuildContext): readonly Name[] {
  return (tokens ?? []).flatMap((_, index) => nameAt(tokens, cx, index) ?? []);
}

function buildVersion(nodes: readonly VersionCstNode[] | undefined, cx: BuildContext) {
  return versionAt(childrenOf(nodes?.[0]).Semver, cx);
}
