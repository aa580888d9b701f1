import type { Convention, LinkRequest } from '../convention.js';
import type { Linkage, Role } from '../plan.js';
import type { BothSides } from '../symbol-options.js';
import { fingerprintName, intrinsicName, nativeSymbol } from '../symbols.js';

/**
 * The symmetric ABI (component-model issue 386): the import convention in both directions. Arguments
 * are lent, results belong to the caller, a handle is the object, and names are plain C symbols.
 */
export const symmetric: Convention = {
  id: 'symmetric',
  roles: { import: 'caller', export: 'callee' },
  parameterMemory: { caller: 'lent', callee: 'lent' },
  parameterBlock: { caller: 'lent', callee: 'lent' },
  receiver: { caller: 'pointer', callee: 'pointer' },
  resultMemory: 'given',
  bigResult: { caller: 'through-last-parameter', callee: 'through-last-parameter' },
  becomesComponent: false,
  answersImpliedImports: true,
  handle: { core: 'pointer', is: 'the-object' },
  symbolOptions: new Set([
    'importPrefix',
    'exportPrefix',
    'worldPrefix',
    'bothSides',
    'fingerprints',
  ] as const),
  link: linkSymbol,
  linkPostReturn: undefined,
  linkTable: undefined,
  linkRealloc: undefined,
  linkDrop: (request, resource) =>
    linkSymbol({ ...request, role: 'caller', name: intrinsicName('resource-drop', resource) }),
  linkDestructor: (request, resource) =>
    linkSymbol({ ...request, role: 'callee', name: intrinsicName('resource-drop', resource) }),
  linkFingerprint,
};

/**
 * One symbol, the same on both sides of the boundary, after the prefixes that the user asks for.
 * Where a world has an interface on both sides, one symbol cannot be both called and defined, so a
 * prefix tells one from the other (docs/adr/0003).
 */
export function linkSymbol({ role, module, name, onBothSides, options }: LinkRequest): Linkage {
  const side = onBothSides ? sidePrefixes[options.bothSides][role] : '';
  const user = role === 'caller' ? options.importPrefix : options.exportPrefix;
  const world = module === undefined ? options.worldPrefix : '';
  return { kind: 'native', symbol: `${side}${user}${world}${nativeSymbol(module, name)}` };
}

/** What tells the fingerprint of an interface. */
export function linkFingerprint(request: Omit<LinkRequest, 'name'>): Linkage {
  return linkSymbol({ ...request, name: fingerprintName });
}

const sidePrefixes: Readonly<Record<BothSides, Readonly<Record<Role, string>>>> = {
  both: { caller: 'imp_', callee: 'exp_' },
  imports: { caller: 'imp_', callee: '' },
  exports: { caller: '', callee: 'exp_' },
};
