/**
 * What imports and exports of a core module are called, so that a tool can make a component of it.
 *
 * | item                          | `legacy`                                | `standard`                       |
 * |-------------------------------|-----------------------------------------|----------------------------------|
 * | imported function `f`         | `ns:pkg/api@1.2.3` `f`                  | `cm32p2\|ns:pkg/api@1` `f`       |
 * | … of the world                | `$root` `f`                             | `cm32p2` `f`                     |
 * | drop of an imported resource  | `ns:pkg/api@1.2.3` `[resource-drop]r`   | `cm32p2\|ns:pkg/api@1` `r_drop`  |
 * | exported function `f`         | `ns:pkg/api@1.2.3#f`                    | `cm32p2\|ns:pkg/api@1\|f`        |
 * | … of the world                | `f`                                     | `cm32p2\|\|f`                    |
 * | its post-return               | `cabi_post_ns:pkg/api@1.2.3#f`          | `cm32p2\|ns:pkg/api@1\|f_post`   |
 * | table of an exported resource | `[export]ns:pkg/api@1.2.3` `[resource-new]r` | `cm32p2\|_ex_ns:pkg/api@1` `r_new` |
 * | destructor                    | `ns:pkg/api@1.2.3#[dtor]r`              | `cm32p2\|ns:pkg/api@1\|r_dtor`   |
 * | memory for the host's values  | `cabi_realloc`                          | `cm32p2_realloc`                 |
 */
import type { CoreNames } from '../symbol-options.js';
import { intrinsicName, worldModule } from '../symbols.js';

/** What can be done with a resource beside calling its functions. */
export type ResourceIntrinsic = 'new' | 'rep' | 'drop' | 'dtor';

/** How one scheme spells names. `module` is an interface's name in the world, undefined for world-level items. */
export interface NameScheme {
  readonly importModule: (module: string | undefined) => string;
  /** The module of the functions by which a component reaches the table of a resource that it exports. */
  readonly tableModule: (module: string | undefined) => string;
  readonly intrinsic: (kind: ResourceIntrinsic, resource: string) => string;
  readonly exported: (module: string | undefined, name: string) => string;
  readonly postReturn: (exported: string) => string;
  readonly realloc: string;
}

const legacy: NameScheme = {
  importModule: (module = worldModule) => module,
  tableModule: (module = worldModule) => `[export]${module}`,
  intrinsic: (kind, resource) => intrinsicName(kind === 'dtor' ? kind : `resource-${kind}`, resource),
  exported: (module, name) => (module === undefined ? name : `${module}#${name}`),
  postReturn: (exported) => `cabi_post_${exported}`,
  realloc: 'cabi_realloc',
};

/** Of 32-bit memory, as tools of the second preview of WASI know it. */
const prefix = 'cm32p2';

const standard: NameScheme = {
  importModule: (module) => (module === undefined ? prefix : `${prefix}|${compatibleName(module)}`),
  tableModule: (module) => (module === undefined ? prefix : `${prefix}|_ex_${compatibleName(module)}`),
  intrinsic: (kind, resource) => `${resource}_${kind}`,
  exported: (module, name) => `${prefix}|${module === undefined ? '' : compatibleName(module)}|${name}`,
  postReturn: (exported) => `${exported}_post`,
  realloc: `${prefix}_realloc`,
};

/** The schemes by the name that `--core-names` takes. */
export const nameSchemes: Readonly<Record<CoreNames, NameScheme>> = { legacy, standard };

/** `ns:pkg/api@1.2.3` as `ns:pkg/api@1`: the version up to the first number that is not 0. Pre-releases are whole. */
export function compatibleName(module: string): string {
  const [, name, version] = /^([^@]*)@([^+]*)/.exec(module) ?? [];
  if (name === undefined || version === undefined) return module;
  if (version.includes('-')) return `${name}@${version}`;
  const [major = '0', minor = '0'] = version.split('.');
  if (major !== '0') return `${name}@${major}`;
  return minor !== '0' ? `${name}@0.${minor}` : `${name}@${version}`;
}
