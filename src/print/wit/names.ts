/** Names and paths of the canonical text. */
import { keywords } from '../../../grammar/tokens.js';
import type { Interface, Package, PackageName } from '../../resolve/model.js';

/** `float32` and `float64` were keywords once: readers of that time need the `%`. */
const reserved: ReadonlySet<string> = new Set([...keywords, 'float32', 'float64']);

/** A name, with a `%` where it would be read as a keyword. */
export function nameText(name: string): string {
  return reserved.has(name) ? `%${name}` : name;
}

/** `ns:name@version`. */
export function packageText(name: PackageName): string {
  return plainPackageText(name) + versionText(name);
}

/** An interface as its package names it, or by its full path. */
export function pathText({ name, package: owner }: Interface, from: Package): string {
  if (owner === from) return nameText(name);
  return `${plainPackageText(owner.name)}/${nameText(name)}${versionText(owner.name)}`;
}

function plainPackageText({ namespace, name }: PackageName): string {
  return `${joined(namespace, ':')}:${joined(name, '/')}`;
}

/** 🪺 Nested namespaces and packages have several names. */
function joined(names: string, separator: string): string {
  return names.split(separator).map(nameText).join(separator);
}

function versionText({ version }: PackageName): string {
  return version === undefined ? '' : `@${version}`;
}
