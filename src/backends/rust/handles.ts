/** The functions that pass handles to and from the types of resources. */
import type { ResourcePlan } from '../../abi/plan.js';
import type { Inline } from '../../emit/code.js';
import { cast, method } from './expressions.js';
import { call } from './lists.js';
import type { TypeSpeller } from './types.js';

/**
 * The handle of a value. A user's own type that stands for a resource has `take_handle`, `handle` and `from_handle`, as
 * wit-bindgen's resources have, and keeps handles as integers of its choice.
 */
export function handleOf(
  handle: 'own' | 'borrow',
  resource: ResourcePlan,
  value: Inline,
  types: TypeSpeller,
): Inline {
  const name = handle === 'own' ? 'take_handle' : 'handle';
  const isIndex = resource.handle === 'i32';
  if (types.names.isMapped(resource.decl)) {
    return isIndex ? cast(method(value, name), 'i32') : cast(cast(method(value, name), 'usize'), '*mut u8');
  }
  const own = method(value, `wit_${name}`);
  return isIndex ? cast(own, 'i32') : own;
}

/** A value that owns a handle. */
export function valueOfHandle(resource: ResourcePlan, handle: Inline, types: TypeSpeller): Inline {
  const path = types.path(resource.decl, 'owner');
  const isIndex = resource.handle === 'i32';
  if (types.names.isMapped(resource.decl)) {
    return call([path, '::from_handle'], isIndex ? cast(handle, 'u32') : cast(cast(handle, 'usize'), '_'));
  }
  return call([path, '::wit_from_handle'], isIndex ? cast(handle, 'u32') : handle);
}
