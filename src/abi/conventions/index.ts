import type { Convention } from '../convention.js';
import { canonicalHost } from './canonical-host.js';
import { canonical } from './canonical.js';
import { symmetricHost } from './symmetric-host.js';
import { symmetric } from './symmetric.js';

/** Every convention by the name that `--abi` takes. */
export const conventions = { canonical, symmetric } satisfies Readonly<Record<string, Convention>>;

export type AbiName = keyof typeof conventions;

/** What stands opposite a component of each convention. */
export const hostConventions: Readonly<Record<AbiName, Convention>> = {
  canonical: canonicalHost,
  symmetric: symmetricHost,
};

/** The convention of who says nothing. */
export const defaultAbi: AbiName = 'symmetric';

/** The convention by which components are linked with each other, without a host between them. */
export const abiOfLinking: AbiName = 'symmetric';
