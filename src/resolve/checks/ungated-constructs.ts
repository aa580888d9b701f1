import { gateOfType } from '../gated-constructs.js';
import type { Check } from './check.js';

/** Constructs that the specification still gates are said to be so. */
export const ungatedConstructs: Check = {
  part(type, at, report) {
    const gated = gateOfType(type.kind);
    // Some lengths are wrong on either side of the gate.
    const isWrong = type.kind === 'fixed-length-list' && (type.length === 0 || type.length > 0xffff_ffff);
    if (gated && !isWrong) report(gated.entry, at, { sign: gated.sign, status: gated.status });
  },
};
