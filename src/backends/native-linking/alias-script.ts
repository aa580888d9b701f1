import { symbolTable } from '../../abi/native-symbols.js';
import type { WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';

/**
 * A linker script for a component that exports under prefixes what it imports, too: it gives each function the name that
 * others call as well, and says what is shown, in the place of the version script. Undefined where no export has such a prefix, and where the plain
 * name is what this component calls itself.
 */
export function aliasScript(plan: WorldPlan): string | undefined {
  const { defined, needed, optional } = symbolTable(plan);
  const called = new Set([...needed, ...optional].map(({ symbol }) => symbol));
  const aliased = defined.filter(
    ({ onBothSides, symbol, plain }) => onBothSides && symbol !== plain && !called.has(plain),
  );
  if (aliased.length === 0) return undefined;
  const shown = [...defined.map(({ symbol }) => symbol), ...aliased.map(({ plain }) => plain)].sort();
  return [
    `/* ${headerLine(plan)} */`,
    '',
    ...aliased.map(({ symbol, plain }) => `${plain} = ${symbol};`),
    '',
    'VERSION {',
    '  {',
    '    global:',
    ...shown.map((symbol) => `      ${symbol};`),
    '    local:',
    '      *;',
    '  };',
    '}',
    '',
  ].join('\n');
}
