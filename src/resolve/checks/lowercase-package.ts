import type { Report } from '../../base/diagnostics.js';
import type { PackagePath } from '../../syntax/ast.js';
import { errors } from '../errors.js';

/** Names of packages are lower-case. Spec: Explainer.md, `pkgname`. */
export function checkPackageName({ namespace, name, span }: PackagePath, report: Report): void {
  const text = `${namespace.text}:${name.text}`;
  if (text === text.toLowerCase()) return;
  const hint = `write \`${text.toLowerCase()}\``;
  report(errors.uppercasePackage, span, { name: text }, { hint });
}
