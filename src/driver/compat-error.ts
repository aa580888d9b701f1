/** The first error of WIT in the words of the reference implementation. */
import type { Host } from '../base/host.js';
import { compatError } from '../compat/compat-error.js';
import { resolve } from '../resolve/resolve.js';
import type { PackagesRequest } from './read.js';

/** The text that the reference implementation prints for its first error; undefined if it accepts the WIT. */
export async function compatErrorOf(
  { wit, features = [] }: PackagesRequest,
  host: Host,
): Promise<string | undefined> {
  const roots = typeof wit === 'string' ? [wit] : wit;
  const request = { roots, features: features === 'all' ? features : new Set(features) };
  return compatError(request, await resolve({ ...request, lints: 'compat' }, host));
}
