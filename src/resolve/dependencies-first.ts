/** Packages in the order of their dependencies. */
import { dependenciesOf } from './dependencies.js';
import type { Package, Resolved } from './model.js';
import { topologicalOrder } from './topological.js';

/**
 * A model whose packages stand after those that they use. So they do as resolved; but where imports of versions are
 * merged, an exported interface of an earlier version uses a later one.
 */
export function dependenciesFirst(resolved: Resolved): Resolved {
  const { packages } = resolved;
  const numbers = new Map(packages.map((package_, index) => [package_, index]));
  const { order } = topologicalOrder(
    packages.map((package_) => usedBy(package_).flatMap((each) => numbers.get(each) ?? [])),
  );
  return { ...resolved, packages: order.flatMap((index) => packages[index] ?? []) };
}

function usedBy(package_: Package): readonly Package[] {
  const owners = package_.interfaces.flatMap(dependenciesOf).map((item) => item.package);
  return owners.filter((owner) => owner !== package_);
}
