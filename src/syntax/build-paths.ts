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
import {
  type BuildContext,
  childrenOf,
  nameAt,
  nodeSpan,
  spanFrom,
  tokenAt,
  versionAt,
} from './build-context.js';
import { errors } from './errors.js';
import { tokenSpan } from './tokens-of.js';

/** `ns:name@version` of a `package` statement. */
export function buildPackageName(
  node: PackageNameCstNode | undefined,
  cx: BuildContext,
): PackagePath | undefined {
  if (!node) return undefined;
  const { Name, nested, path, version } = childrenOf(node);
  const [namespace, name] = [nameAt(Name, cx), nameAt(nested, cx)];
  if (!namespace || !name) return undefined;
  reportNested(tokenAt(nested, 1) ?? tokenAt(path), cx);
  return {
    kind: 'package-path',
    span: nodeSpan(node, cx),
    namespace,
    name,
    version: buildVersion(version, cx),
  };
}

/** `name` or `ns:package/name@version`. */
export function buildUsePath(node: UsePathCstNode | undefined, cx: BuildContext): UsePath | undefined {
  const { Name, qualification } = childrenOf(node);
  const first = nameAt(Name, cx);
  return first && qualifiedPath(first, qualification?.[0], cx);
}

/** A path of which the first name is known: what follows may be `:package/name@version`. */
export function qualifiedPath(
  first: Name,
  qualification: QualificationCstNode | undefined,
  cx: BuildContext,
): UsePath | undefined {
  if (!qualification) return localPath(first);
  const { Name, subPath } = childrenOf(qualification);
  if (reportNested(tokenAt(Name, 1), cx)) return undefined;
  const packageName = nameAt(Name, cx);
  return packageName && pathInPackage(first, packageName, subPath?.[0], cx);
}

/** `name`: something in the same package. */
export function localPath(name: Name): UsePath {
  return { kind: 'use-path', span: name.span, package: undefined, name };
}

/** `ns:package/name@version` of which the names of the package are known. */
export function pathInPackage(
  namespace: Name,
  packageName: Name,
  subPath: SubPathCstNode | undefined,
  cx: BuildContext,
): UsePath | undefined {
  const { Name, version } = childrenOf(subPath);
  const name = nameAt(Name, cx);
  if (!name || !subPath || reportNested(tokenAt(Name, 1), cx)) return undefined;
  return {
    kind: 'use-path',
    span: spanFrom(namespace.span, nodeSpan(subPath, cx)),
    name,
    package: {
      kind: 'package-path',
      span: spanFrom(namespace.span, packageName.span),
      namespace,
      name: packageName,
      version: buildVersion(version, cx),
    },
  };
}

function buildVersion(nodes: readonly VersionCstNode[] | undefined, cx: BuildContext) {
  return versionAt(childrenOf(nodes?.[0]).Semver, cx);
}

function reportNested(token: IToken | undefined, cx: BuildContext): boolean {
  if (token) cx.report(errors.nestedNamespace, tokenSpan(token, cx.file), {});
  return token !== undefined;
}
