/**
 * Names that link components. All are pure functions of WIT names.
 *
 * | item                        | decorated name             | native symbol of `demo:app/api@1.2.3`                 |
 * |-----------------------------|----------------------------|-------------------------------------------------------|
 * | function `move-point`       | `move-point`               | `demoX3AappX2FapiX401X2E2X2E3X00move_point`           |
 * | constructor of `counter`    | `[constructor]counter`     | `demoX3A…X00X5BconstructorX5Dcounter`                 |
 * | method `add`                | `[method]counter.add`      | `demoX3A…X00X5BmethodX5DcounterX2Eadd`                |
 * | static `merge`              | `[static]counter.merge`    | `demoX3A…X00X5BstaticX5DcounterX2Emerge`              |
 * | drop of `counter`           | `[resource-drop]counter`   | `demoX3A…X00X5Bresource_dropX5Dcounter`               |
 * | fingerprint of the interface| `[abi]`                    | `demoX3A…X00X5BabiX5D`                                |
 * | function of inline `exports`| `f`                        | `exportsX00f`                                         |
 * | world-level function `log`  | `log`                      | `log`                                                 |
 *
 * Why they cannot meet: within one module, decorated names are unique by WIT's rules and `[` is no
 * part of a WIT name. The escape itself is not injective (`a-b` and `a_b`; an upper-case `X3A` in a
 * name), and world-level names have no prefix, so `plan-world.ts` looks for collisions.
 */
import { invariant } from '../base/invariant.js';

/** `[A-Za-z0-9_]` as they are, `-` as `_`, anything else as `X` and two hexadecimal digits. */
export function escapeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, (character) => {
    if (character === '-') return '_';
    return `X${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** The escaped NUL that stands between module and name. */
const separator = 'X00';

/** The C symbol of a decorated name in a module; world-level items have no module. */
export function nativeSymbol(module: string | undefined, name: string): string {
  return module === undefined ? escapeName(name) : `${escapeName(module)}${separator}${escapeName(name)}`;
}

/** What the items of a world itself are imported from, where an import cannot do without a module. */
export const worldModule = '$root';

/** What the fingerprint of an interface is called beside its functions. */
export const fingerprintName = '[abi]';

/** `[resource-drop]counter` and its like. */
export function intrinsicName(
  kind: 'resource-drop' | 'resource-new' | 'resource-rep' | 'dtor',
  resource: string,
): string {
  invariant(resource !== '', 'a resource with a name');
  return `[${kind}]${resource}`;
}
