import type { Convention, LinkRequest } from '../convention.js';
import type { Linkage } from '../plan.js';
import { intrinsicName, nativeSymbol } from '../symbols.js';

/**
 * The symmetric ABI (component-model issue 386): the import convention in both directions. Arguments
 * are lent, results belong to the caller, a handle is the object, and names are plain C symbols.
 */
export const symmetric: Convention = {
  id: 'symmetric',
  parameterMemory: { caller: 'lent', callee: 'lent' },
  parameterBlock: 'caller-keeps-it',
  bigResult: { caller: 'through-last-parameter', callee: 'through-last-parameter' },
  handle: { core: 'pointer', is: 'the-object' },
  link,
  linkPostReturn: undefined,
  linkTable: undefined,
  linkDestructor: (request, resource) =>
    link({ ...request, role: 'callee', name: intrinsicName('resource-drop', resource) }),
};

/**
 * One symbol, the same on both sides. Where a world has an interface on both sides, one symbol
 * cannot be both called and defined, so each side gets a prefix and is joined by the linker.
 */
function link({ role, module, name, onBothSides }: LinkRequest): Linkage {
  const prefix = onBothSides ? { caller: 'imp_', callee: 'exp_' }[role] : '';
  return { kind: 'native', symbol: prefix + nativeSymbol(module, name) };
}
