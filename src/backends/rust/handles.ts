/** The functions that pass handles to and from the types of resources. */
import type { ResourcePlan } from '../../abi/plan.js';
import type { Inline } from '../../emit/code.js';
import type { TypeSpeller } from './types.js';

/**
 * The handle of a value. A user's own type that stands for a resource has `take_handle`, `handle` and `from_handle`, as
 * wit-bindgen's resources have, and keeps handles as integers of its choice.
 */
export function handleOf(
  handle: 'own' | 'borrow',
  resource: ResourcePlan,
  value: string,
  types: TypeSpeller,
): string {
  const name = handle === 'own' ? 'take_handle' : 'handle';
  const isIndex = resource.handle === 'i32';
  if (types.names.isMapped(resource.decl)) {
    return `${value}.${name}()${isIndex ? ' as i32' : ' as usize as *mut u8'}`;
  }
  return `${value}.wit_${name}()${isIndex ? ' as i32' : ''}`;
}

/** A value that owns a handle. */
export function valueOfHandle(resource: ResourcePlan, handle: string, types: TypeSpeller): Inline {
  const path = types.path(resource.decl, 'owner');
  const isIndex = resource.handle === 'i32';
  if (types.names.isMapped(resource.decl)) {
    return [path, `::from_handle(${handle}${isIndex ? ' as u32' : ' as usize as _'})`];
  }
  return [path, `::wit_from_handle(${handle}${isIndex ? ' as u32' : ''})`];
}
