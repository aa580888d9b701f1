/** Names and paths of the canonical text. */
import type { Interface, Package, PackageName } from '../../resolve/model.js';
import { writtenName } from '../../syntax/names.js';

/** `ns:name@version`. */
export function packageText(name: PackageName): string {
  return plainPackageText(name) + versionText(name);
}

/** An interface as its package names it, or by its full path. */
export function pathText({ name, package: owner }: Interface, from: Package): string {
  if (owner === from) return writtenName(name);
  return `${plainPackageText(owner.name)}/${writtenName(name)}${versionText(owner.name)}`;
}

function plainPackageText({ namespace, name }: PackageName): string {
  return `${joined(namespace, ':')}:${joined(name, '/')}`;
}

/** 🪺 Nested namespaces and packages have several names. */
function joined(names: string, separator: string): string {
  return names.split(separator).map(writtenName).join(separator);
}

function versionText({ version }: PackageName): string {
  return version === undefined ? '' : `@${version}`;
}
