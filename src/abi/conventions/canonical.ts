import { invariant } from '../../base/invariant.js';
import type { Convention, LinkRequest } from '../convention.js';
import type { Linkage } from '../plan.js';
import type { SymbolOptions } from '../symbol-options.js';
import { escapeName, nativeSymbol, worldModule } from '../symbols.js';
import { nameSchemes, type NameScheme, type ResourceIntrinsic } from './core-names.js';

/**
 * The Component Model's canonical ABI as a guest sees it (CanonicalABI.md): imports lend, exports
 * are given memory and clean up in a post-return function, and resources are indexes into tables.
 */
export const canonical: Convention = {
  id: 'canonical',
  roles: { import: 'caller', export: 'callee' },
  parameterMemory: { caller: 'lent', callee: 'given' },
  parameterBlock: { caller: 'lent', callee: 'given' },
  receiver: { caller: 'i32', callee: 'pointer' },
  resultMemory: 'given',
  bigResult: { caller: 'through-last-parameter', callee: 'as-returned-pointer' },
  becomesComponent: true,
  answersImpliedImports: false,
  handle: { core: 'i32', is: 'an-index' },
  symbolOptions: new Set(['coreNames'] as const),
  link: ({ role, module, name, onBothSides, options }) => {
    const names = schemeOf(options);
    return role === 'caller'
      ? wasmImport(names.importModule(module), name, identifierOfImport(module, name, onBothSides))
      : wasmExport(names.exported(module, name), identifierOfExport(module, name));
  },
  linkPostReturn(exported, options) {
    invariant(exported.kind === 'wasm-export', 'post-return of a wasm export');
    return wasmExport(schemeOf(options).postReturn(exported.name), `cabi_post_${exported.identifier}`);
  },
  linkTable(module, resource, options) {
    const names = schemeOf(options);
    const intrinsic = (kind: ResourceIntrinsic): Linkage => {
      const identifier = nativeSymbol(`[export]${module ?? ''}`, intrinsicOf(kind, resource));
      return wasmImport(names.tableModule(module), names.intrinsic(kind, resource), identifier);
    };
    return { new: intrinsic('new'), rep: intrinsic('rep'), drop: intrinsic('drop') };
  },
  linkDrop({ module, options }, resource) {
    const names = schemeOf(options);
    const identifier = nativeSymbol(module, intrinsicOf('drop', resource));
    return wasmImport(names.importModule(module), names.intrinsic('drop', resource), identifier);
  },
  linkDestructor({ module, options }, resource) {
    const names = schemeOf(options);
    const identifier = identifierOfExport(module, intrinsicOf('dtor', resource));
    return wasmExport(names.exported(module, names.intrinsic('dtor', resource)), identifier);
  },
  linkRealloc: (options) => wasmExport(schemeOf(options).realloc, nameSchemes.legacy.realloc),
  linkFingerprint: undefined,
};

const schemeOf = ({ coreNames }: Pick<SymbolOptions, 'coreNames'>): NameScheme => nameSchemes[coreNames];

/** Identifiers are made of the names of `legacy`, whatever the scheme: natively they are what is linked. */
const intrinsicOf = nameSchemes.legacy.intrinsic;

/**
 * Names of the world itself are bare on either side. What it both imports and exports is told apart by the import's module,
 * which no interface is called like.
 */
const identifierOfImport = (module: LinkRequest['module'], name: string, onBothSides: boolean): string =>
  nativeSymbol(module ?? (onBothSides ? worldModule : undefined), name);

const identifierOfExport = (module: LinkRequest['module'], name: string): string =>
  escapeName(nameSchemes.legacy.exported(module, name));

const wasmImport = (module: string, name: string, identifier: string): Linkage => ({
  kind: 'wasm-import',
  module,
  name,
  identifier,
});

const wasmExport = (name: string, identifier: string): Linkage => ({ kind: 'wasm-export', name, identifier });
