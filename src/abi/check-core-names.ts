/** Whether the exports of a world's module have different names: a module cannot have two of one name. */
import type { Report } from '../base/diagnostics.js';
import { decoratedName } from '../resolve/model.js';
import { abiErrors } from './errors.js';
import type { WorldPlan } from './plan.js';
import { allFunctions } from './plan-world.js';

/** What linkers call a module's memory, whatever the scheme of its other names. */
const memoryName = 'memory';

/** Reports functions whose names in the module are those of something else. There are none where nobody hosts the world. */
export function checkCoreNames(plan: WorldPlan, report: Report): void {
  const owners = new Map([[memoryName, 'the memory of the module']]);
  for (const { func, linkage } of allFunctions(plan)) {
    if (linkage.kind !== 'wasm-export') continue;
    const { name } = linkage;
    const other = owners.get(name);
    if (other === undefined) owners.set(name, `another \`${decoratedName(func)}\``);
    else report(abiErrors.coreNameClash, func.origin, { func: decoratedName(func), name, other });
  }
}
