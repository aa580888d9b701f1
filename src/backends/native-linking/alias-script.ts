import { symbolTable } from '../../abi/native-symbols.js';
import type { WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';
import { plainNames } from './plain-names.js';

/**
 * A linker script for a component that exports under prefixes what it imports, too: it gives each function the name that
 * others call as well, and says what is shown, in the place of the version script. Undefined where no export has such a prefix, and where the plain
 * name is what this component calls itself.
 */
export function aliasScript(plan: WorldPlan): string | undefined {
  const aliased = plainNames(plan);
  if (aliased.size === 0) return undefined;
  const shown = [...symbolTable(plan).defined.map(({ symbol }) => symbol), ...aliased.values()].sort();
  return [
    `/* ${headerLine(plan)} */`,
    '',
    ...[...aliased].map(([symbol, plain]) => `${plain} = ${symbol};`),
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
