import type { Passing, Role } from './plan.js';

/**
 * What the user's own functions deal in, in the API style `std`: an argument of an import may be any
 * view of the caller's data; what arrives, as an argument of an export or a result, is the receiver's own.
 */
export const passingOf: Readonly<Record<Role, { readonly parameter: Passing; readonly result: Passing }>> = {
  caller: { parameter: 'view', result: 'owner' },
  callee: { parameter: 'owner', result: 'owner' },
};
