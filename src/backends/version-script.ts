import { symbolsForHost } from '../abi/core-items.js';
import { symbolTable } from '../abi/native-symbols.js';
import type { WorldPlan } from '../abi/plan.js';

/** Whether a component has anything to show to others. */
export const definesSymbols = (plan: WorldPlan): boolean => symbolTable(plan).defined.length > 0;

/**
 * The linker's version script of a shared object: what the component defines for others is visible,
 * everything else is local. The node has no name, so that an implementation can be swapped without relinking.
 * `plainNames` are further names of what is defined.
 */
export function versionScript(plan: WorldPlan, plainNames: Iterable<string> = []): string {
  const ownSymbols = [...symbolTable(plan).defined.map(({ symbol }) => symbol), ...symbolsForHost(plan)];
  const symbols = [...ownSymbols, ...plainNames];
  const visible = symbols.map((symbol) => `    ${symbol};\n`).join('');
  return `{\n${visible === '' ? '' : `  global:\n${visible}`}  local:\n    *;\n};\n`;
}
