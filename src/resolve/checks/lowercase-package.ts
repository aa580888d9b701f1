import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import { errors } from '../errors.js';
import { type PackageName, packageNameText } from '../model.js';

/** Names of packages are lower-case. Spec: Explainer.md, `pkgname`. */
export function checkPackageName(named: PackageName, span: Span, report: Report): void {
  const text = packageNameText({ ...named, version: undefined });
  if (text === text.toLowerCase()) return;
  const hint = `write \`${text.toLowerCase()}\``;
  report(errors.uppercasePackage, span, { name: text }, { hint });
}
