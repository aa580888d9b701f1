import type { Convention, LinkRequest } from '../convention.js';
import type { Role } from '../plan.js';
import { linkFingerprint, linkSymbol, symmetric } from './symmetric.js';

const opposite: Readonly<Record<Role, Role>> = { caller: 'callee', callee: 'caller' };

/** A symbol is called what the component calls it: its prefixes say which of the component's sides it is on. */
const seenFromComponent = <Request extends Pick<LinkRequest, 'role'>>(request: Request): Request => ({
  ...request,
  role: opposite[request.role],
});

/**
 * The symmetric ABI as it is for who stands opposite a component: a program that loads it, calls what it exports and defines
 * what it imports. The ABI is the same from both sides, so roles change places and nothing else does (docs/adr/0008).
 */
export const symmetricHost: Convention = {
  ...symmetric,
  roles: { import: 'callee', export: 'caller' },
  link: (request) => linkSymbol(seenFromComponent(request)),
  // What the component's objects end by, this side calls; what the component ends this side's by, it defines.
  linkDrop: symmetric.linkDestructor,
  linkDestructor: symmetric.linkDrop,
  linkFingerprint: (request) => linkFingerprint(seenFromComponent(request)),
};
