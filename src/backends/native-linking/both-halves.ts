/** How the C++ and the module of one world's bindings know each other. */
import { hexadecimal } from '../../abi/fingerprint.js';
import type { WorldPlan } from '../../abi/plan.js';
import { nativeSymbol } from '../../abi/symbols.js';
import { worldFingerprint } from '../../abi/world-fingerprint.js';

/** What C++ that is linked with a component calls the function that tells its fingerprint: like no function of WIT. */
export const bindingsOf = ({ world }: WorldPlan): string => nativeSymbol('wit:fingerprint', world.name);

/** What both halves are made of, as a number of 64 bits in C++; with `n` behind it in TypeScript. See world-fingerprint.ts. */
export const bindingsFingerprint = (plan: WorldPlan, choices?: readonly string[]): string =>
  `0x${hexadecimal(worldFingerprint(plan, choices))}`;
