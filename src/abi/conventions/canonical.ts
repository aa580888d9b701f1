import { invariant } from '../../base/invariant.js';
import type { Convention, LinkRequest } from '../convention.js';
import type { Linkage } from '../plan.js';
import { escapeName, intrinsicName } from '../symbols.js';

/**
 * The Component Model's canonical ABI as a guest sees it (CanonicalABI.md): imports lend, exports
 * are given memory and clean up in a post-return function, and resources are indexes into tables.
 */
export const canonical: Convention = {
  id: 'canonical',
  parameterMemory: { caller: 'lent', callee: 'given' },
  parameterBlock: 'callee-frees-it',
  bigResult: { caller: 'through-last-parameter', callee: 'as-returned-pointer' },
  handle: { core: 'i32', is: 'an-index' },
  link: (request) => (request.role === 'caller' ? wasmImport(request) : wasmExport(request)),
  linkPostReturn(exported) {
    invariant(exported.kind === 'wasm-export', 'post-return of a wasm export');
    return {
      kind: 'wasm-export',
      name: `cabi_post_${exported.name}`,
      identifier: `cabi_post_${exported.identifier}`,
    };
  },
  linkTable(module, resource) {
    const from = `[export]${module ?? root}`;
    const intrinsic = (kind: 'resource-new' | 'resource-rep' | 'resource-drop'): Linkage =>
      wasmImport({ module: from, name: intrinsicName(kind, resource) });
    return {
      new: intrinsic('resource-new'),
      rep: intrinsic('resource-rep'),
      drop: intrinsic('resource-drop'),
    };
  },
  linkFingerprint: undefined,
  linkDestructor: ({ module }, resource) => wasmExport({ module, name: intrinsicName('dtor', resource) }),
};

/** The module of world-level imports. */
const root = '$root';

function wasmImport({ module = root, name }: Pick<LinkRequest, 'module' | 'name'>): Linkage {
  return { kind: 'wasm-import', module, name, identifier: `${escapeName(module)}X00${escapeName(name)}` };
}

/** Exports of an interface are `module#name`. */
function wasmExport({ module, name }: Pick<LinkRequest, 'module' | 'name'>): Linkage {
  const full = module === undefined ? name : `${module}#${name}`;
  return { kind: 'wasm-export', name: full, identifier: escapeName(full) };
}
