import type { Convention } from '../convention.js';
import { canonical } from './canonical.js';

/**
 * The canonical ABI as a host sees it, who calls what a core module exports and answers what it imports. It has the same
 * name, and all is as in a mirror (docs/adr/0008): values go to memory that the component is asked for, and are read from
 * memory that stays the component's. Links are what they are called in the core module, whoever defines them.
 */
export const canonicalHost: Convention = {
  ...canonical,
  roles: { import: 'callee', export: 'caller' },
  parameterMemory: { caller: 'given', callee: 'lent' },
  parameterBlock: { caller: 'given', callee: 'lent' },
  receiver: { caller: canonical.receiver.callee, callee: canonical.receiver.caller },
  resultMemory: 'lent',
  bigResult: { caller: canonical.bigResult.callee, callee: canonical.bigResult.caller },
  becomesComponent: false,
  // Values of a host are objects of its own; what is an index is only on its way.
  handle: { core: canonical.handle.core, is: 'the-object' },
  link: (request) => canonical.link({ ...request, role: request.role === 'caller' ? 'callee' : 'caller' }),
  // What the component's objects end by, the host calls; what the component drops the host's by, the host defines.
  linkDrop: canonical.linkDestructor,
  linkDestructor: canonical.linkDrop,
};
