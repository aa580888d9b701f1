import { symbolTable } from '../../abi/native-symbols.js';
import type { WorldPlan } from '../../abi/plan.js';

/**
 * The names by which others call what a component exports under prefixes, because it imports it, too: symbol to plain name. A
 * plain name that this component calls itself is not among them.
 */
export function plainNames(plan: WorldPlan): ReadonlyMap<string, string> {
  const { defined, needed, optional } = symbolTable(plan);
  const called = new Set([...needed, ...optional].map(({ symbol }) => symbol));
  const named = defined.filter(
    ({ onBothSides, symbol, plain }) => onBothSides && symbol !== plain && !called.has(plain),
  );
  return new Map(named.map(({ symbol, plain }) => [symbol, plain]));
}
