import type { HandleWidth } from './layout.js';
import type { CoreType, Linkage, Ownership, Role } from './plan.js';
import type { SymbolOptions } from './symbol-options.js';

/** What a name is linked for: to be called, or to be defined. */
export interface LinkRequest {
  readonly role: Role;
  /** The interface's name in the world, or undefined for world-level items. */
  readonly module: string | undefined;
  /** The decorated name, for example `[method]counter.add`. */
  readonly name: string;
  /** Whether the world has this interface on both sides, so that one symbol cannot mean both. */
  readonly onBothSides: boolean;
  readonly options: SymbolOptions;
}

/**
 * An ABI as data: the facts in which calling conventions differ. Nothing else in the program knows
 * which convention is in force, and nothing branches on `id`.
 */
export interface Convention {
  /** What the ABI is called, the same on both sides of it: fingerprints are of interfaces under an ABI. */
  readonly id: string;
  /** What a plan is of: the side that the world describes, or whoever stands opposite (docs/adr/0008). */
  readonly roles: Readonly<Record<'import' | 'export', Role>>;
  /** Whose memory the pointers in parameters point into, as each role sees it. */
  readonly parameterMemory: Readonly<Record<Role, Ownership>>;
  /** Whose the block is that more than 16 flat parameters cross in, as each role sees it. */
  readonly parameterBlock: Readonly<Record<Role, Ownership>>;
  /** As what the receiver of a method crosses: a handle, or what the callee knows its resource by. */
  readonly receiver: Readonly<Record<Role, CoreType>>;
  /** Whose the memory behind a result is for who called. Where it is lent, the caller says when it has read it. */
  readonly resultMemory: Ownership;
  /** How a result of more than one core value comes back. */
  readonly bigResult: Readonly<Record<Role, 'through-last-parameter' | 'as-returned-pointer'>>;
  /**
   * Whether a module says of which world it is, for who makes a component of it. Where components are linked with each
   * other instead, there is nobody to tell.
   */
  readonly becomesComponent: boolean;
  /**
   * Whether components are linked with each other by symbols. What a component exports then answers what its world only
   * implies as an import; a host answers every import itself.
   */
  readonly answersImpliedImports: boolean;
  readonly handle: {
    readonly core: HandleWidth;
    readonly is: 'the-object' | 'an-index';
  };
  /** What of `SymbolOptions` means something here. */
  readonly symbolOptions: ReadonlySet<keyof SymbolOptions>;
  readonly link: (request: LinkRequest) => Linkage;
  /** The function that releases the result of one that a component exports; undefined where the receiver frees it. */
  readonly linkPostReturn: ((exported: Linkage, options: SymbolOptions) => Linkage) | undefined;
  /** How a component whose resource is an entry of a table reaches that table; undefined where the handle is the object. */
  readonly linkTable:
    | ((
        module: string | undefined,
        resource: string,
        options: SymbolOptions,
      ) => { readonly new: Linkage; readonly rep: Linkage; readonly drop: Linkage })
    | undefined;
  /** The function that a host asks for memory in which to put values; undefined where there is no host. */
  readonly linkRealloc: ((options: SymbolOptions) => Linkage) | undefined;
  /** The function that tells whether components mean the same interface; undefined where a host has looked before. */
  readonly linkFingerprint: ((request: Omit<LinkRequest, 'name'>) => Linkage) | undefined;
  /** What gives up a handle of a resource of somebody else. */
  readonly linkDrop: (request: Omit<LinkRequest, 'role' | 'name'>, resource: string) => Linkage;
  /** What the owner of a resource defines so that others can drop it. */
  readonly linkDestructor: (request: Omit<LinkRequest, 'role' | 'name'>, resource: string) => Linkage;
}
