import type { Report } from '../../base/diagnostics.js';
import type { PackagePath } from '../../syntax/ast.js';
import { gatedNames } from '../gated-constructs.js';

/** Namespaces and packages are not nested. Spec: WIT.md "Package declaration" has them as a future extension 🪺. */
export function checkNesting(paths: readonly PackagePath[], report: Report): void {
  for (const path of paths) {
    // The name of the package is the first that would not stand there.
    const surplus = path.nestedNamespaces.length > 0 ? path.name : path.nestedPackages[0];
    if (!surplus) continue;
    const { sign, status, entry } = gatedNames['nested packages'];
    report(entry, surplus.span, { sign, status });
  }
}
