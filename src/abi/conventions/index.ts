import type { Convention } from '../convention.js';
import { canonical } from './canonical.js';
import { symmetric } from './symmetric.js';

/** Every convention by the name that `--abi` takes. */
export const conventions = { canonical, symmetric } satisfies Readonly<Record<string, Convention>>;

export type AbiName = keyof typeof conventions;

/** The convention of who says nothing. */
export const defaultAbi: AbiName = 'symmetric';
